import { createMemory, type Memory } from '../base/memory.js';
import { type TextStore, textStore } from '../base/text-store.js';
import type { CheckedJob, Job, MadeJob } from '../batch/job.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';

/** What became of a unit: in the words of the report. */
export type UnitState =
  | 'waiting' // not made: the run ended before
  | 'made'
  | 'unchanged'
  | 'kept' // changed by hand since it was made, and left so
  | 'failed';

/**
 * One unit of a run, from its check to its report. A hundred thousand of them are held: no row, no paper, no bytes, and no
 * texts but as numbers of `kept`, to be asked for with the functions below. The files that were made are in the journal.
 */
export interface Unit {
  readonly order: number;
  /** As the spreadsheet counts; of a form file the order. */
  readonly row: number;
  state: UnitState;
  /** How many files were made, and of how many pages the papers are. */
  files: number;
  pages: number;
  readonly kept: UnitTexts;
  readonly asked: number;
  /** -1 where there are none. */
  names: number;
  findings: number;
}

/** Where the texts of a run's units are. */
export interface UnitTexts {
  readonly store: TextStore;
  /** Findings that unit after unit has. */
  readonly known: Memory<number>;
}

/** What the check of a unit came to, as far as its papers are made by it. */
export type UnitNames = Pick<CheckedJob, 'key' | 'unit' | 'stem' | 'files' | 'cells' | 'digest'>;

const MOST_KNOWN = 64;

export const createUnitTexts = (): UnitTexts => ({ store: textStore(), known: createMemory(MOST_KNOWN) });

/** `key`: as its row says it, also where it comes to nothing. `place`: where messages about the whole unit point. */
export const newUnit = (kept: UnitTexts, job: Job, key: string, place: Place | undefined): Unit => ({
  order: job.order,
  row: job.type === 'row' ? job.row.row : job.order,
  state: 'waiting',
  files: 0,
  pages: 0,
  kept,
  asked: kept.store.add(JSON.stringify([key, job.type === 'row' ? `Dòng ${job.row.row}` : job.file, place])),
  names: -1,
  findings: -1,
});

/** What messages about the whole unit need: what people call it ("Dòng 5", or the form's file), and where they point. */
export function placeOfUnit(unit: Unit): { readonly shown: string; readonly place?: Place } {
  const [, shown, place] = askedOf(unit);
  return { shown, ...(place && { place }) };
}

const askedOf = ({ kept, asked }: Unit) =>
  JSON.parse(kept.store.at(asked) ?? '["",""]') as [key: string, shown: string, place?: Place | null];

/** All but the key are empty before it is checked. */
export function namesOfUnit(unit: Unit): UnitNames {
  const json = unit.kept.store.at(unit.names);
  if (json === undefined) return { key: askedOf(unit)[0], unit: '', stem: '', files: [], cells: [] };
  const [key, name, stem, digest, cells, ...files] = JSON.parse(json) as string[];
  return {
    key: key ?? '',
    unit: name ?? '',
    stem: stem ?? '',
    ...(digest && { digest }),
    cells: cells ? cells.split(' ') : [],
    files: files.map((file) => (file.startsWith('//') ? file.slice(2) : stem + file)),
  };
}

export const findingsOfUnit = ({ kept, findings }: Unit): readonly Diagnostic[] =>
  findings < 0 ? [] : (JSON.parse(kept.store.at(findings) ?? '[]') as readonly Diagnostic[]);

/** What the check of a unit found; without a digest it cannot be made. */
export function takeCheck(unit: Unit, checked: CheckedJob): void {
  const { key, unit: name, stem, digest, files, cells } = checked;
  // Most paths begin with the stem, which is long; the others are whole.
  const after = files.map((file) => (file.startsWith(stem) ? file.slice(stem.length) : `//${file}`));
  const texts = [key, name, stem, digest ?? '', cells.join(' '), ...after];
  unit.names = unit.kept.store.add(JSON.stringify(texts));
  addFindings(unit, checked.diagnostics);
  if (digest === undefined) unit.state = 'failed';
}

export function takeMade(unit: Unit, made: MadeJob): void {
  unit.files = made.files.length;
  unit.pages = made.pages;
  addFindings(unit, made.diagnostics);
  unit.state = made.files.length > 0 ? 'made' : 'failed';
}

export function fail(unit: Unit, ...findings: readonly Diagnostic[]): void {
  addFindings(unit, findings);
  unit.state = 'failed';
}

export function addFindings(unit: Unit, findings: readonly Diagnostic[]): void {
  if (findings.length > 0) setFindings(unit, [...findingsOfUnit(unit), ...findings]);
}

export function setFindings(unit: Unit, findings: readonly Diagnostic[]): void {
  const { store, known } = unit.kept;
  const json = JSON.stringify(findings);
  unit.findings = findings.length === 0 ? -1 : known.take(json, () => store.add(json));
}
