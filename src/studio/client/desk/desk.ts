import type { KindModule, KindModules, KindTexts } from '../../desk-protocol.js';
import type { NamedFile, OwnAgency } from '../../protocol.js';
import type { SavedState } from '../store/state.js';

/** Where forms lie and finished files go: a folder behind the program's server, or the browser's own store and downloads. */
export interface Desk {
  readonly type: 'folder' | 'browser';
  /** The folder's name; "" of the browser. */
  readonly name: string;
  /** What can be gone on with, the latest first. */
  readonly papers: () => Promise<readonly DeskPaper[]>;
  readonly open: (paper: DeskPaper) => Promise<DeskFile>;
  /** Out of the list, and its draft with it; files of a folder stay. Gives what brings it back. */
  readonly forget: (paper: DeskPaper) => Promise<() => Promise<void>>;
  readonly save: (request: SaveRequest) => Promise<SaveResult>;
  /** As `save`, to a place that the user is asked for; absent where the browser cannot ask. */
  readonly saveElsewhere?: (request: SaveRequest) => Promise<SaveResult | undefined>;
  /** The draft was opened from this file: where it is saved as a download, that one ends its lines as the file does. */
  readonly noteFile: (id: string, file: NamedFile) => void;
  /** From here on the draft is saved in the file that was dropped on the page; absent where the browser cannot. */
  readonly bindFile?: (id: string, handle: FileSystemFileHandle) => Promise<void>;
  /** Finished files to where people find them. A sentence that says where; undefined where the user changed his mind. */
  readonly deliver: (
    files: readonly NamedFile[],
    beside: string,
    onExisting: OnExisting,
  ) => Promise<string | undefined>;
  /** A file that a form names; undefined where there is none, or none can be seen. */
  readonly readBeside: (name: string, form: string) => Promise<NamedFile | undefined>;
  /** What is typed and not saved, so that a closed window loses nothing. */
  readonly keepDraft: (draft: Draft) => Promise<void>;
  /** Nothing is typed any more of what may have been kept: it was taken back. */
  readonly dropDraft: (id: string) => Promise<void>;
  readonly own: () => Promise<OwnAgency | undefined>;
  readonly keepOwn: (own: OwnAgency) => Promise<void>;
  readonly fonts: () => Promise<readonly NamedFile[]>;
  readonly keepFonts: (files: readonly NamedFile[]) => Promise<void>;
  readonly kinds: () => Promise<KindModules>;
  /** A paper of this kind is open: of kinds that change at once it is wanted first. */
  readonly showKind: (slug: string) => Promise<void>;
  /** The files of a kind under edit, for places in them. */
  readonly kindTexts: (slug: string) => Promise<KindTexts>;
  /** Tells what changes by other hands. Gives back what ends it. */
  readonly listen: (tell: (change: DeskChange) => void) => () => void;
}

/** Asked when files of these names are there already. */
export type OnExisting = (names: readonly string[]) => Promise<'replace' | 'both' | 'stop'>;

/** A paper in the list of the start page. */
export interface DeskPaper {
  readonly key: string;
  readonly file: string;
  readonly kindName: string;
  readonly subject: string;
  readonly from: 'draft' | 'folder' | 'recent';
  readonly isUnsaved: boolean;
  /** A draft of what lies as a file. */
  readonly hasFile?: boolean;
  /** When it was worked on last; milliseconds since 1970. */
  readonly changed?: number;
}

export interface DeskFile {
  /** Of its draft, where it has one. */
  readonly id?: string;
  readonly file: NamedFile;
  readonly given: readonly NamedFile[];
  readonly saved?: SavedState;
}

export interface SaveRequest {
  /** Of the draft. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly saved: SavedState | undefined;
  readonly kindName: string;
  readonly subject: string;
}

export type SaveResult =
  | { readonly type: 'saved'; readonly file: string; readonly saved: SavedState; readonly said: string }
  /** What lies there is not what was opened. */
  | { readonly type: 'changed'; readonly clash: SavedState };

export interface Draft {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly given: readonly NamedFile[];
  readonly kindName: string;
  readonly subject: string;
  readonly saved?: SavedState;
}

export type DeskChange =
  | { readonly type: 'file'; readonly path: string; readonly isGone: boolean; readonly etag?: string }
  | { readonly type: 'kinds'; readonly kinds: readonly KindModule[]; readonly removed: readonly string[] }
  | { readonly type: 'blind'; readonly message: string };

/** What went wrong, in a sentence for people. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly hints: readonly string[];

  constructor(message: string, hints: readonly string[] = []) {
    super(message);
    this.hints = hints;
  }
}
