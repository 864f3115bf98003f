import type { BannerRole } from '../../document/banner.js';
import type { BannerRow } from './banner-layout.js';

/** Rows with what the banner loses by standing so: the fit whose size times `worth` is the largest is taken. */
export interface Arrangement {
  readonly rows: readonly RankedRow[];
  readonly worth: number;
}

/** A row with its size over that of the main lines. */
export interface RankedRow extends BannerRow {
  readonly rank: number;
}

type Ranks = Readonly<Record<BannerRole, number>>;

/** Which roles go on in one line, and under which of them. A wide banner has no height for a line for each. */
const MERGES: readonly { readonly into: Partial<Record<BannerRole, BannerRole>>; readonly worth: number }[] =
  [
    { into: {}, worth: 1 },
    { into: { opening: 'main', occasion: 'unit' }, worth: 0.8 },
    { into: { opening: 'main', unit: 'main', occasion: 'main' }, worth: 0.62 },
  ];
/** A long name of the unit is set smaller rather than that it makes everything else small. */
const SMALLER_UNITS = [
  { by: 1, worth: 1 },
  { by: 0.84, worth: 0.95 },
  { by: 0.7, worth: 0.89 },
];

/** The ways in which the rows of a banner may be put together. Lines that the writer broke stay as they are. */
export function arrangementsOf(rows: readonly BannerRow[], ranks: Ranks): readonly Arrangement[] {
  const isBroken = rows.some((row, i) => i > 0 && rows[i - 1]!.role === row.role);
  const merges = isBroken ? MERGES.slice(0, 1) : MERGES;
  return merges.flatMap(({ into, worth }) =>
    SMALLER_UNITS.map(
      (smaller): Arrangement => ({
        worth: worth * smaller.worth,
        rows: merge(rows, into).map((row) => ({
          ...row,
          rank: ranks[row.role] * (row.role === 'unit' ? smaller.by : 1),
        })),
      }),
    ),
  );
}

function merge(
  rows: readonly BannerRow[],
  into: Partial<Record<BannerRole, BannerRole>>,
): readonly BannerRow[] {
  const merged: BannerRow[] = [];
  for (const row of rows) {
    const role = rows.some((other) => other.role === into[row.role]) ? into[row.role]! : row.role;
    const last = merged.at(-1);
    const isOne =
      last?.role === role && (role !== row.role || into[row.role] === undefined) && into !== MERGES[0]!.into;
    if (last !== undefined && isOne)
      merged[merged.length - 1] = { role, words: [...last.words, ...row.words] };
    else merged.push({ role, words: row.words });
  }
  return merged;
}
