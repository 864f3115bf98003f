import { longHash, shortHash } from '../base/short-hash.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { MadeFile } from './job.js';
import type { BundleEntry, DoneEntry, JournalEntry, RunHeader } from './journal-entry.js';

export const JOURNAL_VERSION = 1;
/** The first line. */
export const JOURNAL_HEADER = `{"thethuc":"journal","version":${JOURNAL_VERSION}}\n`;

/** How findings that many units share stand in the lines of these: by a name; undefined for one that is written out. */
export type NameFinding = (finding: Diagnostic) => string | undefined;
export type FindingNamed = (name: string) => Diagnostic | undefined;

/** An entry as a line of JSON with its line end. */
export const journalLine = (entry: JournalEntry, nameOf: NameFinding = () => undefined): string =>
  `${JSON.stringify(withoutType(entry, nameOf))}\n`;

/** The line that a named finding has before the first unit that has it. */
export const findingLine = (name: string, finding: Diagnostic): string =>
  `${JSON.stringify({ finding: [name, finding] })}\n`;

function withoutType(entry: JournalEntry, nameOf: NameFinding): unknown {
  switch (entry.type) {
    case 'run':
      return { run: entry.run };
    case 'begin':
      return { begin: { key: entry.key, paths: entry.paths } };
    case 'done':
      return { done: shortDone(entry.done, nameOf) };
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

/**
 * A unit as its line has it, of which there may be a hundred thousand: hashes in base64url, a file as [what follows the stem,
 * size, hash]. Members in one order, whoever made the entry: equal entries are equal lines.
 */
const shortDone = (done: DoneEntry, nameOf: NameFinding) => ({
  key: done.key,
  order: done.order,
  row: done.row,
  unit: done.unit,
  stem: done.stem,
  digest: shortHash(done.digest),
  files: done.files.map((file) => shortFile(done.stem, file)),
  pages: done.pages,
  milliseconds: done.milliseconds,
  cells: done.cells.every((cell) => /^[^ ]+$/.test(cell)) ? done.cells.join(' ') : done.cells,
  findings: done.findings.map((finding) => nameOf(finding) ?? finding),
});

/** Most paths begin with the stem, which is long; the others are whole, behind a slash. */
const shortFile = (stem: string, { path, sha256, size }: MadeFile) => [
  path.startsWith(stem) ? path.slice(stem.length) : `//${path}`,
  size,
  shortHash(sha256),
];

const longFile = (stem: string, file: unknown): unknown => {
  if (!Array.isArray(file) || typeof file[0] !== 'string' || typeof file[2] !== 'string') return undefined;
  const [after, size, hash] = file;
  return { path: after.startsWith('//') ? after.slice(2) : stem + after, sha256: longHash(hash), size };
};

function longDone(done: unknown, findingNamed: FindingNamed): unknown {
  if (!isRecord(done) || !Array.isArray(done['files']) || !Array.isArray(done['findings'])) return undefined;
  const { digest, stem, files, cells, findings } = done;
  return {
    ...done,
    digest: typeof digest === 'string' ? longHash(digest) : digest,
    files: files.map((file) => longFile(String(stem), file)),
    cells: typeof cells === 'string' ? (cells === '' ? [] : cells.split(' ')) : cells,
    // A finding whose line was damaged is forgotten: it decides nothing.
    findings: findings.flatMap((one) => (typeof one === 'string' ? (findingNamed(one) ?? []) : one)),
  };
}

/** The names of findings in the line of a "done". */
export const findingNames = (line: string): readonly string[] =>
  (JSON.parse(line) as { done: { findings: readonly unknown[] } }).done.findings.filter(
    (one): one is string => typeof one === 'string',
  );

/** A line that was read as a "done" before. */
export const parseDone = (line: string, findingNamed: FindingNamed): DoneEntry =>
  longDone((JSON.parse(line) as { done: unknown }).done, findingNamed) as DoneEntry;

/** What a line says: an entry, or a finding under its name. */
export type JournalWords =
  | JournalEntry
  | { readonly type: 'finding'; readonly name: string; readonly finding: Diagnostic };

/** Undefined for what is no entry. */
export function parseJournalLine(
  line: string,
  findingNamed: FindingNamed = () => undefined,
): JournalWords | undefined {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(found)) return undefined;
  const { run, begin, dropped, gone, left, bundle, finding } = found;
  const done = longDone(found['done'], findingNamed);
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
  if (isNamedFinding(finding)) return { type: 'finding', name: finding[0], finding: finding[1] };
  return isRun(run) ? { type: 'run', run } : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamedFinding = (value: unknown): value is readonly [string, Diagnostic] =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  isRecord(value[1]) &&
  typeof value[1]['message'] === 'string';

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
