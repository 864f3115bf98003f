import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { MadeFile } from './job.js';

/** What a run was made with, to tell in words what changed in the next. */
export interface RunHeader {
  /** The program's version. */
  readonly program: string;
  /** By name, as "form", "fonts", "options": a hash. */
  readonly digests: Readonly<Record<string, string>>;
  /** The table's column heads. */
  readonly head: readonly string[];
}

/** A unit whose papers are made. */
export interface DoneEntry {
  readonly key: string;
  readonly order: number;
  /** As the spreadsheet counts. */
  readonly row: number;
  /** Issuing agency, for people. */
  readonly unit: string;
  readonly digest: string;
  readonly stem: string;
  readonly files: readonly MadeFile[];
  readonly pages: number;
  readonly milliseconds: number;
  readonly cells: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/** A file made of many units' files: a zip, a volume for the printer. */
export interface BundleEntry {
  readonly bundle: string;
  readonly digest: string;
  readonly files: readonly MadeFile[];
}

export type JournalEntry =
  | { readonly type: 'run'; readonly run: RunHeader }
  /** From here on until "done" or "dropped" the files of these paths may be old, new or missing. */
  | { readonly type: 'begin'; readonly key: string; readonly paths: readonly string[] }
  | { readonly type: 'done'; readonly done: DoneEntry }
  /** What was begun came to nothing, and nothing was written. */
  | { readonly type: 'dropped'; readonly key: string }
  /** Files that are no longer ours, or no longer there; with a key, its unit is forgotten. */
  | { readonly type: 'gone'; readonly paths: readonly string[]; readonly key?: string }
  | { readonly type: 'bundle'; readonly bundle: BundleEntry }
  /** Files that are ours and of no unit any more: of a row that has another name now. */
  | { readonly type: 'left'; readonly files: readonly MadeFile[] };
