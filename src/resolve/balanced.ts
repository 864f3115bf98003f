import { type Twip, twip } from '../base/lengths.js';
import { createMemory, createOwned } from '../base/memory.js';
import type { FontSet } from '../font/font.js';
import { balancedWidths } from '../measure/balance.js';
import { breakLines, type Line } from '../measure/break-lines.js';
import type { ResolvedInline } from './resolved-document.js';

/** Words before which a name is best broken: the place, the company or the owner on a line of its own. */
const GOOD_START =
  /^(việt\u00a0nam|tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|công ty|trường|khu công nghiệp|cơ sở|của)(\s|\u00a0|$)/iu;

/** "chào mừng Đại" before "hội": of a name in small letters only the first syllable is a capital. */
const OPEN_NAME = /(?:^|(?:^|\s)(?!\p{Lu})\S+\s)(?!Đảng\s)\p{Lu}\p{Ll}+\s$/u;

export interface BalancedLines {
  readonly indentLeft: Twip;
  readonly indentRight: Twip;
  readonly longest: Twip;
  readonly count: number;
}

/**
 * Balanced breaks of a centred text by equal indents on both sides, so that plain first-fit gives them: a clerk who edits
 * the text in Word finds no forced line breaks. One line keeps the full width.
 */
export function balance(inlines: readonly ResolvedInline[], width: Twip, fonts: FontSet): BalancedLines {
  const key = `${width} ${inlines.map(keyOf).join('')}`;
  return knownBalances(fonts).take(key, () => findBalance(inlines, width, fonts));
}

/** Agencies' names and the titles of forms come again in every paper of a batch; subjects may not. */
const knownBalances = createOwned((_: FontSet) => createMemory<BalancedLines>(250));

const keyOf = (inline: ResolvedInline): string =>
  inline.type === 'text'
    ? `${inline.size}${inline.bold ? 'b' : ''}${inline.italic ? 'i' : ''} ${inline.text}`
    : '\n';

function findBalance(inlines: readonly ResolvedInline[], width: Twip, fonts: FontSet): BalancedLines {
  const tried = balancedWidths(inlines, width, fonts).map((candidate) => {
    const lines = breakLines(inlines, candidate, candidate, fonts);
    return { width: candidate, lines, score: score(inlines, lines) };
  });
  // The narrowest of equals.
  const best = tried.reduce((a, b) => (b.score < a.score ? b : a));
  const side = twip((width - best.width) / 2);
  return {
    indentLeft: side,
    indentRight: twip(width - best.width - side),
    longest: twip(Math.max(0, ...best.lines.map((line) => line.width))),
    count: best.lines.length,
  };
}

/** Worth an uneven title, but not one with a line half as long as the other. */
const OPENS_NAME = 0.4;

/** Lower is better: a break inside a number is worst, one before a place name best, then evenness. */
function score(inlines: readonly ResolvedInline[], lines: readonly Line[]): number {
  const widest = Math.max(...lines.map((line) => line.width));
  const narrowest = Math.min(...lines.map((line) => line.width));
  let points = (widest - narrowest) / Math.max(1, widest);
  for (const line of lines.slice(1)) {
    const first = line.fragments[0];
    const inline = first === undefined ? undefined : inlines[first.inlineIndex];
    if (first === undefined || inline?.type !== 'text') continue;
    const previous = inlines[first.inlineIndex - 1];
    const before = inline.text.slice(0, first.start) || (previous?.type === 'text' ? previous.text : '');
    const behind = inline.text.slice(first.start);
    if (GOOD_START.test(behind)) points -= 1;
    else if (OPEN_NAME.test(before) && /^\p{Ll}/u.test(behind)) points += OPENS_NAME;
    if (/(\S[-/]|\bsố ?)$/u.test(before)) points += 4;
  }
  return points;
}
