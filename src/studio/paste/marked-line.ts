import { readSegments } from '../../outline/read-inlines.js';
import { noteRemarks } from '../../outline/remarks.js';
import { readUnitLabel } from '../../outline/unit-label.js';
import { typedBullet } from './list-marks.js';

/** Letters of one weight and slope. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** One line of the text to be: the mark that a program drew before it ("1.", "-"), and its letters. */
export interface PasteLine {
  readonly mark: string;
  readonly runs: readonly Run[];
}

/** As the grammar writes it. `plain`: without bold, where a title is bold anyway. */
export function writeLine({ mark, runs }: PasteLine, plain = false): string {
  const letters = tidyRuns(plain ? runs.map((run) => ({ ...run, bold: false })) : runs);
  if (mark !== '') return `${mark} ${writeRuns(letters)}`.trimEnd();
  const text = textOf(letters);
  // An ornament, which the grammar prints as typed.
  if (/^\*(?:\s+\*)+$/.test(text)) return text.replace(/\s+/g, ' ');
  const bullet = typedBullet(text);
  if (bullet) return `${bullet.mark} ${writeRuns(cutRuns(letters, bullet.length))}`.trimEnd();
  // A label stands outside of the stars: then it is the writer's own text, and not of a mark's.
  const head = readUnitLabel(text, 'A')?.contentAt ?? 0;
  return `${text.slice(0, head).replace(/\s+/g, ' ')}${writeRuns(cutRuns(letters, head))}`;
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Whether every letter of it is bold. */
export const isBold = ({ runs }: PasteLine): boolean =>
  runs.some(({ text }) => text.trim() !== '') && runs.every(({ text, bold }) => bold || text.trim() === '');

/**
 * Runs of one space each where several or none-breaking ones stood, without soft hyphens and other letters that nobody sees;
 * a space between two runs has what both have, so that stars are close to their words.
 */
function tidyRuns(runs: readonly Run[]): readonly Run[] {
  const pieces = runs.flatMap((run) =>
    (run.text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').match(/\s+|\S+/g) ?? []).map((text) => ({
      ...run,
      text: text.trim() === '' ? spaceOf(text) : text,
    })),
  );
  const words = pieces.filter((piece, at) => piece.text.trim() !== '' || pieces[at - 1]?.text.trim() !== '');
  const first = words.findIndex(({ text }) => text.trim() !== '');
  const last = words.findLastIndex(({ text }) => text.trim() !== '');
  return words.slice(first, last + 1).map((piece, at, all) => {
    if (piece.text.trim() !== '' || first < 0) return piece;
    const [before, after] = [all[at - 1], all[at + 1]];
    return {
      text: piece.text,
      bold: before?.bold === true && after?.bold === true,
      italic: before?.italic === true && after?.italic === true,
    };
  });
}

/** More than one space is kept as a wide one only to tell Word's "o" bullet from a word; `writeRuns` makes it one. */
const spaceOf = (text: string): string => (text.length > 1 || text === '\t' ? '  ' : ' ');

function cutRuns(runs: readonly Run[], from: number): readonly Run[] {
  let left = from;
  return runs.flatMap((run) => {
    const skipped = Math.min(left, run.text.length);
    left -= skipped;
    return skipped === run.text.length ? [] : [{ ...run, text: run.text.slice(skipped) }];
  });
}

/** The runs with their stars; where stars would be read as something else, without any. */
export function writeRuns(runs: readonly Run[]): string {
  const words = runs.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') }));
  let [made, bold, italic] = ['', false, false];
  for (const run of words) {
    made += starsBetween(bold !== run.bold, italic !== run.italic) + escapeStars(run.text);
    bold = run.bold;
    italic = run.italic;
  }
  made += starsBetween(bold, italic);
  return saysTheSame(made, words) ? made : escapeStars(textOf(words));
}

const starsBetween = (bold: boolean, italic: boolean): string => (bold ? '**' : '') + (italic ? '*' : '');
const escapeStars = (text: string): string => text.replaceAll('*', '\\*');

function saysTheSame(made: string, runs: readonly Run[]): boolean {
  const read = readSegments(made, 0, made.length, noteRemarks([]));
  const letters = (parts: readonly Run[]) =>
    parts
      .flatMap(({ text, bold, italic }) => Array.from(text, (letter) => `${letter}${bold}${italic}`))
      .join();
  return letters(read.map((part) => ({ ...part, text: made.slice(part.start, part.end) }))) === letters(runs);
}

/** One cell of a bar table: its lines in one, its bars as letters. */
export const writeCell = (lines: readonly PasteLine[], plain: boolean): string =>
  lines
    .map((line) => writeLine(line, plain))
    .join(' ')
    .replaceAll('|', '\\|');
