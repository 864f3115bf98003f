import { type FontSet, faceName } from '../font/font.js';
import type { StyledInline, StyledText } from './styled-text.js';
import { advanceOf, advancesOf, italicOverhang, PARTS_PER_TWIP } from './text-width.js';

/**
 * A paragraph as one string with the advance of every UTF-16 unit, so that a word may run over several inlines.
 * A `line-break` inline is U+000A; the second half of a surrogate pair is 0 wide.
 */
export interface FlatText {
  readonly text: string;
  /** In sixths of a twip, with the gap behind. */
  readonly widths: Int32Array;
  /** How much of `widths` is left free behind the glyph. */
  readonly gaps: Uint16Array;
  /** By how much the line is shorter for each unit, in twips: italics lean out of it. */
  readonly overhangs: Uint8Array;
  /** 1 where a portion begins: what LibreOffice measures as one, so text of one format, and U+00A0 and U+2011 apart. */
  readonly portions: Uint8Array;
  /** Offset in `text` of each inline's first unit, and, last, the length of `text`. */
  readonly starts: readonly number[];
}

export const LINE_BREAK = 0x0a;

export function flattenInlines(inlines: readonly StyledInline[], fonts: FontSet): FlatText {
  const starts: number[] = [];
  let text = '';
  for (const inline of inlines) {
    starts.push(text.length);
    text += inline.type === 'text' ? inline.text : '\n';
  }
  starts.push(text.length);
  const widths = new Int32Array(text.length);
  const gaps = new Uint16Array(text.length);
  const overhangs = new Uint8Array(text.length);
  const portions = new Uint8Array(text.length);
  const flat: FlatText = { text, widths, gaps, overhangs, portions, starts };
  for (let i = 0; i < inlines.length; i++) {
    const inline = inlines[i]!;
    if (inline.type !== 'text') continue;
    measureInline(inline, starts[i]!, starts[i + 1]!, flat, fonts);
    if (!isSameFormat(inline, inlines[i - 1])) portions[starts[i]!] = 1;
  }
  return flat;
}

function measureInline(
  inline: StyledText,
  start: number,
  end: number,
  { text, widths, gaps, overhangs, portions }: FlatText,
  fonts: FontSet,
): void {
  const face = fonts.faces[faceName(inline.bold, inline.italic, inline.sans)];
  const advances = advancesOf(face, inline.size);
  const overhang = inline.italic ? italicOverhang(face, inline.size) : 0;
  const glued = overhang * PARTS_PER_TWIP;
  const spacing = (inline.spacing ?? 0) * PARTS_PER_TWIP;
  for (let at = start; at < end; at++) {
    const codePoint = text.codePointAt(at)!;
    if (isGlue(codePoint)) {
      gaps[at] = glued;
      portions[at] = 1;
      if (at + 1 < text.length) portions[at + 1] = 1;
    }
    widths[at] = advanceOf(advances, codePoint) + gaps[at]! + spacing;
    overhangs[at] = overhang;
    if (codePoint > 0xffff) at++;
  }
}

/** The characters that LibreOffice sets as portions of their own. */
const isGlue = (codePoint: number): boolean => codePoint === 0xa0 || codePoint === 0x2011;

function isSameFormat(inline: StyledText, before: StyledInline | undefined): boolean {
  return (
    before?.type === 'text' &&
    before.size === inline.size &&
    before.bold === inline.bold &&
    before.italic === inline.italic &&
    before.sans === inline.sans &&
    before.spacing === inline.spacing &&
    before.leader === inline.leader
  );
}
