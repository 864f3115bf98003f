import type { Twip } from '../base/lengths.js';
import { createMemory, createOwned } from '../base/memory.js';
import type { FontSet } from '../font/font.js';
import { forgetsBreaks, mayBreakBefore } from './break-opportunities.js';
import { type FlatText, flattenInlines, LINE_BREAK } from './flat-text.js';
import type { StyledInline } from './styled-text.js';
import { PARTS_PER_TWIP } from './text-width.js';

const SPACE = 0x20;

/** A stretch of one inline on one line; `start` and `end` are UTF-16 offsets in the inline's text. */
export interface LineFragment {
  readonly inlineIndex: number;
  readonly start: number;
  readonly end: number;
  /** Twips, in whole sixths. */
  readonly width: number;
  /** Twips that are left free behind it: LibreOffice's room after U+00A0 and U+2011 in italics, where a fragment ends. */
  readonly gap: number;
}

/** One line of a paragraph. Spaces at its end hang: they are in no fragment and in no figure. */
export interface Line {
  readonly fragments: readonly LineFragment[];
  /** Twips, in whole sixths. */
  readonly width: number;
  /** U+0020 that widen when the line is justified. */
  readonly spaceCount: number;
  readonly endsParagraph: boolean;
  /** Ended by a `line-break` inline. */
  readonly endsWithBreak: boolean;
  /** Twips that the line counts as longer than its glyphs, because it ends within italics. */
  readonly overhang: number;
}

/**
 * Breaks a paragraph first-fit: each line takes words while their sum is not above its width. A word wider than the line is
 * cut where it no longer fits. An empty paragraph has one empty line.
 */
export function breakLines(
  inlines: readonly StyledInline[],
  firstWidth: Twip,
  restWidth: Twip,
  fonts: FontSet,
): readonly Line[] {
  const key = `${firstWidth} ${restWidth} ${inlines.map(keyOf).join('')}`;
  return knownLines(fonts).take(key, () => findLines(inlines, firstWidth, restWidth, fonts));
}

/** As many paragraphs as a few long papers have: those of a batch say much the same. */
const knownLines = createOwned((_: FontSet) => createMemory<readonly Line[]>(1500));

/** All that measuring asks of an inline; with its length, no text can be taken for the beginning of the next. */
const keyOf = (inline: StyledInline): string => {
  if (inline.type === 'line-break') return '|';
  const { text, size, bold, italic, sans = false, spacing = 0, leader = '' } = inline;
  return `${size} ${bold} ${italic} ${sans} ${spacing} ${leader} ${text.length} ${text}`;
};

function findLines(
  inlines: readonly StyledInline[],
  firstWidth: Twip,
  restWidth: Twip,
  fonts: FontSet,
): readonly Line[] {
  const flat = flattenInlines(inlines, fonts);
  const ends = lineEnds(flat, firstWidth, restWidth);
  return ends.map((end, i) => buildLine(flat, i === 0 ? 0 : ends[i - 1]!, end, i === ends.length - 1));
}

/** Where each line ends (exclusive, with its hanging spaces and its line break). */
export function lineEnds(flat: FlatText, firstWidth: number, restWidth: number): readonly number[] {
  const ends: number[] = [];
  const length = flat.text.length;
  let start = 0;
  let width = firstWidth;
  while (start < length) {
    start = endOfLine(flat, start, width);
    ends.push(start);
    width = restWidth;
  }
  // An empty paragraph, and the place after a last line break, are lines too.
  if (length === 0 || flat.text.charCodeAt(length - 1) === LINE_BREAK) ends.push(length);
  return ends;
}

function endOfLine(
  { text, widths, overhangs, portions }: FlatText,
  start: number,
  lineWidth: number,
): number {
  // Whole numbers on both sides, in sixths of a twip.
  const limit = lineWidth * PARTS_PER_TWIP;
  let width = 0;
  let lastBreak = start;
  let lastSpace = start;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_BREAK) return i + 1;
    if (portions[i] === 1) width = wholeTwips(width);
    if (code !== SPACE) {
      if (i - 2 >= start && forgetsBreaks(text, i)) lastBreak = lastSpace;
      if (i > start && mayBreakBefore(text, i)) {
        lastBreak = i;
        if (text.charCodeAt(i - 1) === SPACE) lastSpace = i;
      }
      if (width + widths[i]! > limit - overhangs[i]! * PARTS_PER_TWIP)
        return lastBreak > start ? lastBreak : cutWord(text, start, i);
    }
    width += widths[i]!;
  }
  return text.length;
}

/** Each portion of a line counts as whole twips. */
const wholeTwips = (width: number): number => Math.round(width / PARTS_PER_TWIP) * PARTS_PER_TWIP;

/** A word that no line can hold is cut before `index`, but keeps at least one letter and no half of a surrogate pair. */
function cutWord(text: string, start: number, index: number): number {
  const isLowSurrogate = (at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  let at = Math.max(index, start + 1);
  while (at < text.length && isLowSurrogate(at)) at++;
  return at;
}

function buildLine(flat: FlatText, start: number, end: number, isLast: boolean): Line {
  const { text, widths, starts } = flat;
  const endsWithBreak = end > start && text.charCodeAt(end - 1) === LINE_BREAK;
  let inkEnd = endsWithBreak ? end - 1 : end;
  while (inkEnd > start && text.charCodeAt(inkEnd - 1) === SPACE) inkEnd--;

  const fragments: LineFragment[] = [];
  for (let inlineIndex = 0; inlineIndex < starts.length - 1; inlineIndex++) {
    const origin = starts[inlineIndex]!;
    const to = Math.min(inkEnd, starts[inlineIndex + 1]!);
    for (let from = Math.max(start, origin); from < to; ) {
      const end = fragmentEnd(flat, from, to);
      const gap = flat.gaps[end - 1]! / PARTS_PER_TWIP;
      const width = twipsBetween(widths, from, end) - gap;
      fragments.push({ inlineIndex, start: from - origin, end: end - origin, width, gap });
      from = end;
    }
  }
  const width = twipsBetween(widths, start, inkEnd);
  const spaceCount = countSpaces(text, start, inkEnd);
  const isInPortion = isLast || endsWithBreak || flat.portions[end] === 0;
  const overhang = isInPortion && inkEnd > start ? flat.overhangs[inkEnd - 1]! : 0;
  return {
    fragments,
    width,
    spaceCount,
    endsParagraph: isLast,
    endsWithBreak,
    overhang,
  };
}

/** A fragment ends with its inline, or where room is left free. */
function fragmentEnd({ gaps }: FlatText, from: number, to: number): number {
  let end = from + 1;
  while (end < to && gaps[end - 1] === 0) end++;
  return end;
}

function twipsBetween(widths: Int32Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += widths[i]!;
  return total / PARTS_PER_TWIP;
}

function countSpaces(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === SPACE) count++;
  return count;
}
