import type { BatchReport, BatchTable } from '../../batch/batch-table.js';
import type { Column } from '../../batch/columns.js';
import type { RowJob } from '../../batch/job.js';
import { makeFiles } from '../../batch/make-files.js';
import { createKeyClashes, createNameClashes } from '../../batch/name-clashes.js';
import { type NamePattern, parseNamePattern } from '../../batch/name-pattern.js';
import { openBatchTable } from '../../batch/open-batch-table.js';
import type { ReadyPaper } from '../../batch/ready-paper.js';
import { rowKey, rowPlace } from '../../batch/row-key.js';
import { rowLayer } from '../../batch/row-layer.js';
import { changesIssuer, readTableColumns } from '../../batch/table-columns.js';
import { planUnitFiles } from '../../batch/unit-files.js';
import { namesOf, stemOf, unknownPatternNames } from '../../batch/unit-names.js';
import { fieldsOfForm, namesLeftIn } from '../../compile.js';
import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../../form/field.js';
import { placeOfCell } from '../../table/table.js';
import type { TableOpened, TableRequest, UnitMade, UnitsRequest } from '../protocol.js';
import { compileSource, type EngineState, problemsOf } from './engine-state.js';
import { formText } from './given-files.js';
import { nameOfForm } from './paper-names.js';
import { pathOfLabel } from './path-of-label.js';
import { gatherUnitFindings } from './unit-findings.js';
import { named, readyFor } from './write-papers.js';

/** A table whose heads are understood, and what its rows came to. */
interface OpenTable {
  readonly request: TableRequest;
  readonly table: BatchTable;
  readonly columns: readonly Column[];
  readonly fields: readonly FieldDefinition[];
  readonly pattern: NamePattern | undefined;
  readonly units: readonly Unit[];
  /** Of the table and the form. */
  readonly found: readonly Diagnostic[];
}

export interface Unit {
  readonly job: RowJob;
  readonly key: string;
  unit: string;
  stem: string;
  /** Whether several files of its lie in a folder of its own. */
  isFolder: boolean;
  readonly found: Diagnostic[];
}

export interface TableRun {
  readonly open: (request: TableRequest) => Promise<TableOpened>;
  readonly make: (request: UnitsRequest) => Promise<readonly UnitMade[]>;
}

export function createTableRun(state: EngineState): TableRun {
  let latest: { readonly table: Promise<Outcome<OpenTable>>; readonly of: TableRequest } | undefined;
  const opened = (request: TableRequest): Promise<Outcome<OpenTable>> => {
    if (latest === undefined || !isSameRequest(latest.of, request))
      latest = { of: request, table: openTable(state, request) };
    return latest.table;
  };
  return {
    open: async (request) => {
      // Kinds and fonts may be others since.
      latest = undefined;
      const { value, diagnostics } = await opened(request);
      return toOpened(state, request, value, diagnostics);
    },
    make: async (request) => {
      const { value } = await opened(request);
      if (value === undefined) return [];
      const made: UnitMade[] = [];
      for (const row of request.rows) {
        made.push(await makeUnit(state, value, row));
        await breathe();
      }
      return made;
    },
  };
}

/** Lets what waits be done: a look while a table is read. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const ROWS_IN_A_BREATH = 8;

const isSameRequest = (one: TableRequest, other: TableRequest): boolean =>
  one.table.bytes === other.table.bytes &&
  one.source.text === other.source.text &&
  one.source.file === other.source.file &&
  one.source.given.length === other.source.given.length &&
  one.source.given.every(({ bytes }, index) => bytes === other.source.given[index]!.bytes) &&
  one.sheet === other.sheet &&
  one.namePattern === other.namePattern &&
  one.formats.join() === other.formats.join();

async function openTable(state: EngineState, request: TableRequest): Promise<Outcome<OpenTable>> {
  const { source, sheet, namePattern } = request;
  const found: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T> | undefined): T | undefined => {
    found.push(...(outcome?.diagnostics ?? []));
    return outcome?.value;
  };
  const form = formText(source);
  const kinds = state.shelf.kinds();
  const options = sheet === undefined ? {} : { sheet };
  const table = take(openBatchTable(request.table.name, request.table.bytes, options));
  const fields = take(fieldsOfForm(form, kinds));
  const pattern = take(namePattern === undefined ? undefined : parseNamePattern(namePattern));
  if (table === undefined || fields === undefined || hasErrors(found)) return { diagnostics: found };
  const columns = take(readTableColumns(table, fields, pattern));
  if (columns === undefined) return { diagnostics: found };
  if (pattern !== undefined) found.push(...unknownPatternNames(pattern, columns, fields));
  if (changesIssuer(columns)) found.push(...namesLeftIn(form, kinds));
  const units: Unit[] = [];
  const open = { request, table, columns, fields, pattern, units, found };
  for (const unit of unitsOf(open)) {
    units.push(unit);
    await check(state, open, unit);
    if (units.length % ROWS_IN_A_BREATH === 0) await breathe();
  }
  findClashes(open);
  return { value: open, diagnostics: [] };
}

/** The rows of a table with what is wrong with their cells; what is wrong with all is found with the table. */
function* unitsOf({ table, columns, found }: OpenTable & { readonly found: Diagnostic[] }): Generator<Unit> {
  const ofRows = new Map<number, Diagnostic[]>();
  const report: BatchReport = (finding, row) => {
    const list = row === undefined ? found : (ofRows.get(row) ?? []);
    list.push(finding);
    if (row !== undefined) ofRows.set(row, list);
  };
  let order = 0;
  for (const row of table.rows(report)) {
    order += 1;
    const own = ofRows.get(row.row) ?? [];
    ofRows.delete(row.row);
    const { key } = rowKey(columns, row, order);
    yield { job: { type: 'row', order, row }, key, unit: '', stem: '', isFolder: false, found: own };
  }
  // Of rows that could not be read at all.
  for (const own of ofRows.values()) found.push(...own);
}

async function check(state: EngineState, open: OpenTable, unit: Unit): Promise<void> {
  const { columns, fields, pattern, request } = open;
  const papers = await compileUnit(state, open, unit);
  const { job, found } = unit;
  const names = namesOf(columns, job, papers ?? []);
  unit.unit = names.unit;
  if (papers === undefined) return;
  const formName = nameOfForm(request.source.file);
  const stem = stemOf({ columns, pattern, ascii: false }, job, { papers, fields, formName }, names);
  unit.stem = stem.value ?? '';
  const planned =
    stem.diagnostics.length > 0
      ? { diagnostics: [] }
      : planUnitFiles(papers, formName, unit.stem, request.formats);
  found.push(...atRow(open, unit, [...stem.diagnostics, ...planned.diagnostics]));
  unit.isFolder =
    planned.value?.some(({ paths }) => paths.some((path) => path.startsWith(`${unit.stem}/`))) === true;
}

/** The papers of a row; what is found is with the unit. A defect of ours is one unit's affair too. */
async function compileUnit(
  state: EngineState,
  open: OpenTable,
  unit: Unit,
): Promise<readonly ReadyPaper[] | undefined> {
  const { columns, table, request } = open;
  try {
    const over = [rowLayer(columns, unit.job.row, table)];
    const { value, diagnostics } = await compileSource(state, request.source, { over });
    unit.found.push(...diagnostics);
    return value?.map((paper) => readyFor(state, paper));
  } catch (cause) {
    unit.found.push(...atRow(open, unit, [ownDefect(cause)]));
    return undefined;
  }
}

const ownDefect = (cause: unknown): Diagnostic => ({
  code: 'batch/threw',
  severity: 'error',
  message: `Không làm được đơn vị này: chương trình gặp lỗi của chính nó (${cause instanceof Error ? cause.message : String(cause)})`,
  hints: ['Gửi biểu mẫu và dòng này cho người phụ trách chương trình; các đơn vị khác không bị ảnh hưởng'],
});

/** What has no place of its own points to the row. */
const atRow = (
  { columns, table }: OpenTable,
  { job }: Unit,
  found: readonly Diagnostic[],
): readonly Diagnostic[] =>
  found.map((finding) => ({ place: rowPlace(columns, job.row, table), ...finding }));

/** What a row lacks belongs into its empty cell; where the table has no column for it, the whole row is told of it. */
function atOwnCell({ columns, fields, table }: OpenTable, { job }: Unit, finding: Diagnostic): Diagnostic {
  const path = finding.field === undefined ? undefined : pathOfLabel({ fields }, finding.field);
  const own = columns.find((column) => column.type === 'field' && column.path.join('.') === path);
  if (own !== undefined) return { ...finding, place: placeOfCell(table, job.row, own.column) };
  const hints = path === undefined ? [] : ['Ô này ghi trong biểu mẫu chung, bảng không có cột cho nó'];
  return {
    ...finding,
    place: rowPlace(columns, job.row, table),
    hints: [...(finding.hints ?? []), ...hints],
  };
}

/** Two units of one key or one name: the later one cannot be made. What shares its key with another is not told of its name. */
function findClashes({ units, columns, table }: OpenTable): void {
  const named = (at: number) => {
    const { row } = units[at]!.job;
    return { shown: `Dòng ${row.row}`, place: rowPlace(columns, row, table) };
  };
  const keys = createKeyClashes(named);
  const stems = createNameClashes(named);
  for (const [at, { key, stem, isFolder, found }] of units.entries()) {
    const ofKey = keys.add({ at, key });
    const ofName = stem === '' ? undefined : stems.add({ at, stem, isFolder });
    const clash = ofKey ?? ofName;
    if (clash !== undefined) found.push(clash);
  }
}

/** With an error in the table itself no row may be trusted. */
const isFaulty = ({ found }: OpenTable, unit: Unit): boolean =>
  hasErrors(found) || hasErrors(unit.found) || unit.stem === '';

function toOpened(
  state: EngineState,
  { source }: TableRequest,
  open: OpenTable | undefined,
  diagnostics: readonly Diagnostic[],
): TableOpened {
  const ofUnits =
    open === undefined
      ? []
      : gatherUnitFindings(open.units, open.table.file, (unit, finding) => atOwnCell(open, unit, finding));
  const found = [...diagnostics, ...(open?.found ?? []), ...ofUnits];
  const units = (open?.units ?? []).map((unit) => ({
    row: unit.job.row.row,
    unit: unit.unit,
    key: unit.key,
    stem: unit.stem,
    isFaulty: open !== undefined && isFaulty(open, unit),
  }));
  return { units, problems: problemsOf(state, source, found, textsOf(open)) };
}

const textsOf =
  (open: OpenTable | undefined) =>
  (file: string): string | undefined =>
    file === open?.table.file ? open.table.text : undefined;

async function makeUnit(state: EngineState, open: OpenTable, row: number): Promise<UnitMade> {
  const unit = open.units.find(({ job }) => job.row.row === row);
  const { source, formats } = open.request;
  const failed = (found: readonly Diagnostic[]): UnitMade => ({
    row,
    files: [],
    problems: problemsOf(state, source, found, textsOf(open)),
  });
  if (unit === undefined) return failed([]);
  if (isFaulty(open, unit)) return failed(unit.found);
  const again: Unit = { ...unit, found: [] };
  const papers = await compileUnit(state, open, again);
  if (papers === undefined || hasErrors(again.found)) return failed(again.found);
  const planned = planUnitFiles(papers, nameOfForm(source.file), unit.stem, formats);
  const files = await makeFiles(planned.value ?? [], {});
  return { row, files: files.map(named), problems: [] };
}
