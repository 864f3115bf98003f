import type { Diagnostic } from '../../diagnostic/diagnostic.js';

/** A finding, and the units in which it was met. */
interface Met<U> {
  readonly finding: Diagnostic;
  readonly units: U[];
}

/**
 * The findings of all units, in their order. What points into the form and not into a row is met again in every row: it is
 * said once, with the number of units. What keeps some units only from being made, and what only few have, is of their rows:
 * `atRow` says where.
 */
export function gatherUnitFindings<U extends { readonly found: readonly Diagnostic[] }>(
  units: readonly U[],
  tableFile: string,
  atRow: (unit: U, finding: Diagnostic) => Diagnostic,
): readonly Diagnostic[] {
  const met = new Map<string, Met<U>>();
  for (const unit of units)
    for (const finding of unit.found) {
      const { code, message, place, actual } = finding;
      const key = JSON.stringify([code, message, place, actual]);
      const known = met.get(key) ?? { finding, units: [] };
      if (known.units.at(-1) !== unit) known.units.push(unit);
      met.set(key, known);
    }
  return [...met.values()].flatMap(({ finding, units: having }): readonly Diagnostic[] => {
    if (finding.place?.file === tableFile || units.length === 1) return [finding];
    if (having.length === units.length) return [{ ...finding, message: `${finding.message} (ở mọi đơn vị)` }];
    if (finding.severity === 'error' || 2 * having.length < units.length)
      return having.map((unit) => atRow(unit, finding));
    return [{ ...finding, message: `${finding.message} (ở ${having.length} đơn vị)` }];
  });
}
