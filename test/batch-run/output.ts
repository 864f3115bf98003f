import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const REPORT = /^report[^/]*\.(?:csv|json)$/;
const KEPT = '.thethuc';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** All that lies in an output folder, by its path with "/": papers, archives, volumes; without reports and what the program keeps. */
export function filesOf(output: string): readonly string[] {
  if (!existsSync(output)) return [];
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(output.length + 1))
    .filter((path) => !REPORT.test(path) && !path.startsWith(`${KEPT}/`))
    .sort();
}

/** The hash of every file. */
export const hashesOf = (output: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesOf(output).map((path) => [path, hashOf(readFileSync(join(output, path)))]));

/** What tells whether a file was written again: its number in the file system and its time. */
export const stampsOf = (output: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesOf(output).map((path) => {
      const { ino, mtimeMs } = statSync(join(output, path));
      return [path, `${ino} ${mtimeMs}`];
    }),
  );

/** Which files are new, or were written again. */
export function rewritten(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(after).filter((path) => after[path] !== before[path]);
}

/** What an ended run must not leave in the program's own folder: anything but journals and an empty folder. */
export function remainsOf(output: string): readonly string[] {
  const kept = join(output, KEPT);
  return readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^journal[-\dof]*\.jsonl$/.test(entry.name))
    .map((entry) => entry.name);
}

/** The journal's lines without what each took. */
export const journalOf = (output: string, name = 'journal.jsonl'): string =>
  readFileSync(join(output, KEPT, name), 'utf8').replaceAll(/"(?:milliseconds|ms)":\d+/g, '"milliseconds":0');

export interface ReportedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

export interface Reported {
  readonly row: number;
  readonly unit: string;
  readonly key: string;
  readonly state: string;
  readonly files: readonly ReportedFile[];
  readonly pages: number;
  readonly findings: {
    readonly errors: number;
    readonly first: readonly { readonly code: string; readonly message: string; readonly place?: string }[];
  };
}

export function reportOf(output: string, suffix = ''): readonly Reported[] {
  const text = readFileSync(join(output, `report${suffix}.json`), 'utf8');
  return (JSON.parse(text) as { readonly rows: readonly Reported[] }).rows;
}

/** By key, what became of each unit. */
export const statesOf = (output: string, suffix = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(reportOf(output, suffix).map(({ key, state }) => [key, state]));

/** The keys of the units that came to this. */
export const keysIn = (output: string, state: string): readonly string[] =>
  reportOf(output)
    .filter((row) => row.state === state)
    .map(({ key }) => key);

/** Files that are not what the report says of them, or no whole DOCX, PDF. */
export function unsoundFiles(output: string): readonly string[] {
  return reportOf(output)
    .flatMap(({ files }) => files)
    .filter(({ path, sha256, size }) => {
      const bytes = readFileSync(join(output, path));
      return bytes.length !== size || hashOf(bytes) !== sha256 || !isWhole(path, bytes);
    })
    .map(({ path }) => path);
}

/** A DOCX ends with the record of its directory, a PDF with its mark. */
export function isWhole(path: string, bytes: Buffer): boolean {
  return path.endsWith('.pdf')
    ? bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-6).toString().trimEnd().endsWith('%%EOF')
    : bytes.readUInt32BE(0) === 0x504b0304 && bytes.subarray(-22).readUInt32BE(0) === 0x504b0506;
}
