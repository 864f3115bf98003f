import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import type { FormValue } from '../form/form.js';
import { headPath } from '../form/head-path.js';
import { valueAt } from '../form/value-at.js';
import { cellFields, headOf } from './cell-fields.js';
import type { Column } from './columns.js';
import type { Job, RowJob } from './job.js';
import { foldPath, type NamePattern, parseNamePattern, renderName, unknownNames } from './name-pattern.js';
import type { ReadyPaper } from './ready-paper.js';
import { orderText, rowKey } from './row-key.js';

/** What names the units of a run. */
export interface UnitNaming {
  readonly columns: readonly Column[];
  /** Of names of files and folders; without one the default pattern of the kind of job. */
  readonly pattern?: NamePattern | undefined;
  readonly ascii: boolean;
}

/** A job's papers, and what else its names may be made of. */
export interface NamedJob {
  readonly papers: readonly ReadyPaper[];
  readonly fields: readonly FieldDefinition[];
  /** Of the form's file, without folder and extension. */
  readonly formName: string;
}

/** What tells a unit from the others, for the program and for people. */
export interface UnitNames {
  readonly key: string;
  /** The issuing agency; where nothing says it, what stands for the unit. */
  readonly unit: string;
}

const ISSUER = 'co_quan_ban_hanh';
const DEFAULT_PATTERN = '{{stt}}-{{ten}}';
/** Numbers below a thousand stand in order in any list of files. */
const DIGITS = 3;

/** Of a job whose papers are made or, as far as the row says it itself, are not. */
export function namesOf(
  columns: readonly Column[],
  job: Job,
  papers: readonly Pick<ReadyPaper, 'values'>[],
): UnitNames {
  const issuer = papers.map(({ values }) => textOf(values[ISSUER])).find((text) => text !== '') ?? '';
  if (job.type === 'form') return { key: job.stem, unit: issuer };
  const { key, isTyped } = rowKey(columns, job.row, job.order);
  const column = columns.find((one) => one.type === 'field' && one.path.join('.') === ISSUER);
  const cell = column === undefined ? '' : (job.row.texts[column.column - 1] ?? '').trim();
  return { key, unit: issuer || cell || (isTyped ? key : '') };
}

/** Where a job's papers go below the output folder, without extension: a file's name, or that of a folder of several. */
export function stemOf(naming: UnitNaming, job: Job, compiled: NamedJob, names: UnitNames): Outcome<string> {
  const pattern =
    naming.pattern ?? (job.type === 'row' ? parseNamePattern(DEFAULT_PATTERN).value : undefined);
  if (pattern === undefined) return { value: (job as { readonly stem: string }).stem, diagnostics: [] };
  const lookup = (folded: string): string | undefined => valueNamed(naming, job, compiled, names, folded);
  const known = nameable(naming.columns, compiled.fields);
  return renderName(pattern, lookup, { ascii: naming.ascii, known });
}

/** Of every unit, whatever table and form say. */
const OF_UNITS = ['stt', 'ten', 'ma', 'tep'];

/** What a pattern of names may have meant. */
const nameable = (columns: readonly Column[], fields: readonly FieldDefinition[]): readonly string[] => [
  ...OF_UNITS,
  ...columns.map(({ head }) => head),
  ...cellFields(fields).map(headOf),
  ...fields.map(({ key }) => key),
];

/** The names of a pattern that no row can have, for a run to refuse before it looks at them. */
export function unknownPatternNames(
  pattern: NamePattern,
  columns: readonly Column[],
  fields: readonly FieldDefinition[],
): readonly Diagnostic[] {
  const heads = new Set(columns.map(({ head }) => foldPath(head)));
  const isKnown = (folded: string): boolean =>
    OF_UNITS.includes(folded) || heads.has(folded) || headPath(folded, fields) !== undefined;
  return unknownNames(pattern, isKnown, nameable(columns, fields));
}

function valueNamed(
  { columns }: UnitNaming,
  job: Job,
  compiled: NamedJob,
  { key, unit }: UnitNames,
  folded: string,
): string | undefined {
  switch (folded) {
    case 'stt':
      return orderOf(columns, job);
    case 'ten':
      return unit;
    case 'ma':
      return key;
    case 'tep':
      return compiled.formName;
    default:
      return (
        cellNamed(columns, job, folded) ??
        fieldNamed(compiled.fields, compiled.papers[0]?.values ?? {}, folded)
      );
  }
}

function orderOf(columns: readonly Column[], job: Job): string {
  const typed = job.type === 'row' ? orderText(columns, job.row) : undefined;
  const text = typed ?? String(job.order);
  return /^\d+$/.test(text) ? text.padStart(DIGITS, '0') : text;
}

/** Of columns that are no field of the form: a field's value is the one that came of all that is said of it. */
function cellNamed(columns: readonly Column[], job: Job, folded: string): string | undefined {
  const column = columns.find(({ type, head }) => type !== 'field' && foldPath(head) === folded);
  if (column === undefined || job.type === 'form') return undefined;
  return (job as RowJob).row.texts[column.column - 1] ?? '';
}

function fieldNamed(
  fields: readonly FieldDefinition[],
  values: ReadyPaper['values'],
  folded: string,
): string | undefined {
  const steps = headPath(folded, fields);
  if (steps === undefined) return undefined;
  const path = steps.flatMap(({ field, item }) => [field.key, ...(item === undefined ? [] : [item - 1])]);
  return textOf(valueAt(values, path.join('.')));
}

/** What a value says, on one line. */
function textOf(value: FormValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Object.values(value)
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ');
}
