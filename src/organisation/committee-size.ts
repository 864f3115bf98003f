import { earliest } from './register.js';

/** The most members that a committee (ban chấp hành) may have, by how many members the union has; below the first figure. */
interface Sizes {
  /** From this day on, ISO. */
  readonly from: string;
  readonly source: string;
  readonly rule: string;
  readonly most: readonly (readonly [below: number, committee: number])[];
}

/** A standing committee is elected by a committee of at least so many (R141a, R166). */
const STANDING_FROM = 9;

const SIZES: readonly Sizes[] = [
  {
    from: '2025-01-01',
    source: 'Kế hoạch 22/KH-TLĐ năm 2025',
    rule: 'R166',
    most: [
      [50, 3],
      [150, 5],
      [500, 9],
    ],
  },
  {
    from: '',
    source: 'Hướng dẫn 38/HD-TLĐ',
    rule: 'R141a',
    most: [
      [30, 3],
      [150, 7],
      [500, 11],
    ],
  },
];

/**
 * Why a grassroots union of so many members cannot have a standing committee; undefined where it can, also where only a
 * committee as large as is allowed has one. `day`: of the paper, ISO; without one the newest figures hold.
 */
export function standingCommitteeLack(
  headcount: number,
  day: string | undefined,
): { readonly committee: number; readonly needed: number; readonly source: string } | undefined {
  const sizes = SIZES.find(({ from }) => day === undefined || earliest(day) >= from) ?? SIZES[0]!;
  const committee = sizes.most.find(([below]) => headcount < below)?.[1];
  if (committee === undefined || committee >= STANDING_FROM) return undefined;
  return { committee, needed: STANDING_FROM, source: sizes.source };
}
