const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:([a-z]{2,4});|#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});)?/g;

/**
 * Decodes &amp; &lt; &gt; &quot; &apos; and numeric entities (Handlebars escapes ' ` = as &#x27; &#x60; &#x3D;). What is no
 * entity is reported with its offsets in the text and stays as it is.
 */
export function decodeEntities(
  text: string,
  report: (start: number, end: number, entity: string) => void,
): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string, at?: unknown) => {
    const decoded = name === undefined ? codePoint(decimal, hex) : NAMED[name];
    if (decoded !== undefined) return decoded;
    report(Number(at), Number(at) + entity.length, entity);
    return entity;
  });
}

/** A character that may stand in a paper: no control characters but tab and line ends, no surrogates. */
function codePoint(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? (hex === undefined ? -1 : Number.parseInt(hex, 16)) : Number(decimal);
  const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
  if (control || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
