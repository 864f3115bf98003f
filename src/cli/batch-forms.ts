import { hash } from 'node:crypto';
import * as path from 'node:path';
import { type Column, readColumns } from '../batch/columns.js';
import type { BatchSetup, Job, RowJob } from '../batch/job.js';
import { type NamePattern, namesIn, parseNamePattern } from '../batch/name-pattern.js';
import { rowLayer } from '../batch/row-layer.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { FontSet } from '../font/font.js';
import type { FieldDefinition } from '../form/field.js';
import type { UnreadFile } from '../form/file-findings.js';
import type { FormLayer } from '../form/layer.js';
import type { TableRow } from '../table/table.js';
import { type Loaded, type Loading, loadFiles, readNamed } from './load-files.js';
import type { FormSource, Press, PressKind, PressPaper } from './press.js';
import { shownPath } from './shown-path.js';

/** What all jobs of a worker process are made with. */
export interface BatchForms {
  readonly setup: BatchSetup;
  readonly press: Press;
  readonly kinds: readonly PressKind[];
  readonly fonts: FontSet;
  readonly pattern?: NamePattern;
  /** The form that rows go over, and what the columns of their table are. */
  readonly form?: { readonly source: FormSource; readonly path: string };
  readonly columns: readonly Column[];
  readonly fields: readonly FieldDefinition[];
  readonly loading: Loading;
  readonly remember: Remember;
}

/** A job as papers, with all that they were made of. */
export interface CompiledJob {
  readonly papers: readonly PressPaper[];
  readonly fields: readonly FieldDefinition[];
  /** The form's file, absolute. */
  readonly path: string;
  readonly source: FormSource;
}

/** Reads what all jobs share: kinds, fonts, the form, the heads of the table, the pattern of names. */
export async function openBatchForms(setup: BatchSetup, press: Press): Promise<Outcome<BatchForms>> {
  const found: Diagnostic[] = [];
  const take = <T>(outcome: Outcome<T> | undefined): T | undefined => {
    found.push(...(outcome?.diagnostics ?? []));
    return outcome?.value;
  };
  const kinds = take(await press.kinds(setup.templates));
  const fonts = take(await press.fonts(setup.fonts));
  const pattern = take(setup.namePattern === undefined ? undefined : parseNamePattern(setup.namePattern));
  if (kinds === undefined || fonts === undefined || hasErrors(found)) return { diagnostics: found };
  const form = setup.form && {
    source: { file: setup.form.file, bytes: Buffer.from(setup.form.bytes, 'base64') },
    path: setup.form.path,
  };
  const fields = take(form && press.fieldsOfForm(form.source, kinds)) ?? [];
  const used = pattern === undefined ? [] : namesIn(pattern).map(({ folded }) => folded);
  const { table } = setup;
  const columns = take(table && !hasErrors(found) ? readColumns(table.head, table, fields, used) : undefined);
  if (hasErrors(found)) return { diagnostics: found };
  const loading = { io: { cwd: process.cwd(), path }, press };
  const value: BatchForms = {
    setup,
    press,
    kinds,
    fonts,
    ...(pattern && { pattern }),
    ...(form && { form }),
    columns: columns ?? [],
    fields,
    loading,
    remember: rememberFiles(),
  };
  return { value, diagnostics: found };
}

/** The papers of a job; without them what keeps it from being made is among the findings. */
export const compileJob = (forms: BatchForms, job: Job): Promise<Outcome<CompiledJob>> =>
  job.type === 'row' ? compileRow(forms, job) : compileFile(forms, job.file, job.path);

async function compileRow(forms: BatchForms, { row }: RowJob): Promise<Outcome<CompiledJob>> {
  const { form, fields } = forms;
  if (form === undefined) throw new Error('A row without a form');
  return compileSource(forms, form.source, form.path, fields, [layerOf(forms, row)]);
}

/** The row's cells as values over the form. */
export function layerOf({ setup: { table }, columns }: BatchForms, row: TableRow): FormLayer {
  if (table === undefined) throw new Error('A row without a table');
  return rowLayer(columns, row, table);
}

async function compileFile(forms: BatchForms, file: string, whole: string): Promise<Outcome<CompiledJob>> {
  const { press, kinds, loading } = forms;
  const bytes = await press.host.readFile(whole);
  if (bytes === undefined)
    return { diagnostics: [notThere(file, shownPath(path.dirname(whole), loading.io))] };
  const source = { file, bytes };
  const fields = press.fieldsOfForm(source, kinds);
  const compiled = await compileSource(forms, source, whole, fields.value ?? [], []);
  // Of a hundred thousand forms not every text is kept: who shows findings reads it again.
  press.rememberText(file, '');
  return compiled;
}

const notThere = (file: string, folder: string): Diagnostic => ({
  code: 'file/not-found',
  severity: 'error',
  message: `Không tìm thấy biểu mẫu "${file}"`,
  place: { file, start: 0, end: 0 },
  hints: [`Kiểm tra lại tệp trong thư mục "${folder}"`],
});

async function compileSource(
  forms: BatchForms,
  bare: FormSource,
  whole: string,
  fields: readonly FieldDefinition[],
  over: readonly FormLayer[],
): Promise<Outcome<CompiledJob>> {
  const { press, kinds, fonts, setup, remember } = forms;
  const source = await remember.load(forms, bare, whole, over);
  const { value, diagnostics } = press.compile(source, kinds, fonts, { split: setup.split, over });
  return { ...(value && { value: { papers: value, fields, path: whole, source } }), diagnostics };
}

/** Files that many rows name are read once in a process, as long as they are few. */
interface Remember {
  readonly load: (
    forms: BatchForms,
    source: FormSource,
    whole: string,
    over: readonly FormLayer[],
  ) => Promise<FormSource>;
}

const MOST_FILES = 64;

function rememberFiles(): Remember {
  const files = new Map<string, Promise<Loaded | UnreadFile>>();
  const sources = new WeakMap<Uint8Array, Map<string, Promise<FormSource>>>();
  const read = (typed: string, folder: string, run: Loading): Promise<Loaded | UnreadFile> => {
    const key = `${folder}\n${typed}`;
    const known = files.get(key);
    if (known !== undefined) return known;
    const loaded = readNamed(typed, folder, run);
    if (files.size < MOST_FILES) files.set(key, loaded);
    return loaded;
  };
  const load: Remember['load'] = (forms, source, whole, over) => {
    const { press, kinds, loading } = forms;
    const names = press.referencedFiles(source, kinds, over).join('\n');
    const known = sources.get(source.bytes) ?? new Map<string, Promise<FormSource>>();
    sources.set(source.bytes, known);
    const loaded =
      known.get(names) ??
      loadFiles({ source, form: whole }, kinds, loading, over, read).then((one) => one.source);
    // The same files under the same names are the same object for all rows: what is read of them is remembered by it.
    if (known.size < MOST_FILES) known.set(names, loaded);
    return loaded;
  };
  return { load };
}

/** The name of the form's file without its folder and extension. */
export const formName = (file: string): string => path.basename(file, path.extname(file));

/** The columns of a row as short hashes of their cells, to tell which changed. */
export const cellHashes = (columns: readonly Column[], row: TableRow): readonly string[] =>
  columns.map(({ column }) => hash('sha256', row.texts[column - 1] ?? '', 'base64url').slice(0, 8));
