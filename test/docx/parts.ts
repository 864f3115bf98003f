import { SaxesParser } from 'saxes';
import { unzip } from '../archive/unzip.js';

/** The parts of a DOCX as text, by name. */
export function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Map([...unzip(docx)].map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

/** The text that a Word file prints, header and footer left out: a line break is "\n", paragraphs are apart by "\n". */
export function textOf(documentXml: string): string {
  const pieces = documentXml.match(/<w:t [^>]*>[^<]*<\/w:t>|<w:br\/>|<\/w:p>/g) ?? [];
  return pieces
    .map((piece) => (piece.startsWith('<w:t') ? piece.replace(/<[^>]*>/g, '') : '\n'))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * XML with one element a line, indented, attributes sorted and namespaces left out: a golden that shows what changed.
 * Throws on what is not well-formed or uses a prefix that is not declared.
 */
export function canonical(xml: string): string {
  const lines: string[] = [];
  const open: { readonly name: string; text: string; line: number }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
      .map((attribute) => ` ${attribute.name}="${attribute.value}"`)
      .sort();
    lines.push(`${'  '.repeat(open.length)}${tag.name}${attributes.join('')}`);
    open.push({ name: tag.name, text: '', line: lines.length - 1 });
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', () => {
    const top = open.pop();
    if (top !== undefined && top.text !== '') lines[top.line] += ` ${JSON.stringify(top.text)}`;
  });
  parser.write(xml).close();
  return `${lines.join('\n')}\n`;
}
