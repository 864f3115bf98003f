import { assertNever } from '../base/assert-never.js';
import { decimal } from '../base/decimal.js';
import { escapeXml } from '../base/escape-xml.js';
import { pt } from '../base/lengths.js';
import type { PathStep } from '../base/path.js';
import { base64 } from '../base/picture.js';
import type { FontSet } from '../font/font.js';
import { letterSpace } from '../font/letter-space.js';
import type {
  BoxItem,
  FieldArea,
  ImageItem,
  PagedDocument,
  PageItem,
  PathItem,
  RuleItem,
  TextItem,
} from '../typeset/frame.js';

/** The family first that the text was measured with; the others are as wide. */
const FAMILIES: Readonly<Record<FontSet['family'], string>> = {
  'Times New Roman': "'Times New Roman', Tinos, 'Liberation Serif', serif",
  Tinos: "Tinos, 'Times New Roman', 'Liberation Serif', serif",
};

const SANS_FAMILIES = "Arimo, Arial, 'Liberation Sans', sans-serif";

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
  // A point of a screen's page is a point of the screen.
  const unit = page.print?.isPixels ? '' : 'pt';
  const fields = (page.fields ?? []).filter(({ value }) => value.lines.length > 0);
  const items = [
    ...page.items.map((item) => writeItem(item, fonts)),
    ...fields.map((field) => writeField(field, fonts)),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}${unit}" height="${height}${unit}" viewBox="0 0 ${width} ${height}" xml:lang="${document.properties.language}" font-family="${FAMILIES[fonts.family]}">
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
    case 'path':
      return writePath(item);
    case 'image':
      return writeImage(item);
    default:
      return assertNever(item);
  }
};

const writeText = (item: TextItem, fonts: FontSet): string => {
  if (item.text === '') return '';
  const bold = item.face === 'regular' || item.face === 'italic' ? '' : ' font-weight="bold"';
  const family = item.face === 'sansBold' ? ` font-family="${SANS_FAMILIES}"` : '';
  const italic = item.face === 'italic' || item.face === 'boldItalic' ? ' font-style="italic"' : '';
  const fill = item.color === '000000' ? '' : ` fill="#${item.color}"`;
  const look = `font-size="${decimal(item.size)}"${bold}${italic}${family}${fill}`;
  const place = `x="${glyphPlaces(item, fonts).map(decimal).join(' ')}" y="${decimal(item.y)}"`;
  return `<text class="${item.style}"${origin(item)} ${look} ${place} xml:space="preserve">${escaped(item.text)}</text>\n`;
};

/** Before and behind a value in its field, as in the PDF. */
const FIELD_PADDING = 2;

/** The value that a form is sent out with, on white over its dots; cut off where the field ends, as in the PDF. */
const writeField = (field: FieldArea, fonts: FontSet): string => {
  const { width, height, value } = field;
  const lines = value.lines.map((text, index) =>
    writeText(
      {
        type: 'text',
        x: pt(FIELD_PADDING),
        y: pt(field.firstLine + index * field.pitch),
        text,
        face: 'regular',
        size: value.size,
        color: '000000',
        wordSpace: pt(0),
        width: pt(drawnWidth(text, value.size, fonts)),
        style: 'Body',
      },
      fonts,
    ),
  );
  const box = `width="${decimal(width)}" height="${decimal(height)}"`;
  return `<svg x="${decimal(field.x)}" y="${decimal(field.y)}" ${box}><rect ${box} fill="#ffffff"/>\n${lines.join('')}</svg>\n`;
};

/** As the font draws it: a value is not spread over its field. */
const drawnWidth = (text: string, size: number, { faces: { regular } }: FontSet): number =>
  [...text].reduce((sum, letter) => sum + (regular.advance(letter.codePointAt(0)!) ?? 0), 0) *
  (size / regular.metrics.unitsPerEm);

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

const writePath = ({ path, fill }: PathItem): string =>
  `<path d="${path.map(stepText).join('')}" fill="#${fill}"/>\n`;

function stepText(step: PathStep): string {
  const at = (...places: readonly number[]): string => places.map(decimal).join(' ');
  switch (step.type) {
    case 'move':
      return `M${at(step.x, step.y)}`;
    case 'line':
      return `L${at(step.x, step.y)}`;
    case 'curve':
      return `C${at(step.x1, step.y1, step.x2, step.y2, step.x, step.y)}`;
    case 'close':
      return 'Z';
    default:
      return assertNever(step);
  }
}

const writeImage = ({ x, y, width, height, picture }: ImageItem): string =>
  `<image x="${decimal(x)}" y="${decimal(y)}" width="${decimal(width)}" height="${decimal(height)}" preserveAspectRatio="none" href="data:image/${picture.type};base64,${base64(picture.bytes)}"/>\n`;

const stroke = (item: RuleItem | BoxItem): string =>
  `stroke="#${item.color}" stroke-width="${decimal(item.thickness)}"`;

/** A character that XML forbids leaves a mark: each letter has a place of its own. */
const escaped = (text: string): string => escapeXml(text, '\ufffd');
