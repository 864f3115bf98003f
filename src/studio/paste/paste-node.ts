/** A page or a Word document from the clipboard, as far as its text needs it. Element and attribute names are in small letters. */
export type PasteNode = PasteElement | PasteText;

export interface PasteElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PasteNode[];
}

export interface PasteText {
  readonly text: string;
}

export const isElement = (node: PasteNode): node is PasteElement => 'name' in node;

/** What a `style` attribute says, property by property in small letters. */
export function styleOf({ attributes }: PasteElement): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const part of (attributes['style'] ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      said.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return said;
}

/** All text in a node, white space as it stands. */
export const textIn = (node: PasteNode): string =>
  isElement(node) ? node.children.map(textIn).join('') : node.text;

const NEVER_TEXT = new Set([
  ...['script', 'style', 'head', 'title', 'meta', 'link', 'xml', 'template', 'noscript', 'iframe', 'object'],
  ...['embed', 'svg', 'math', 'canvas', 'audio', 'video', 'img', 'input', 'textarea', 'select', 'button'],
  ...['del', 'o:p'],
]);
const COMMENT_CLASS = /^(?:msocommentreference|msocomment\w*|msocomanchor|msocomtxt|msocomoff)$/;

/** Nothing of it is read: what is no text, what was deleted, what is hidden, and Word's comments. */
export function isDropped(element: PasteElement): boolean {
  if (NEVER_TEXT.has(element.name)) return true;
  const style = styleOf(element);
  return (
    style.get('display') === 'none' ||
    style.get('mso-hide') === 'all' ||
    style.get('mso-special-character') === 'comment' ||
    (style.get('mso-element') ?? '').startsWith('comment') ||
    (element.attributes['class'] ?? '').split(/\s+/).some((name) => COMMENT_CLASS.test(name.toLowerCase()))
  );
}
