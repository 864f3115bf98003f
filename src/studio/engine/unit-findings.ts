import type { Diagnostic } from '../../diagnostic/diagnostic.js';

/** A finding, and in how many units it was met. */
interface Met {
  readonly finding: Diagnostic;
  count: number;
}

/**
 * The findings of all units, in their order. What points into the form and not into a row is met again in every row: it is
 * said once, with the number of units.
 */
export function gatherUnitFindings(
  units: readonly { readonly found: readonly Diagnostic[] }[],
  tableFile: string,
): readonly Diagnostic[] {
  const met = new Map<string, Met>();
  for (const { found } of units)
    for (const finding of found) {
      const { code, message, place, actual } = finding;
      const key = JSON.stringify([code, message, place, actual]);
      const known = met.get(key) ?? { finding, count: 0 };
      known.count += 1;
      met.set(key, known);
    }
  return [...met.values()].map(({ finding, count }) => {
    if (finding.place?.file === tableFile || units.length === 1) return finding;
    const where = count === units.length ? 'ở mọi đơn vị' : `ở ${count} đơn vị`;
    return { ...finding, message: `${finding.message} (${where})` };
  });
}
