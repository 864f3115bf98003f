import { createTextMap, type TextMap } from '../base/text-map.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { MadeFile, OwnedFile } from './job.js';
import type { BundleEntry, DoneEntry, JournalEntry, RunHeader } from './journal-entry.js';
import { createJournalFindings, type JournalFindings } from './journal-findings.js';
import {
  findingLine,
  findingNames,
  JOURNAL_HEADER,
  JOURNAL_VERSION,
  journalLine,
  parseDone,
  parseJournalLine,
} from './journal-line.js';

/** Where a journal has come to. `applyEntry` changes it; nothing else does. */
export interface JournalState {
  /** Of the last run. */
  readonly run: RunHeader | undefined;
  /** A unit whose files are whole; undefined also for one that was begun again and did not end. */
  readonly done: (key: string) => DoneEntry | undefined;
  readonly keys: () => Iterable<string>;
  /** Of units, done or not. */
  readonly size: number;
  readonly owner: (path: string) => OwnedFile | undefined;
  /** Keys of units that were begun and did not end. */
  readonly begun: () => Iterable<string>;
  /** Files that are ours and of no unit any more: of a row that has another name now, of a format not asked for any more. */
  readonly leftovers: () => readonly MadeFile[];
  readonly bundle: (name: string) => BundleEntry | undefined;
  readonly bundles: () => Iterable<BundleEntry>;
}

/** A state that can be told what happened. */
export interface Journal {
  readonly state: JournalState;
  /** Takes an entry, and gives the lines that say it. */
  readonly apply: (entry: JournalEntry) => string;
  /** Takes a line that was written before; false for one that says nothing. */
  readonly read: (line: string) => boolean;
  /** The shortest journal of this state, a text with a line end for each line: units by their order, all else by name. */
  readonly lines: () => Iterable<string>;
  /** The same as entries. */
  readonly entries: () => Iterable<JournalEntry>;
}

/** What is kept of a hundred thousand units: a line's text each, read again when it is asked for. */
interface Kept {
  run: RunHeader | undefined;
  /** By key, the line of the last "done". */
  readonly done: TextMap;
  /** By the stem of a unit's files, or the path of one that has another, the unit's key. */
  readonly owners: TextMap;
  readonly begun: Map<string, readonly string[]>;
  readonly begunPaths: Map<string, string>;
  /** By path, the file as JSON. */
  readonly leftovers: TextMap;
  readonly bundles: Map<string, BundleEntry>;
  readonly findings: JournalFindings;
}

export function createJournal(): Journal {
  const kept: Kept = {
    run: undefined,
    done: createTextMap(),
    owners: createTextMap(),
    begun: new Map(),
    begunPaths: new Map(),
    leftovers: createTextMap(),
    bundles: new Map(),
    findings: createJournalFindings(),
  };
  const state: JournalState = {
    get run() {
      return kept.run;
    },
    get size() {
      return kept.done.size;
    },
    done: (key) => (kept.begun.has(key) ? undefined : lastDone(kept, key)),
    keys: () => kept.done.keys(),
    owner: (path) => ownerOf(kept, path),
    begun: () => kept.begun.keys(),
    leftovers: () => leftoversOf(kept),
    bundle: (name) => kept.bundles.get(name),
    bundles: () => kept.bundles.values(),
  };
  return {
    state,
    apply: (entry) => {
      const named = entry.type === 'done' ? kept.findings.add(entry.done.findings) : '';
      const line = journalLine(entry, kept.findings.nameOf);
      applyEntry(kept, entry, line);
      return named + line;
    },
    read: (line) => {
      const words = parseJournalLine(line, kept.findings.named);
      if (words?.type === 'finding') kept.findings.set(words.name, words.finding);
      else if (words !== undefined) applyEntry(kept, words, line);
      return words !== undefined;
    },
    lines: () => shortestLines(kept),
    entries: function* () {
      for (const line of shortestLines(kept)) {
        const words = parseJournalLine(line, kept.findings.named);
        if (words !== undefined && words.type !== 'finding') yield words;
      }
    },
  };
}

function lastDone(kept: Kept, key: string): DoneEntry | undefined {
  const line = kept.done.get(key);
  return line === undefined ? undefined : parseDone(line, kept.findings.named);
}

function ownerOf(kept: Kept, path: string): OwnedFile | undefined {
  if (kept.begunPaths.has(path)) return 'begun';
  const file = unitFile(kept, path) ?? leftover(kept, path);
  return file && { sha256: file.sha256 };
}

/** Looks for a path's unit by every stem that the path may have: what stands before a "." or "/". */
function unitFile(kept: Kept, path: string): MadeFile | undefined {
  for (
    let end = path.length;
    end > 0;
    end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('/', end - 1))
  ) {
    const key = kept.owners.get(path.slice(0, end));
    const files = key === undefined ? undefined : lastDone(kept, key)?.files;
    const file = files?.find((one) => one.path === path);
    if (file) return file;
  }
  return undefined;
}

/** Under which its unit is found. */
const handleOf = (stem: string, path: string): string =>
  path.startsWith(stem) && /^[./]/.test(path.slice(stem.length)) ? stem : path;

function applyEntry(kept: Kept, entry: JournalEntry, line: string): void {
  switch (entry.type) {
    case 'run':
      kept.run = entry.run;
      break;
    case 'begin':
      endBegun(kept, entry.key);
      kept.begun.set(entry.key, entry.paths);
      for (const path of entry.paths) kept.begunPaths.set(path, entry.key);
      break;
    case 'done':
      endBegun(kept, entry.done.key);
      takeDone(kept, entry.done, line);
      break;
    case 'dropped':
      endBegun(kept, entry.key);
      break;
    case 'gone':
      forget(kept, entry.paths, entry.key);
      break;
    case 'left':
      for (const file of entry.files) if (unitFile(kept, file.path) === undefined) leave(kept, file);
      break;
    case 'bundle':
      kept.bundles.set(entry.bundle.bundle, entry.bundle);
      break;
  }
}

function endBegun(kept: Kept, key: string): void {
  for (const path of kept.begun.get(key) ?? [])
    if (kept.begunPaths.get(path) === key) kept.begunPaths.delete(path);
  kept.begun.delete(key);
}

function takeDone(kept: Kept, done: DoneEntry, line: string): void {
  const now = new Set(done.files.map(({ path }) => path));
  const handles = new Set(done.files.map(({ path }) => handleOf(done.stem, path)));
  for (const key of new Set([done.key, ...[...handles].map((handle) => kept.owners.get(handle))]))
    if (key !== undefined) releaseFiles(kept, key, now, key === done.key ? undefined : handles);
  kept.done.set(done.key, line);
  for (const handle of handles) kept.owners.set(handle, done.key);
  for (const path of now) kept.leftovers.delete(path);
}

/** The files that a unit had (only those under `handles`, if given) become leftovers, but for those that stay or are another's by now. */
function releaseFiles(
  kept: Kept,
  key: string,
  stay: ReadonlySet<string>,
  handles?: ReadonlySet<string>,
): void {
  const before = lastDone(kept, key);
  const had = before?.files.map((file) => ({ file, handle: handleOf(before.stem, file.path) })) ?? [];
  const own = had.filter(({ handle }) => kept.owners.get(handle) === key && handles?.has(handle) !== false);
  for (const { file } of own) if (!stay.has(file.path)) leave(kept, file);
  for (const { handle } of own) kept.owners.delete(handle);
}

function forget(kept: Kept, paths: readonly string[], key: string | undefined): void {
  if (key !== undefined) {
    endBegun(kept, key);
    releaseFiles(kept, key, new Set());
    kept.done.delete(key);
  }
  for (const path of paths) {
    kept.begunPaths.delete(path);
    kept.leftovers.delete(path);
  }
}

function* shortestLines(kept: Kept): Iterable<string> {
  yield JOURNAL_HEADER;
  if (kept.run) yield journalLine({ type: 'run', run: kept.run });
  for (const [, bundle] of byName(kept.bundles)) yield journalLine({ type: 'bundle', bundle });
  const keys = [...kept.done.keys()];
  const ranks = keys.map((key) => rankOf(kept, key));
  const names = new Set(keys.flatMap((key) => findingNames(kept.done.get(key) ?? '')));
  for (const name of [...names].sort()) {
    const finding = kept.findings.named(name);
    if (finding !== undefined) yield findingLine(name, finding);
  }
  const inOrder = keys.map((_, at) => at);
  inOrder.sort((a, b) => ranks[a]! - ranks[b]! || (keys[a]! < keys[b]! ? -1 : 1));
  for (const at of inOrder) yield kept.done.get(keys[at]!) ?? '';
  const files = leftoversOf(kept);
  if (files.length > 0) yield journalLine({ type: 'left', files });
  for (const [key, paths] of byName(kept.begun)) yield journalLine({ type: 'begin', key, paths });
}

/** By order; but a unit whose files are another's by now comes before all, or it would take them back when this is read. */
function rankOf(kept: Kept, key: string): number {
  const { order = 0, stem = '', files = [] } = lastDone(kept, key) ?? {};
  return files.every(({ path }) => kept.owners.get(handleOf(stem, path)) === key) ? order : -1;
}

const byName = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const leave = ({ leftovers }: Kept, file: MadeFile): void => leftovers.set(file.path, JSON.stringify(file));

function leftover({ leftovers }: Kept, path: string): MadeFile | undefined {
  const json = leftovers.get(path);
  return json === undefined ? undefined : (JSON.parse(json) as MadeFile);
}

const leftoversOf = (kept: Kept): readonly MadeFile[] =>
  [...kept.leftovers.keys()].sort().flatMap((path) => leftover(kept, path) ?? []);

/**
 * Reads a journal's lines, each with its line end, however its writing ended: a last one that was torn and has none is passed
 * over. A line within that cannot be read costs what it said, with a warning. A journal of a later version is refused.
 */
export function readJournal(lines: Iterable<string>): Outcome<Journal> {
  const journal = createJournal();
  let isHeader = true;
  let damaged = 0;
  for (const line of lines) {
    if (!line.endsWith('\n')) continue;
    const refused = isHeader ? refuseHeader(line) : undefined;
    if (refused) return { diagnostics: [refused] };
    if (!isHeader && !journal.read(line)) damaged += 1;
    isHeader = false;
  }
  return { value: journal, diagnostics: damaged === 0 ? [] : [damagedLines(damaged)] };
}

function refuseHeader(line: string): Diagnostic | undefined {
  if (line === JOURNAL_HEADER) return undefined;
  const version = /^\{"thethuc":"journal","version":(\d+)\D/.exec(line)?.[1];
  if (version === undefined)
    return {
      code: 'batch/journal-unread',
      severity: 'error',
      message:
        'Nhật ký trong thư mục kết quả đã hỏng ở dòng đầu nên không biết những tệp nào do chương trình tạo',
      hints: [
        'Chọn thư mục kết quả khác bằng -o',
        'Xóa tệp nhật ký trong thư mục .thethuc rồi chạy lại với --force',
      ],
    };
  return {
    code: 'batch/journal-newer',
    severity: 'error',
    message: `Nhật ký trong thư mục kết quả do bản mới hơn của chương trình ghi (phiên bản ${version}), bản này chỉ đọc được đến phiên bản ${JOURNAL_VERSION}`,
    hints: ['Cài bản mới của chương trình, hoặc chọn thư mục kết quả khác bằng -o'],
  };
}

const damagedLines = (count: number): Diagnostic => ({
  code: 'batch/journal-damaged',
  severity: 'warning',
  message: `Nhật ký trong thư mục kết quả có ${count} dòng hỏng; những đơn vị ghi ở đó sẽ được làm lại`,
  hints: ['Nếu chương trình báo tệp không phải do nó tạo ra thì kiểm tra tệp đó rồi thêm --force'],
});
