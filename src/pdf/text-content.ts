import { decimal } from '../base/decimal.js';
import type { FaceName } from '../font/font.js';
import { letterSpace } from '../font/letter-space.js';
import type { TextItem } from '../typeset/frame.js';
import { addBytes, addText, type ByteText, copyFrom } from './byte-text.js';
import type { PdfFont } from './fonts.js';
import { addCodes } from './glyph-codes.js';
import { color, type GraphicsState } from './graphics-state.js';

/** Names of the faces in a page's resources. */
export const FONT_NAMES: Readonly<Record<FaceName, string>> = {
  regular: 'R',
  bold: 'B',
  italic: 'I',
  boldItalic: 'Z',
  sansBold: 'S',
};

/** A text as it stands in the content of a page of this height, in this font. */
interface WrittenText {
  readonly height: number;
  readonly font: PdfFont;
  /** Operands. */
  readonly fontAndSize: string;
  readonly spacing: string;
  /** The text object from its place on; of a text that was met twice: most others are never met again. */
  bytes: Uint8Array | undefined;
}

/** Papers of a batch that differ in a few lines have all others in common, as the same objects. */
const known = new WeakMap<TextItem, WrittenText>();

/** Writes a text object on a page of this height. */
export const writeText = (
  item: TextItem,
  height: number,
  font: PdfFont,
  state: GraphicsState,
  out: ByteText,
): void => {
  if (item.text === '') return;
  const last = known.get(item);
  const isKnown = last?.font === font && last.height === height;
  const written = isKnown ? last : firstWritten(item, height, font);
  addText(out, 'BT\n');
  if (item.color !== state.fill) addText(out, `${color(item.color)} rg\n`);
  if (written.fontAndSize !== state.font) addText(out, `${written.fontAndSize} Tf\n`);
  if (written.spacing !== state.letterSpace) addText(out, `${written.spacing} Tc\n`);
  state.fill = item.color;
  state.font = written.fontAndSize;
  state.letterSpace = written.spacing;
  if (written.bytes !== undefined) {
    addBytes(out, written.bytes);
    return;
  }
  const start = out.length;
  addText(out, `${decimal(item.x)} ${decimal(height - item.y)} Td\n`);
  showText(item, font, out);
  addText(out, '\nET\n');
  if (isKnown) written.bytes = copyFrom(out, start);
};

const firstWritten = (item: TextItem, height: number, font: PdfFont): WrittenText => {
  const written: WrittenText = {
    height,
    font,
    fontAndSize: `/${FONT_NAMES[item.face]} ${decimal(item.size)}`,
    spacing: spread(letterSpace(font.face, item)),
    bytes: undefined,
  };
  known.set(item, written);
  return written;
};

/** A line has up to 120 glyphs: five decimals keep its end exact to a thousandth of a point. */
const spread = (points: number): string => {
  const rounded = Math.round(points * 1e5);
  if (rounded === 0) return '0';
  const size = Math.abs(rounded);
  const whole = Math.floor(size / 1e5);
  return `${rounded < 0 ? '-' : ''}${whole}.${String(size - whole * 1e5).padStart(5, '0')}`;
};

/**
 * One show operator for the whole text: signing programs look for a name in one piece. Word space goes between the words as
 * an adjustment after the space, since PDF's own (Tw) is ignored with two-byte codes.
 */
const showText = ({ text, wordSpace, size }: TextItem, { codes }: PdfFont, out: ByteText): void => {
  if (wordSpace === 0) {
    addText(out, '(');
    addCodes(out, text, codes);
    addText(out, ')Tj');
  } else {
    addText(out, '[(');
    addCodes(out, text, codes, `)${decimal((-1000 * wordSpace) / size)}(`);
    addText(out, ')]TJ');
  }
};
