import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TableName, TableRow } from '../table/table.js';

/**
 * What the parts of a batch tell each other. Everything here crosses from one process to another as JSON: plain objects and
 * texts only.
 */

/** What all jobs of a run share; a worker process is given it once. */
export interface BatchSetup {
  /** Folder of the user's own kinds, absolute; as `--templates`. */
  readonly templates?: string;
  /** As `--fonts`; "bundled" or an absolute folder. */
  readonly fonts?: string;
  readonly formats: readonly BatchFormat[];
  /** A dossier's papers as files of their own. */
  readonly split: boolean;
  /** Whether files carry nothing of their form. */
  readonly bare: boolean;
  /** ISO, for the properties of files. */
  readonly now?: string;
  /** Of names of files and folders; see `file-name.ts`. Without one the default pattern of the kind of job. */
  readonly namePattern?: string;
  readonly ascii: boolean;
  /** Whether nothing will be made: then a check gives neither digest nor cells that say anything. */
  readonly checksOnly?: true;
  /** The form that the rows of a table go over; absent where every job is a form file of its own. */
  readonly form?: {
    /** As the user typed it. */
    readonly file: string;
    /** Absolute. */
    readonly path: string;
    /** Base64: the form as it was when the run began, whatever happens to the file meanwhile. */
    readonly bytes: string;
  };
  readonly table?: TableName & { readonly head: TableRow };
  /** The output folder, absolute. */
  readonly output: string;
  /** Where files are written before they take their names; in the same file system as `output`. Absolute. */
  readonly temporary: string;
}

export type BatchFormat = 'docx' | 'pdf';

/** One unit's papers: a row of the table, or a form file. */
export type Job = RowJob | FormJob;

export interface RowJob {
  readonly type: 'row';
  /** Counts from 1 over the rows that are not empty, whichever of them are asked for. */
  readonly order: number;
  readonly row: TableRow;
}

export interface FormJob {
  readonly type: 'form';
  readonly order: number;
  /** As shown to the user: relative to the current folder. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Where its papers go below the output folder, without extension: "huyen-a/ke-hoach". */
  readonly stem: string;
}

/** What a job came to before anything is written. */
export interface CheckedJob {
  readonly order: number;
  /** What tells the unit from all others of the run, and finds it again in the next: its key, or what stands for one. */
  readonly key: string;
  /** Issuing agency, for people. */
  readonly unit: string;
  /** Safe file or folder name (or a path of such, with "/") below the output folder, without extension. */
  readonly stem: string;
  /** Of everything that its files' bytes depend on (SHA-256, hex; "" in a dry run). Absent where the job cannot be made. */
  readonly digest?: string;
  /** The files that it will give, below the output folder, with "/"; empty where the job cannot be made. */
  readonly files: readonly string[];
  /** Of every column of its row, in their order: a short hash of the cell's text, to tell which changed. */
  readonly cells: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MakeRequest {
  readonly job: Job;
  readonly stem: string;
  /** What may be replaced, by the path below the output folder; every other file that stands in the way is not ours. */
  readonly owned: Readonly<Record<string, OwnedFile>>;
  /** Whether a file that is not ours may be replaced. */
  readonly force: boolean;
}

/** A file of an earlier run: by its hash, or "begun" where that run ended while it was being written. */
export type OwnedFile = { readonly sha256: string } | 'begun';

/** What came of making a job's papers: all its files, or none and why. */
export interface MadeJob {
  readonly order: number;
  readonly files: readonly MadeFile[];
  readonly pages: number;
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MadeFile {
  /** Below the output folder, with "/". */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** Whether the files of an unchanged job still are as they were made. */
export interface VerifyRequest {
  readonly order: number;
  readonly files: readonly MadeFile[];
}

export interface VerifiedJob {
  readonly order: number;
  /** `edited`: a file is there and is another than was made; `missing`: one is not there. Edited counts before missing. */
  readonly state: 'intact' | 'edited' | 'missing';
  /** The paths that are not as they were made. */
  readonly paths: readonly string[];
}

/** A task for a worker process; exactly one result comes back for each. */
export type Task =
  | { readonly type: 'check'; readonly job: Job }
  | { readonly type: 'make'; readonly request: MakeRequest }
  | { readonly type: 'verify'; readonly request: VerifyRequest };

export type TaskResult =
  | { readonly type: 'check'; readonly result: CheckedJob }
  | { readonly type: 'make'; readonly result: MadeJob }
  | { readonly type: 'verify'; readonly result: VerifiedJob };
