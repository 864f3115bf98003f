import type { UnitLevel } from '../document/ast.js';

/** Numbers that run on together. A level may have more than one: "I." and "A." are both at level `roman`. */
export type Series =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'letter'
  | 'roman'
  | 'article'
  | 'clause'
  | 'clause2'
  | 'clause3'
  | 'point'
  | 'paren'
  | 'lower-roman';

/** One way to read a label's number: [5, 3] for "5.3.". "i)" is point i or a Roman one. */
export interface Reading {
  readonly series: Series;
  readonly values: readonly number[];
}

/** A label that is not written as an official reader expects; `expected` where one form can be named. */
interface LabelSlip {
  readonly code: 'label-form' | 'missing-space';
  readonly expected?: string;
}

/** What opens a unit that has a number or letter, as read from the beginning of a line. */
export interface UnitLabel {
  readonly level: UnitLevel;
  /** As typed: "1.1.", "a)", "Phần I". */
  readonly label: string;
  /** The part of `label` that is its number. */
  readonly numeral: string;
  /** Where the content begins in the visible text. */
  readonly contentAt: number;
  /** The likeliest first. */
  readonly readings: readonly Reading[];
  readonly slips: readonly LabelSlip[];
}

/** Reads one form of label at the beginning of `visible`, or nothing. `nextLetter`: the capital that would go on an "A.", "B." list. */
export type Reader = (visible: string, nextLetter: string) => UnitLabel | undefined;

/** What stands after a label: white space, nothing, or (a slip) the first letter of the content. */
export const GAP = String.raw`(?:(?<space>\s+)|$|(?=[\p{L}“"(]))`;

/** The content follows the label without a space, which the writer forgot. */
export const isTight = (match: RegExpExecArray): boolean =>
  match.groups?.['space'] === undefined && match[0].length < match.input.length;

/** What a reader found, before its slips are told. */
export interface Found {
  readonly level: UnitLevel;
  readonly label: string;
  readonly numeral: string;
  readonly contentAt: number;
  readonly readings: readonly Reading[];
  /** What should stand in place of the label; "" where the decree has nothing like it. */
  readonly expected?: string;
  readonly tight?: boolean;
}

/** The label of a unit, with the slips that follow from `expected` and `tight`. */
export function found({ expected, tight, ...rest }: Found): UnitLabel {
  const slips: LabelSlip[] = [];
  if (expected !== undefined) {
    slips.push({ code: 'label-form', ...(expected && { expected }) });
  }
  if (tight) slips.push({ code: 'missing-space', expected: `${rest.label} …` });
  return { ...rest, slips };
}
