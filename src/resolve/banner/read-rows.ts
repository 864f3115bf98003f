import type { Inline } from '../../document/ast.js';
import type { Banner, BannerLine } from '../../document/banner.js';
import type { BannerRow, Fragment, Word } from './banner-layout.js';

/** The rows of a banner: a line is one, or as many as the writer broke it into. All but place and date is in capitals. */
export const readRows = (banner: Banner): readonly BannerRow[] =>
  openFirst(
    banner.lines.flatMap((line) =>
      partsOf(line.content)
        .map((content): BannerRow => ({ role: line.role, words: wordsOf(content, line) }))
        .filter(({ words }) => words.length > 0),
    ),
  );

/** What an event's name may begin with, and how many words must follow for that to be a line of its own. */
const OPENINGS = /^(hội nghị|đại hội|lễ kỷ niệm|lễ phát động|lễ tuyên dương|lễ trao tặng|hội thảo) /iu;
const LEAST_REST = 3;

/** "Hội nghị điển hình tiên tiến …" begins with the small line above the large ones, unless that is typed itself. */
function openFirst(rows: readonly BannerRow[]): readonly BannerRow[] {
  const at = rows.findIndex(({ role }) => role === 'main');
  const first = rows[at];
  if (first === undefined || rows.some(({ role }) => role === 'opening')) return rows;
  const text = first.words.map((word) => word.map(({ typed }) => typed).join('')).join(' ');
  const count = OPENINGS.exec(text)?.[1]?.split(' ').length;
  if (count === undefined || first.words.length < count + LEAST_REST) return rows;
  return rows.toSpliced(
    at,
    1,
    { role: 'opening', words: first.words.slice(0, count) },
    { role: 'main', words: first.words.slice(count) },
  );
}

function partsOf(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.type === 'line-break') parts.push([]);
    else parts.at(-1)!.push(inline);
  }
  return parts;
}

function wordsOf(content: readonly Inline[], { role }: BannerLine): readonly Word[] {
  const words: Fragment[][] = [];
  let isOpen = false;
  for (const inline of content) {
    if (inline.type !== 'text') continue;
    for (const { 0: piece, index } of inline.text.matchAll(/[ \t]+|[^ \t]+/gu)) {
      const isSpace = piece.trim() === '' && !piece.includes('\u00a0');
      if (isSpace) {
        isOpen = false;
        continue;
      }
      const { origin } = inline;
      const fragment: Fragment = {
        text: role === 'place' ? piece : piece.toUpperCase(),
        typed: piece,
        ...(origin === undefined
          ? {}
          : { origin: origin.type === 'field' ? { ...origin, offset: origin.offset + index } : origin }),
      };
      if (isOpen) words.at(-1)!.push(fragment);
      else words.push([fragment]);
      isOpen = true;
    }
  }
  return words;
}
