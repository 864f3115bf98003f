import { assertNever } from '../base/assert-never.js';
import { decimal } from '../base/decimal.js';
import { escapeXml } from '../base/escape-xml.js';
import type { FontSet } from '../font/font.js';
import { letterSpace } from '../font/letter-space.js';
import type { BoxItem, PagedDocument, PageItem, RuleItem, TextItem } from '../typeset/frame.js';

/** The family first that the text was measured with; the others are as wide. */
const FAMILIES: Readonly<Record<FontSet['family'], string>> = {
  'Times New Roman': "'Times New Roman', Tinos, 'Liberation Serif', serif",
  Tinos: "Tinos, 'Times New Roman', 'Liberation Serif', serif",
};

/**
 * A page as an SVG file: `pageIndex` from 0, user units are points. Text stays text; only presentation attributes are used,
 * since a content security policy blocks style="". A text item carries where it comes from: `data-f` the path of the field
 * and `data-o` the offset in it, or `data-r` the rule that generated it; `class` is its paragraph style.
 */
export const writeSvg = (document: PagedDocument, pageIndex: number, fonts: FontSet): string => {
  const page = document.pages[pageIndex];
  if (page === undefined) throw new RangeError(`no page ${pageIndex}`);
  const width = decimal(page.width);
  const height = decimal(page.height);
  const items = page.items.map((item) => writeItem(item, fonts)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" xml:lang="${document.properties.language}" font-family="${FAMILIES[fonts.family]}">
<title>${escaped(document.properties.title)}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${items}</svg>
`;
};

const writeItem = (item: PageItem, fonts: FontSet): string => {
  switch (item.type) {
    case 'text':
      return writeText(item, fonts);
    case 'rule':
      return writeRule(item);
    case 'box':
      return writeBox(item);
    default:
      return assertNever(item);
  }
};

const writeText = (item: TextItem, fonts: FontSet): string => {
  if (item.text === '') return '';
  const bold = item.face === 'bold' || item.face === 'boldItalic' ? ' font-weight="bold"' : '';
  const italic = item.face === 'italic' || item.face === 'boldItalic' ? ' font-style="italic"' : '';
  const fill = item.color === '000000' ? '' : ` fill="#${item.color}"`;
  const look = `font-size="${decimal(item.size)}"${bold}${italic}${fill}`;
  const place = `x="${glyphPlaces(item, fonts).map(decimal).join(' ')}" y="${decimal(item.y)}"`;
  return `<text class="${item.style}"${origin(item)} ${look} ${place} xml:space="preserve">${escaped(item.text)}</text>\n`;
};

/** Where each glyph begins: renderers kern by default, which would narrow the text. The same places as in the PDF. */
const glyphPlaces = (item: TextItem, fonts: FontSet): readonly number[] => {
  const face = fonts.faces[item.face];
  const between = letterSpace(face, item);
  const places: number[] = [];
  let x: number = item.x;
  for (const character of item.text) {
    places.push(x);
    x += ((face.advance(character.codePointAt(0)!) ?? 0) * item.size) / face.metrics.unitsPerEm + between;
    if (character === ' ') x += item.wordSpace;
  }
  return places;
};

const origin = ({ origin: from }: TextItem): string => {
  if (from === undefined) return '';
  return from.type === 'field'
    ? ` data-f="${escaped(from.path)}" data-o="${from.offset}"`
    : ` data-r="${escaped(from.rule)}"`;
};

const writeRule = (item: RuleItem): string =>
  `<line x1="${decimal(item.x0)}" y1="${decimal(item.y0)}" x2="${decimal(item.x1)}" y2="${decimal(item.y1)}" ${stroke(item)}/>\n`;

const writeBox = (item: BoxItem): string =>
  `<rect x="${decimal(item.x)}" y="${decimal(item.y)}" width="${decimal(item.width)}" height="${decimal(item.height)}" fill="none" ${stroke(item)}/>\n`;

const stroke = (item: RuleItem | BoxItem): string =>
  `stroke="#${item.color}" stroke-width="${decimal(item.thickness)}"`;

/** A character that XML forbids leaves a mark: each letter has a place of its own. */
const escaped = (text: string): string => escapeXml(text, '\ufffd');
