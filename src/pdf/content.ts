import { assertNever } from '../base/assert-never.js';
import { decimal } from '../base/decimal.js';
import { fingerprint } from '../base/fingerprint.js';
import type { Picture } from '../base/picture.js';
import type { FaceName } from '../font/font.js';
import { letterSpace } from '../font/letter-space.js';
import type { BoxItem, ImageItem, Page, PathItem, RuleItem, TextItem } from '../typeset/frame.js';
import { addText, type ByteText, createByteText, finishText } from './byte-text.js';
import type { PdfFonts } from './fonts.js';
import { addCodes } from './glyph-codes.js';

/** Names of the faces in a page's resources. */
export const FONT_NAMES: Readonly<Record<FaceName, string>> = {
  regular: 'R',
  bold: 'B',
  italic: 'I',
  boldItalic: 'Z',
  sansBold: 'S',
};

/** What the graphics state holds, so that only changes are written. */
interface State {
  font: string;
  fill: string;
  stroke: string;
  thickness: number;
  letterSpace: string;
}

/** The content stream of a page, not yet deflated. PDF's y goes up from the foot of the page. */
export const writeContent = (page: Page, fonts: PdfFonts): Uint8Array => {
  const state: State = { font: '', fill: '000000', stroke: '000000', thickness: 1, letterSpace: '0' };
  const out = createByteText();
  for (const item of page.items) {
    switch (item.type) {
      case 'text':
        writeText(item, page, fonts, state, out);
        break;
      case 'rule':
        addText(out, writeRule(item, page, state));
        break;
      case 'box':
        addText(out, writeBox(item, page, state));
        break;
      case 'path':
        addText(out, writePath(item, page, state));
        break;
      case 'image':
        addText(out, writeImage(item, page));
        break;
      default:
        assertNever(item);
    }
  }
  return finishText(out);
};

const writeText = (item: TextItem, page: Page, fonts: PdfFonts, state: State, bytes: ByteText): void => {
  if (item.text === '') return;
  const font = `/${FONT_NAMES[item.face]} ${decimal(item.size)} Tf`;
  const spacing = spread(letterSpace(fonts[item.face].face, item));
  let out = 'BT\n';
  if (item.color !== state.fill) out += `${color(item.color)} rg\n`;
  if (font !== state.font) out += `${font}\n`;
  if (spacing !== state.letterSpace) out += `${spacing} Tc\n`;
  state.fill = item.color;
  state.font = font;
  state.letterSpace = spacing;
  addText(bytes, `${out}${decimal(item.x)} ${decimal(page.height - item.y)} Td\n`);
  showText(item, fonts, bytes);
  addText(bytes, '\nET\n');
};

/** A line has up to 120 glyphs: five decimals keep its end exact to a thousandth of a point. */
const spread = (points: number): string => {
  const rounded = Math.round(points * 1e5);
  return rounded === 0 ? '0' : (rounded / 1e5).toFixed(5);
};

/**
 * One show operator for the whole text: signing programs look for a name in one piece. Word space goes between the words as
 * an adjustment after the space, since PDF's own (Tw) is ignored with two-byte codes.
 */
const showText = ({ text, face, wordSpace, size }: TextItem, fonts: PdfFonts, bytes: ByteText): void => {
  const { codes } = fonts[face];
  if (wordSpace === 0) {
    addText(bytes, '(');
    addCodes(bytes, text, codes);
    addText(bytes, ')Tj');
  } else {
    addText(bytes, '[(');
    addCodes(bytes, text, codes, `)${decimal((-1000 * wordSpace) / size)}(`);
    addText(bytes, ')]TJ');
  }
};

const writeRule = (item: RuleItem, page: Page, state: State): string => {
  const from = `${decimal(item.x0)} ${decimal(page.height - item.y0)} m`;
  const to = `${decimal(item.x1)} ${decimal(page.height - item.y1)} l`;
  return `${stroke(item, state)}${from} ${to} S\n`;
};

const writeBox = (item: BoxItem, page: Page, state: State): string => {
  const foot = page.height - item.y - item.height;
  return `${stroke(item, state)}${decimal(item.x)} ${decimal(foot)} ${decimal(item.width)} ${decimal(item.height)} re S\n`;
};

const writePath = ({ path, fill }: PathItem, page: Page, state: State): string => {
  const at = (x: number, y: number): string => `${decimal(x)} ${decimal(page.height - y)}`;
  let out = fill === state.fill ? '' : `${color(fill)} rg\n`;
  state.fill = fill;
  for (const step of path) {
    switch (step.type) {
      case 'move':
        out += `${at(step.x, step.y)} m\n`;
        break;
      case 'line':
        out += `${at(step.x, step.y)} l\n`;
        break;
      case 'curve':
        out += `${at(step.x1, step.y1)} ${at(step.x2, step.y2)} ${at(step.x, step.y)} c\n`;
        break;
      case 'close':
        out += 'h\n';
        break;
      default:
        assertNever(step);
    }
  }
  return `${out}f\n`;
};

const writeImage = ({ x, y, width, height, picture }: ImageItem, page: Page): string =>
  `q ${decimal(width)} 0 0 ${decimal(height)} ${decimal(x)} ${decimal(page.height - y - height)} cm /${imageName(picture)} Do Q\n`;

/** The same picture has the same name in every page's resources. */
export const imageName = ({ bytes }: Picture): string => `Im${fingerprint(bytes).toString(16)}`;

const stroke = (item: RuleItem | BoxItem, state: State): string => {
  let out = '';
  if (item.color !== state.stroke) out += `${color(item.color)} RG\n`;
  if (item.thickness !== state.thickness) out += `${decimal(item.thickness)} w\n`;
  state.stroke = item.color;
  state.thickness = item.thickness;
  return out;
};

const color = (hex: string): string =>
  [0, 2, 4].map((at) => decimal(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
