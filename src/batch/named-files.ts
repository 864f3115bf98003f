import { besideFile } from '../base/beside.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { FactSheet } from '../fact/fact-sheet.js';
import type { UnreadFile } from '../form/file-findings.js';

/** The files that a form names, as `CompileContext` has them. */
export interface NamedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly unreadFiles: ReadonlyMap<string, UnreadFile>;
  /** Of those that are finished papers. */
  readonly carriedFacts: ReadonlyMap<string, Outcome<FactSheet>>;
}

export interface NamedFilesHost {
  /** A file by its name as typed, from the form's folder. */
  readonly read: (typed: string) => Promise<Uint8Array | UnreadFile>;
  /** The names in a form file of these bytes. */
  readonly namesIn: (file: string, bytes: Uint8Array) => readonly string[];
  /** What a finished paper carries; undefined for a text file. */
  readonly factsOf: (typed: string, bytes: Uint8Array) => Promise<Outcome<FactSheet> | undefined>;
}

/** Form files that may name files of their own. */
const FORM_FILE = /\.(?:ya?ml|json)$/i;

/**
 * Reads the files that a form names, and those that the forms among them name. What cannot be read is told with the others:
 * the field that names it gets the finding.
 */
export async function readNamedFiles(
  form: string,
  named: readonly string[],
  { read, namesIn, factsOf }: NamedFilesHost,
): Promise<NamedFiles> {
  const files = new Map<string, Uint8Array>();
  const unreadFiles = new Map<string, UnreadFile>();
  const carriedFacts = new Map<string, Outcome<FactSheet>>();
  const waiting = [...named];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    if (files.has(key) || unreadFiles.has(key)) continue;
    const bytes = await read(key);
    if (!(bytes instanceof Uint8Array)) {
      unreadFiles.set(key, bytes);
      continue;
    }
    files.set(key, bytes);
    const facts = await factsOf(key, bytes);
    if (facts !== undefined) carriedFacts.set(key, facts);
    if (!FORM_FILE.test(key)) continue;
    for (const typed of namesIn(besideFile(form, key), bytes)) waiting.push(besideFile(key, typed));
  }
  return { files, unreadFiles, carriedFacts };
}
