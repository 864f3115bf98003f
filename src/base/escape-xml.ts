/** What XML 1.0 does not allow in any form: most control characters, two non-characters, and halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Everything that text or an attribute may not hold as it is; most text has none of it. */
const UNSAFE = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/**
 * Text made fit for XML, between tags and within double quotes: `&`, `<`, `>` and `"` become entities. What XML forbids in
 * any form is dropped, or replaced by `instead` where the letters are counted. The readers refuse such characters, and one
 * that gets here must not cost the clerk the file, which no program would open.
 */
export function escapeXml(text: string, instead = ''): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replace(FORBIDDEN, instead)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
