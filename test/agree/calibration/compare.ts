import type { DrawnLine, DrawnRule } from './drawn.js';

/** 1 mm in points: how far a line may stand from its like. */
const NEAR = 72 / 25.4;

/** The lines that differ in page, words or place, told in words; empty where both agree. */
export function differences(left: readonly DrawnLine[], right: readonly DrawnLine[], near = NEAR): string[] {
  const [theirs, ours] = [inOrder(left), inOrder(right)];
  const found: string[] = [];
  for (let i = 0; i < Math.max(theirs.length, ours.length); i++) {
    const [a, b] = [theirs[i], ours[i]];
    if (a === undefined || b === undefined || !isLike(a, b, near)) {
      found.push(`LibreOffice ${describe(a)}, ours ${describe(b)}`);
    }
  }
  return found;
}

const isLike = (a: DrawnLine, b: DrawnLine, near: number): boolean =>
  a.page === b.page &&
  plain(a.text) === plain(b.text) &&
  Math.abs(a.x - b.x) < near &&
  Math.abs(a.y - b.y) < near;

/** By page and words: baselines of two columns may stand so near that their order is chance. */
const inOrder = (lines: readonly DrawnLine[]): readonly DrawnLine[] =>
  [...lines].sort((a, b) => a.page - b.page || compareText(plain(a.text), plain(b.text)) || a.y - b.y);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, '').replaceAll('\u2011', '-');
const describe = (line: DrawnLine | undefined): string =>
  line === undefined
    ? 'nothing'
    : `p${line.page} ${line.x.toFixed(1)},${line.y.toFixed(1)} ${JSON.stringify(line.text)}`;

/** The level strokes that differ in page or place. */
export function ruleDifferences(
  theirs: readonly DrawnRule[],
  ours: readonly DrawnRule[],
  near = NEAR,
): string[] {
  const isNear = (a: DrawnRule, b: DrawnRule): boolean =>
    a.page === b.page &&
    Math.abs(a.x0 - b.x0) < near &&
    Math.abs(a.x1 - b.x1) < near &&
    Math.abs(a.y - b.y) < near;
  return [
    ...theirs
      .filter((a) => !ours.some((b) => isNear(a, b)))
      .map((a) => `only LibreOffice: ${JSON.stringify(a)}`),
    ...ours.filter((a) => !theirs.some((b) => isNear(a, b))).map((a) => `only ours: ${JSON.stringify(a)}`),
  ];
}
