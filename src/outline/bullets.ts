import type { UnitLevel } from '../document/ast.js';
import type { Remarks } from './remarks.js';

/** A sign that opens a unit: "-", "+" or "*", or what was pasted in its place. */
export interface Bullet {
  readonly level: Extract<UnitLevel, 'dash' | 'plus' | 'star'>;
  /** Offset of the bullet in the field. */
  readonly at: number;
  /** Offset of what follows it and the space behind it. */
  readonly contentAt: number;
  /** The content begins with stars that open a mark although a space follows them: "** Lưu ý: …*". */
  readonly opensMark: boolean;
}

/** Signs that Word, Excel and phones put in place of "-". U+F0xx are Symbol and Wingdings as pasted from Word. */
const ODD_BULLET = /^[–—‒―‐‑−•·●○◦▪▫■□◆◇➢➤❖✓✔‣⁃\uf02d\uf0a7\uf0b7\uf0d8\uf076\uf0fc]/u;
const LONG_DASH = /^[–—‒―‐‑−]/u;
/** "-----", "* * *": an ornament between two parts, printed as typed. */
export const isOrnament = (line: string): boolean => /^[-–—_=+*.\s]{3,}$/u.test(line);

/** The bullet that opens a stretch of a line, or nothing. A "-", "+" or "*" needs a space, "-Tập trung" is forgiven. */
export function readBullet(text: string, start: number, end: number, remarks: Remarks): Bullet | undefined {
  const head = text.slice(start, Math.min(end, start + 4));
  if (head.startsWith('*')) return readStarBullet(text, start, end);
  const odd = ODD_BULLET.test(head) || /^o\t/.test(head);
  if (!odd && !/^[-+]/.test(head)) return undefined;
  const spaced = head.length === 1 || /^.\s/u.test(head);
  const nextIsLetter = /^.[\p{L}“"(*]/u.test(head);
  if (!spaced && (LONG_DASH.test(head) || !odd) && !nextIsLetter) return undefined;
  const sign = head[0] ?? '-';
  if (odd) remarkOdd(sign, start, remarks);
  if (!spaced && !odd) remarkTight(sign, start, remarks);
  const level = sign === '+' ? 'plus' : 'dash';
  return { level, at: start, contentAt: skipSpace(text, start + 1, end), opensMark: false };
}

function remarkOdd(sign: string, at: number, remarks: Remarks): void {
  remarks.add('odd-bullet', at, at + 1, `Dấu "${sign}" ở đầu dòng được in là "-"`, {
    actual: sign,
    expected: '-',
    hints: ['Gõ dấu gạch ngang ngắn "-" và một dấu cách ở đầu dòng'],
  });
}

function remarkTight(sign: string, at: number, remarks: Remarks): void {
  remarks.add('missing-space', at, at + 1, `Sau dấu "${sign}" ở đầu dòng thiếu dấu cách`, {
    actual: sign,
    expected: `${sign} `,
    hints: ['Gõ một dấu cách sau dấu này'],
  });
}

function skipSpace(text: string, from: number, end: number): number {
  const rest = text.slice(from, end);
  return end - rest.trimStart().length;
}

/**
 * "* " is a star item. Two stars and a space are a mark that stands apart from its word when its partner is on the line
 * ("** Lưu ý:** gửi"), a star item with a mark when one star less has a partner ("** Lưu ý: …*"), else a star item.
 */
function readStarBullet(text: string, start: number, end: number): Bullet | undefined {
  const stars = /^\*+(?=\s|$)/.exec(text.slice(start, end))?.[0].length ?? 0;
  if (stars === 0) return undefined;
  const afterStars = start + stars;
  const content = skipSpace(text, afterStars, end);
  const isolated = { level: 'star', at: start } as const;
  if (stars === 1) return { ...isolated, contentAt: content, opensMark: false };
  const lengths = runLengths(text.slice(content, end));
  if (isOdd(lengths, stars)) return undefined;
  return { ...isolated, contentAt: start + 1, opensMark: isOdd(lengths, stars - 1) };
}

const runLengths = (text: string): readonly number[] => (text.match(/\*+/g) ?? []).map((run) => run.length);
const isOdd = (lengths: readonly number[], wanted: number): boolean =>
  lengths.filter((length) => length === wanted).length % 2 === 1;
