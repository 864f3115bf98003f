import { cellNumbers } from '../diagnostic/cell-name.js';
import type { CellPlace, Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { DiagnosticsStyle } from '../diagnostic/render-diagnostics.js';
import { findingsOfUnit, placeOfUnit, type Unit } from './batch-unit.js';

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
/** So many cells that have one and the same thing wrong are shown each by itself. */
const MOST_ALIKE = 3;
/** So many of the others are named. */
const MOST_CELLS = 10;

/**
 * The findings of all units, in their order. What points into the form and not into a row is met again in every row: it is
 * said once, with the number of units, or the first rows where it is of some only.
 */
export function gatherFindings(units: Iterable<Unit>, tableFile: string | undefined): readonly Diagnostic[] {
  const met = new Map<string, Met>();
  // Of units that have the same findings these have the same number: they are read once.
  const read = new Map<number, readonly Met[]>();
  let count = 0;
  for (const unit of units) {
    count += 1;
    if (unit.findings < 0) continue;
    const found = read.get(unit.findings) ?? findingsOfUnit(unit).map((finding) => metAs(met, finding));
    read.set(unit.findings, found);
    for (const known of found) {
      known.count += 1;
      const place = known.places.length < MOST_PLACES ? placeOfUnit(unit).place : undefined;
      if (place !== undefined) known.places.push(place);
    }
  }
  return [...met.values()].map((one) => shown(one, count, tableFile));
}

function metAs(met: Map<string, Met>, finding: Diagnostic): Met {
  const key = keyOf(finding);
  const known = met.get(key) ?? { finding, count: 0, places: [] };
  met.set(key, known);
  return known;
}

const keyOf = ({ code, message, place, actual }: Diagnostic): string =>
  JSON.stringify([code, message, place, actual]);

function shown({ finding, count, places }: Met, units: number, tableFile: string | undefined): Diagnostic {
  if (tableFile === undefined || finding.place?.file === tableFile) return finding;
  // Of a run of one unit nobody asks which it is.
  if (units === 1) return finding;
  if (count === units) return { ...finding, message: `${finding.message} (ở mọi đơn vị)` };
  const message = count > MOST_PLACES ? `${finding.message} (ở ${count} đơn vị)` : finding.message;
  const related = places.map((place) => ({ place, message: 'khi làm cho đơn vị ở dòng này' }));
  return { ...finding, message, related: [...(finding.related ?? []), ...related] };
}

/**
 * What is said at the end of a run: cells of one column that have one and the same thing wrong once for all, errors first
 * where not everything can be said; `left` counts what is not. A program that reads JSON gets all, cell by cell.
 */
export function sayable(
  found: readonly Diagnostic[],
  style: DiagnosticsStyle,
): { readonly said: readonly Diagnostic[]; readonly left: number } {
  if (style === 'json') return { said: found, left: 0 };
  const gathered = gatherAlike(found);
  if (gathered.length <= MOST_SHOWN) return { said: gathered, left: 0 };
  const errors = gathered.filter(({ severity }) => severity === 'error');
  const others = gathered.filter(({ severity }) => severity !== 'error');
  const said = [...errors, ...others].slice(0, MOST_SHOWN);
  return { said, left: gathered.length - said.length };
}

/** The first of many that are alike stands for all, with the cells of the others. */
function gatherAlike(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const alike = new Map<string, Diagnostic[]>();
  for (const finding of found) {
    const key = alikeKey(finding);
    const others = key === undefined ? undefined : alike.get(key);
    if (others !== undefined) others.push(finding);
    else if (key !== undefined) alike.set(key, [finding]);
  }
  return found.flatMap((finding) => {
    const key = alikeKey(finding);
    const group = (key !== undefined && alike.get(key)) || [finding];
    if (group.length <= MOST_ALIKE) return [finding];
    return group[0] === finding ? [forAll(finding, group.slice(1))] : [];
  });
}

/** Alike are findings of one column that say the same words; undefined of one that is not of a cell. */
function alikeKey(finding: Diagnostic): string | undefined {
  const { code, place, expected, related } = finding;
  const words = OF_NAMES[code]?.(finding) ?? (related === undefined ? finding.message : undefined);
  if (words === undefined || place === undefined || !('cell' in place)) return undefined;
  const column = cellNumbers(place.cell)?.column;
  return JSON.stringify([code, words, place.file, place.sheet, column, expected]);
}

/** Findings whose words have names of rows and files in them: what of them is the same where one mistake makes many. */
const OF_NAMES: Readonly<Record<string, (finding: Diagnostic) => string>> = {
  'batch/foreign-file': ({ message }) => message.replaceAll(/"[^"]*"/g, ''),
  'batch/same-name': ({ message, actual = '' }) => `${actual} ${message.replaceAll(/\d+/g, '')}`,
};

function forAll(finding: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const own = cellOf(finding.place as CellPlace);
  const cells = new Set(others.map(({ place }) => cellOf(place as CellPlace)).filter((cell) => cell !== own));
  if (cells.size === 0) return finding;
  const left = cells.size - MOST_CELLS;
  const named = [...cells].slice(0, MOST_CELLS).join(', ');
  const more = left > 0 ? ` và ${left} ô khác` : '';
  return { ...finding, message: `${finding.message}; cũng vậy ở ${cells.size} ô: ${named}${more}` };
}

/** Of a table without sheets rows are what people see. */
function cellOf({ sheet, cell }: CellPlace): string {
  const numbers = sheet === '' ? cellNumbers(cell) : undefined;
  return numbers === undefined ? cell : `dòng ${numbers.row}`;
}
