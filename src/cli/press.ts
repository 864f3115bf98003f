import type { BlankTableOptions } from '../batch/blank-table.js';
import type { ReadyPaper } from '../batch/ready-paper.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { DueItem } from '../fact/deadline-list.js';
import type { FactSheet } from '../fact/fact-sheet.js';
import type { FontSet } from '../font/font.js';
import type { FieldDefinition } from '../form/field.js';
import type { FormFiles } from '../form/file-findings.js';
import type { FormLayer } from '../form/layer.js';
import type { Host } from '../host/host.js';

export type { DumpKind, OutputFormat, WriteOptions } from '../batch/ready-paper.js';
export type PressPaper = ReadyPaper;

/** A kind of paper as the command shows it. */
export interface PressKind {
  /** "plan" */
  readonly slug: string;
  /** "Kế hoạch" */
  readonly name: string;
  /** Other names that it goes by. */
  readonly aliases: readonly string[];
  /** A complete form that renders without a finding. */
  readonly sample: string;
  /** The sample's file, where the kind is one of the user's own. */
  readonly sampleFile?: string;
}

/** A file of a kind's folder, by its name there. */
export interface KindFile {
  readonly name: string;
  readonly text: string;
}

export interface FormSource extends FormFiles {
  /** Of those files that are finished papers: what they carry. */
  readonly carriedFacts?: ReadonlyMap<string, Outcome<FactSheet>>;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** All that the commands ask of the stages below them. `node-press.ts` is the real one; tests pass a small one. */
export interface Press {
  readonly host: Host;
  readonly version: string;
  kinds(templatesFolder: string | undefined): Promise<Outcome<readonly PressKind[]>>;
  fonts(option: string | undefined): Promise<Outcome<FontSet>>;
  /** The files that a form and the rows over it name, as typed; they are to be loaded before it is compiled. */
  referencedFiles(
    source: FormSource,
    kinds: readonly PressKind[],
    over?: readonly FormLayer[],
  ): readonly string[];
  /** The fields that a row over the form may set. */
  fieldsOfForm(source: FormSource, kinds: readonly PressKind[]): Outcome<readonly FieldDefinition[]>;
  /** Where a form names its own issuing agency in its text, as findings; see `form/left-names.ts`. */
  namesLeftIn(source: FormSource, kinds: readonly PressKind[]): readonly Diagnostic[];
  /** What a finished paper (DOCX, PDF) carries; undefined for a text file. */
  readFacts(name: string, bytes: Uint8Array): Promise<Outcome<FactSheet> | undefined>;
  /**
   * `split`: what a dossier sends with its main paper becomes papers of their own. `over`: rows of a table; a form whose
   * bytes are the same object is read once for all of them.
   */
  compile(
    source: FormSource,
    kinds: readonly PressKind[],
    fonts: FontSet,
    options?: { readonly split?: boolean; readonly over?: readonly FormLayer[] },
  ): Outcome<readonly PressPaper[]>;
  /** What a paper of these facts says is to be done until when; nothing where its kind is not known. */
  deadlinesOf(sheet: FactSheet, kinds: readonly PressKind[]): readonly DueItem[];
  schema(kind: PressKind): unknown;
  /** A table to be filled in with the units that papers of the kind are made for. */
  blankTable(kind: PressKind, options: BlankTableOptions): Uint8Array;
  /** What a new kind is copied from: `kind.yaml`, `template.hbs`, `sample.yaml` and the kind's own partials. */
  kindFiles(kind: PressKind): Promise<readonly KindFile[]>;
  /** Form arguments with `*` or `?` in them, as file names in order; Windows shells leave that to the program. */
  expand(pattern: string, cwd: string): Promise<readonly string[]>;
  /** The text that the places of findings refer to. */
  textOf(file: string): string | undefined;
  /** The text of a file that was not read through the press. */
  rememberText(file: string, text: string): void;
}
