import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { DiagnosticsStyle } from '../diagnostic/render-diagnostics.js';
import type { Unit } from './batch-unit.js';

/** A finding of the form, with the units in which it was met. */
interface Met {
  readonly finding: Diagnostic;
  count: number;
  /** Of the first of them. */
  readonly places: Place[];
}

/** So many units are pointed to. */
const MOST_PLACES = 3;
/** So many findings are shown to people; the report has all. */
const MOST_SHOWN = 60;

/**
 * The findings of all units, in their order. What points into the form and not into a row is met again in every row: it is
 * said once, with the number of units.
 */
export function gatherFindings(units: Iterable<Unit>, tableFile: string | undefined): readonly Diagnostic[] {
  const met = new Map<string, Met>();
  let count = 0;
  for (const unit of units) {
    count += 1;
    for (const finding of unit.findings) {
      const key = keyOf(finding);
      const known = met.get(key) ?? { finding, count: 0, places: [] };
      known.count += 1;
      if (unit.place !== undefined && known.places.length < MOST_PLACES) known.places.push(unit.place);
      met.set(key, known);
    }
  }
  return [...met.values()].map((one) => shown(one, count, tableFile));
}

const keyOf = ({ code, message, place, actual }: Diagnostic): string =>
  JSON.stringify([code, message, place, actual]);

function shown({ finding, count, places }: Met, units: number, tableFile: string | undefined): Diagnostic {
  if (tableFile === undefined || finding.place?.file === tableFile) return finding;
  if (count === units && units > 1) return { ...finding, message: `${finding.message} (ở mọi đơn vị)` };
  const message = count > MOST_PLACES ? `${finding.message} (ở ${count} đơn vị)` : finding.message;
  const related = places.map((place) => ({ place, message: 'khi làm cho đơn vị ở dòng này' }));
  return { ...finding, message, related: [...(finding.related ?? []), ...related] };
}

/** What is said at the end of a run: errors first where not all can be; a program that reads JSON gets all. */
export function sayable(
  found: readonly Diagnostic[],
  style: DiagnosticsStyle,
): { readonly said: readonly Diagnostic[]; readonly left: number } {
  if (style === 'json' || found.length <= MOST_SHOWN) return { said: found, left: 0 };
  const errors = found.filter(({ severity }) => severity === 'error');
  const others = found.filter(({ severity }) => severity !== 'error');
  const said = [...errors, ...others].slice(0, MOST_SHOWN);
  return { said, left: found.length - said.length };
}
