import type { MadeFile } from './job.js';
import type { BundleEntry, DoneEntry, JournalEntry, RunHeader } from './journal-entry.js';

export const JOURNAL_VERSION = 1;
/** The first line. */
export const JOURNAL_HEADER = `{"thethuc":"journal","version":${JOURNAL_VERSION}}\n`;

/** An entry as a line of JSON with its line end; in ASCII, so that a torn line tears no letter and a text takes a byte a letter. */
export function journalLine(entry: JournalEntry): string {
  const json = JSON.stringify(withoutType(entry));
  return `${json.replace(/[\u007f-\uffff]/g, escapeUnit)}\n`;
}

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function withoutType(entry: JournalEntry): unknown {
  switch (entry.type) {
    case 'run':
      return { run: entry.run };
    case 'begin':
      return { begin: { key: entry.key, paths: entry.paths } };
    case 'done':
      return { done: inOrder(entry.done) };
    case 'dropped':
      return { dropped: { key: entry.key } };
    case 'gone':
      return { gone: { paths: entry.paths, key: entry.key } };
    case 'left':
      return { left: entry.files };
    case 'bundle':
      return { bundle: entry.bundle };
  }
}

/** Members in one order, whoever made the entry: equal entries are equal lines. */
const inOrder = (done: DoneEntry) => ({
  key: done.key,
  order: done.order,
  row: done.row,
  unit: done.unit,
  digest: done.digest,
  stem: done.stem,
  files: done.files.map((file) => shortFile(done.stem, file)),
  pages: done.pages,
  milliseconds: done.milliseconds,
  cells: done.cells,
  findings: done.findings,
});

/** A file in the line of its unit: most begin with the stem, which is long. */
const shortFile = (stem: string, { path, sha256, size }: MadeFile) =>
  path.startsWith(stem) ? { after: path.slice(stem.length), sha256, size } : { path, sha256, size };

const longFile = (stem: string, file: unknown): unknown =>
  isRecord(file) && typeof file['after'] === 'string'
    ? { path: stem + file['after'], sha256: file['sha256'], size: file['size'] }
    : file;

const withLongFiles = (done: unknown): unknown =>
  isRecord(done) && Array.isArray(done['files'])
    ? { ...done, files: done['files'].map((file) => longFile(String(done['stem']), file)) }
    : done;

/** A line that was read as a "done" before. */
export const parseDone = (line: string): DoneEntry =>
  withLongFiles((JSON.parse(line) as { done: unknown }).done) as DoneEntry;

/** Undefined for what is no entry. */
export function parseJournalLine(line: string): JournalEntry | undefined {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(found)) return undefined;
  const { run, begin, dropped, gone, left, bundle } = found;
  const done = withLongFiles(found['done']);
  if (isDone(done)) return { type: 'done', done };
  if (isRecord(begin) && typeof begin['key'] === 'string' && isTexts(begin['paths']))
    return { type: 'begin', key: begin['key'], paths: begin['paths'] };
  if (isRecord(dropped) && typeof dropped['key'] === 'string')
    return { type: 'dropped', key: dropped['key'] };
  if (isRecord(gone) && isTexts(gone['paths']))
    return {
      type: 'gone',
      paths: gone['paths'],
      ...(typeof gone['key'] === 'string' && { key: gone['key'] }),
    };
  if (isFiles(left)) return { type: 'left', files: left };
  if (isBundle(bundle)) return { type: 'bundle', bundle };
  return isRun(run) ? { type: 'run', run } : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isFiles = (value: unknown): value is readonly MadeFile[] =>
  Array.isArray(value) &&
  value.every(
    (file) =>
      isRecord(file) &&
      typeof file['path'] === 'string' &&
      typeof file['sha256'] === 'string' &&
      typeof file['size'] === 'number',
  );

const isDone = (value: unknown): value is DoneEntry =>
  isRecord(value) &&
  ['key', 'unit', 'digest', 'stem'].every((name) => typeof value[name] === 'string') &&
  ['order', 'row', 'pages', 'milliseconds'].every((name) => typeof value[name] === 'number') &&
  isFiles(value['files']) &&
  isTexts(value['cells']) &&
  Array.isArray(value['findings']);

const isBundle = (value: unknown): value is BundleEntry =>
  isRecord(value) &&
  typeof value['bundle'] === 'string' &&
  typeof value['digest'] === 'string' &&
  isFiles(value['files']);

const isRun = (value: unknown): value is RunHeader =>
  isRecord(value) &&
  typeof value['program'] === 'string' &&
  isRecord(value['digests']) &&
  Object.values(value['digests']).every((digest) => typeof digest === 'string') &&
  isTexts(value['head']);
