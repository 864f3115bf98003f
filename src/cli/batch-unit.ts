import type { CheckedJob, Job, MadeFile, MadeJob } from '../batch/job.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';

/** What became of a unit: in the words of the report. */
export type UnitState =
  | 'waiting' // not made: the run ended before
  | 'made'
  | 'unchanged'
  | 'kept' // changed by hand since it was made, and left so
  | 'failed';

/** One unit of a run, from its check to its report. A hundred thousand of them are held: no row, no paper, no bytes. */
export interface Unit {
  readonly order: number;
  /** As the spreadsheet counts; of a form file the order. */
  readonly row: number;
  /** "Dòng 5", or the form's file. */
  readonly shown: string;
  key: string;
  name: string;
  stem: string;
  digest: string | undefined;
  /** Below the output folder, with "/". */
  files: readonly string[];
  cells: readonly string[];
  state: UnitState;
  made: readonly MadeFile[];
  pages: number;
  milliseconds: number;
  findings: readonly Diagnostic[];
  /** Where messages about the whole unit point. */
  readonly place: Place | undefined;
}

export const newUnit = (job: Job, place: Place | undefined): Unit => ({
  order: job.order,
  row: job.type === 'row' ? job.row.row : job.order,
  shown: job.type === 'row' ? `Dòng ${job.row.row}` : job.file,
  key: '',
  name: '',
  stem: '',
  digest: undefined,
  files: [],
  cells: [],
  state: 'waiting',
  made: [],
  pages: 0,
  milliseconds: 0,
  findings: [],
  place,
});

/** What the check of a unit found; without a digest it cannot be made. */
export function takeCheck(unit: Unit, checked: CheckedJob): void {
  unit.key = checked.key;
  unit.name = checked.unit;
  unit.stem = checked.stem;
  unit.digest = checked.digest;
  unit.files = checked.files;
  unit.cells = checked.cells;
  addFindings(unit, checked.diagnostics);
  if (checked.digest === undefined) unit.state = 'failed';
}

export function takeMade(unit: Unit, made: MadeJob): void {
  unit.made = made.files;
  unit.pages = made.pages;
  unit.milliseconds = made.milliseconds;
  addFindings(unit, made.diagnostics);
  unit.state = made.files.length > 0 ? 'made' : 'failed';
}

export function fail(unit: Unit, ...findings: readonly Diagnostic[]): void {
  addFindings(unit, findings);
  unit.digest = undefined;
  unit.state = 'failed';
}

export function addFindings(unit: Unit, findings: readonly Diagnostic[]): void {
  if (findings.length > 0) unit.findings = [...unit.findings, ...findings];
}
