import { pointLetter } from '../vietnamese/point-letters.js';
import { romanNumeral } from '../vietnamese/roman.js';
import type { Reading, Series, UnitLabel } from './label.js';
import { type CountedLevel, labelOf, type UnitCounts } from './number-units.js';
import type { Remarks } from './remarks.js';

/** From large to small: a unit starts the numbers below it afresh. */
const SERIES: readonly Series[] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'letter',
  'roman',
  'article',
  'clause',
  'clause2',
  'clause3',
  'point',
  'lower-roman',
];
/** May also run on through the larger units, as articles do through chapters. */
const RUNNING: readonly Series[] = ['chapter', 'section', 'roman', 'article'];

interface Counter {
  /** The number as typed and as it should have been: after a wrong one, both may be continued. */
  readonly typed: number;
  readonly expected: number;
  readonly label: string;
  /** Of "5.3." the 5, as it should have been. */
  readonly prefix: readonly number[];
  /** The counter that stood here before a list that started at 1 again behind a colon. */
  readonly outer?: Counter | undefined;
  /** See SERIES; "1)" may stand in place of a clause or below a point, so its rank depends on what is open. */
  readonly rank: number;
  /** A larger unit has begun since. */
  readonly restarted?: boolean;
}

/** Remembers the numbers of one outline; asked once for each unit, in order. */
export interface NumberOrder {
  /**
   * Compares a unit's number with the one before it; returns how the number was read. `afterColon`: what precedes the unit
   * ends in ":".
   */
  readonly check: (
    label: UnitLabel,
    start: number,
    afterColon: boolean,
    remarks: Remarks,
  ) => Reading | undefined;
}

/** Follows the numbers of an outline from unit to unit; behind those before it, it may go on or begin at 1. */
export function followNumbers(before: UnitCounts = new Map()): NumberOrder {
  const counters = new Map<Series, Counter>(
    [...before].map(([level, count]) => [level, goesOnFrom(level, count, before)]),
  );
  return {
    check(label, start, afterColon, remarks) {
      const fitting = label.readings.find((reading) => fits(counters, reading, afterColon));
      const reading = fitting ?? label.readings[0];
      if (!reading) return undefined;
      if (!fitting) remarkOrder(counters, reading, label, start, remarks);
      count(counters, reading, label.label, afterColon);
      return reading;
    },
  };
}

function goesOnFrom(level: CountedLevel, count: number, before: UnitCounts): Counter {
  const above: readonly CountedLevel[] =
    level === 'clause2' ? ['clause'] : level === 'clause3' ? ['clause', 'clause2'] : [];
  const prefix = above.map((larger) => before.get(larger) ?? 1);
  const label = labelOf(level, before);
  return { typed: count, expected: count, label, prefix, rank: SERIES.indexOf(level), restarted: true };
}

function rankOf(counters: ReadonlyMap<Series, Counter>, series: Series): number {
  if (series !== 'paren') return SERIES.indexOf(series);
  const deepest = Math.max(
    SERIES.indexOf('clause'),
    ...[...counters.values()].map((counter) => counter.rank),
  );
  return counters.get(series)?.rank ?? deepest + 0.5;
}

const lastOf = (reading: Reading): number => reading.values.at(-1) ?? 0;

/** The numbers that may come next: the first is the one to name in a message. */
function acceptable(counter: Counter | undefined, afterColon: boolean): readonly number[] {
  if (!counter) return [1];
  const next = [counter.typed + 1, counter.expected + 1];
  if (counter.outer) next.push(counter.outer.typed + 1);
  return counter.restarted ? [1, ...next] : afterColon ? [...next, 1] : next;
}

/**
 * Of "5.3." the 5: the number of the clause above, and where no clause stands above (a piece of a longer text) that of the unit
 * before. More than one after a wrong number; none where anything may stand.
 */
function prefixesOf(counters: ReadonlyMap<Series, Counter>, series: Series): readonly (readonly number[])[] {
  const above: readonly Series[] =
    series === 'clause2' ? ['clause'] : series === 'clause3' ? ['clause', 'clause2'] : [];
  return above.map((parent, index) => {
    const counter = counters.get(parent);
    const before = counters.get(series)?.prefix[index];
    if (counter) return [counter.typed, counter.expected];
    return before === undefined ? [] : [before];
  });
}

function fits(counters: ReadonlyMap<Series, Counter>, reading: Reading, afterColon: boolean): boolean {
  if (beginsPiece(counters, reading)) return true;
  const samePrefix = prefixesOf(counters, reading.series).every(
    (may, index) => may.length === 0 || may.includes(reading.values[index] ?? 0),
  );
  return samePrefix && acceptable(counters.get(reading.series), afterColon).includes(lastOf(reading));
}

/** "5.3." with neither a clause nor such a unit above, or "6.1." after "5.4.". */
function beginsPiece(counters: ReadonlyMap<Series, Counter>, reading: Reading): boolean {
  if (reading.values.length < 2 || counters.has('clause')) return false;
  const before = counters.get(reading.series)?.prefix[0];
  return before === undefined || (lastOf(reading) === 1 && reading.values[0] === before + 1);
}

const expectedPrefix = (counters: ReadonlyMap<Series, Counter>, reading: Reading): readonly number[] =>
  prefixesOf(counters, reading.series).map((may, index) => may[0] ?? reading.values[index] ?? 1);

function count(counters: Map<Series, Counter>, reading: Reading, label: string, afterColon: boolean): void {
  const before = counters.get(reading.series);
  const typed = lastOf(reading);
  const may = acceptable(before, afterColon);
  const expected = may.includes(typed) ? typed : (may[0] ?? typed);
  const startsList = afterColon && typed === 1 && before && !before.restarted;
  const goesOn =
    before !== undefined && (typed === before.typed + 1 || typed !== (before.outer?.typed ?? 0) + 1);
  const outer = startsList ? before : goesOn ? before.outer : undefined;
  const rank = rankOf(counters, reading.series);
  const prefix = beginsPiece(counters, reading)
    ? reading.values.slice(0, -1)
    : expectedPrefix(counters, reading);
  const kept = outer && { outer: { ...outer, outer: undefined } };
  counters.set(reading.series, { typed, expected, label, prefix, rank, ...kept });
  for (const [series, counter] of counters) {
    if (counter.rank <= rank) continue;
    if (RUNNING.includes(series)) counters.set(series, { ...counter, restarted: true });
    else counters.delete(series);
  }
}

function remarkOrder(
  counters: ReadonlyMap<Series, Counter>,
  reading: Reading,
  label: UnitLabel,
  start: number,
  remarks: Remarks,
): void {
  const counter = counters.get(reading.series);
  const expected = label.label.replace(label.numeral, expectedNumeral(counters, reading, label.numeral));
  const behind = counter && !counter.restarted ? ` sau "${counter.label}"` : '';
  const message = `Số thứ tự "${label.label}"${behind} không theo thứ tự, lẽ ra là "${expected}"`;
  remarks.add('number-order', start, start + label.label.length, message, {
    actual: label.label,
    expected,
    hints: ['Sửa số thứ tự nếu gõ nhầm; chương trình in như đã gõ'],
  });
}

function expectedNumeral(counters: ReadonlyMap<Series, Counter>, reading: Reading, typed: string): string {
  const next = acceptable(counters.get(reading.series), false)[0] ?? 1;
  const prefix = expectedPrefix(counters, reading);
  if (prefix.length > 0) return [...prefix, next].join('.');
  if (/^\d/.test(typed)) return String(next);
  if (reading.series === 'point') return pointLetter(next) ?? typed;
  if (reading.series === 'letter') return pointLetter(next)?.toUpperCase() ?? typed;
  return reading.series === 'lower-roman' ? romanNumeral(next).toLowerCase() : romanNumeral(next);
}
