import type { Outcome } from '../diagnostic/diagnostic.js';
import type { FontSet } from '../font/font.js';
import type { Host } from '../host/host.js';

export type OutputFormat = 'docx' | 'pdf' | 'svg' | 'png';
export type DumpKind = 'tree' | 'pages';

/** A kind of paper as the command shows it. */
export interface PressKind {
  /** "plan" */
  readonly slug: string;
  /** "Kế hoạch" */
  readonly name: string;
  /** A complete form that renders without a finding. */
  readonly sample: string;
}

/** A paper that is ready to be written in any format. */
export interface PressPaper {
  readonly name: { readonly number: string; readonly symbol: string; readonly subject: string };
  pageCount(): number;
  /** One file's bytes for docx and pdf, one a page for svg and png. `now` is ISO. */
  write(format: OutputFormat, options: { readonly now?: string }): Promise<readonly Uint8Array[]>;
  dump(what: DumpKind): string;
}

export interface FormSource {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** All that the commands ask of the stages below them. `node-press.ts` is the real one; tests pass a small one. */
export interface Press {
  readonly host: Host;
  readonly version: string;
  kinds(templatesFolder: string | undefined): Promise<Outcome<readonly PressKind[]>>;
  fonts(option: string | undefined): Promise<Outcome<FontSet>>;
  compile(source: FormSource, kinds: readonly PressKind[], fonts: FontSet): Outcome<readonly PressPaper[]>;
  schema(kind: PressKind): unknown;
  /** Form arguments with `*` or `?` in them, as file names in order; Windows shells leave that to the program. */
  expand(pattern: string, cwd: string): Promise<readonly string[]>;
  /** The text that the places of findings refer to. */
  textOf(file: string): string | undefined;
}
