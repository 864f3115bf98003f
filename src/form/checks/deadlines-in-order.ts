import { compareDeadlines, deadlinePhrase } from '../../vietnamese/deadline.js';
import { readDeadline } from '../../vietnamese/read-deadline.js';
import { valueAt } from '../value-at.js';
import type { FormCheck } from './check.js';
import { findingAt, says } from './found.js';
import { type FoundText, pathBeside, pathList, textsAt } from './paths.js';

/**
 * A lower level is done before the level above it: a remark, since a plan may have its reasons. Each deadline is held against
 * the nearest one above it, the latest of several. Parameters `deadlines`: the path of the deadlines, a `*` for the list of levels. Optional `level`,
 * `order`: the path of the choice that names an item's level, and its values from the lowest up, parted by commas, "a/b" for two of one height; without
 * them the list is taken to go from low to high, and a list that falls throughout is one from high to low.
 *
 * ok: "trước 10/3/2025", "trước 15/4/2025", "nửa cuối tháng 5/2025"
 * not ok: "trước 20/4/2025", "trước 15/4/2025", "nửa cuối tháng 5/2025"
 */
export const deadlinesInOrder: FormCheck = {
  name: 'deadlines-in-order',
  parameters: ['deadlines'],
  optional: ['level', 'order'],
  words: ['order'],
  check: (form, { deadlines = '', level, order }) => {
    const found = textsAt(form.values, deadlines).filter(({ text }) => readDeadline(text) !== undefined);
    const ranks = pathList(order ?? '');
    const ranked = found.map((one) => ({
      ...one,
      rank: level === undefined ? one.at[0] : rankOf(valueAt(form.values, pathBeside(level, one.at)), ranks),
    }));
    const levels = ranked
      .filter((one): one is Ranked => one.rank !== undefined)
      .sort((a, b) => a.rank - b.rank);
    if (level === undefined && fallsThroughout(levels)) return [];
    return levels.flatMap((lower) => {
      const above = latestAbove(levels, lower.rank);
      if (above === undefined || (compare(lower, above) ?? 0) <= 0) return [];
      const limit = readDeadline(above.text);
      return findingAt(form, lower, {
        code: 'deadline-order',
        severity: 'remark',
        message: `${says(form, lower)}, sau thời hạn của cấp trên: ${says(form, above)}`,
        ...(limit && { expected: `không muộn hơn: ${deadlinePhrase(limit)}` }),
        hints: ['Kiểm tra lại thời hạn của hai cấp'],
        other: above,
      });
    });
  },
};

interface Ranked extends FoundText {
  readonly rank: number;
}

function rankOf(value: unknown, ranks: readonly string[]): number | undefined {
  const rank = ranks.findIndex((names) => names.split('/').some((name) => name.trim() === value));
  return rank < 0 ? undefined : rank;
}

function latestAbove(levels: readonly Ranked[], rank: number): Ranked | undefined {
  const nearest = levels.find((one) => one.rank > rank)?.rank;
  const [first, ...others] = levels.filter((one) => one.rank === nearest);
  return others.reduce((latest, one) => (latest && (compare(one, latest) ?? 0) > 0 ? one : latest), first);
}

function compare(a: FoundText, b: FoundText): number | undefined {
  const [one, other] = [readDeadline(a.text), readDeadline(b.text)];
  return one && other && compareDeadlines(one, other);
}

const fallsThroughout = (levels: readonly FoundText[]): boolean =>
  levels.length > 2 &&
  levels.every((one, index) => index === 0 || (compare(levels[index - 1]!, one) ?? 0) > 0);
