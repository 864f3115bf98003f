import { readClause, readParen } from './clause-label.js';
import { readArticle, readHeading } from './heading-label.js';
import type { Reader, UnitLabel } from './label.js';
import { readPoint } from './point-label.js';
import { readLetter, readRoman } from './roman-label.js';

/** The label that opens a line, or nothing: prose. `nextLetter`: the capital letter that would continue "A.", "B.". */
export function readUnitLabel(visible: string, nextLetter: string): UnitLabel | undefined {
  for (const read of READERS) {
    const label = read(visible, nextLetter);
    if (label) return label;
  }
  return undefined;
}

/** After a bullet ("- c) …") only a well-formed small number counts: a dash before "Điều 5." is a list of articles. */
export function readLabelAfterBullet(visible: string): UnitLabel | undefined {
  const label = readClause(visible, '') ?? readPoint(visible, '');
  return label && label.slips.length === 0 ? label : undefined;
}

const READERS: readonly Reader[] = [
  readHeading,
  readArticle,
  readRoman,
  readLetter,
  readClause,
  readPoint,
  readParen,
];
