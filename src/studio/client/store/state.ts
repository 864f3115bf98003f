import type { TextChange } from '../../../form/edit/text-change.js';
import type { FontsUsed, KindInfo, Look, NamedFile, OwnAgency, Problem } from '../../protocol.js';
import type { History } from './history.js';

/** The form that is worked on. Its text is the one truth of all panes. */
export interface OpenDocument {
  /** Of its draft in the browser. */
  readonly id: string;
  /** Its file name; in a folder its path from there. */
  readonly file: string;
  readonly text: string;
  readonly given: readonly NamedFile[];
  readonly history: History;
  /** The slug of the latest kind that it was known to be. */
  readonly kind: string | undefined;
  /** What lies on the desk; absent of a paper that was never saved. */
  readonly saved?: SavedState;
  /** The text that it began as when it was opened; absent once it was saved, and of a draft of before. */
  readonly begun?: string;
  /** The user has given files to it. */
  readonly hasGiven?: true;
}

export interface SavedState {
  readonly text: string;
  /** Which state of the file that was. */
  readonly etag?: string;
  /** The file was deleted or renamed since: it is to be written anew under its name. */
  readonly isGone?: true;
}

export type View = 'start' | 'work' | 'batch' | 'collect' | 'own';

/** A field or a place in the form's text that the panes are to show. */
export interface Target {
  readonly path: string;
  readonly offset: number;
  readonly turn: number;
  readonly range?: { readonly from: number; readonly to: number };
}

export interface Place {
  readonly path: string;
  readonly offset: number;
  /** Of no field but of a whole paper: shown, not marked. */
  readonly isPaper?: true;
}

/** A sentence at the lower edge, read out by screen readers. */
export interface Notice {
  readonly text: string;
  readonly isProblem: boolean;
  readonly turn: number;
  /** Takes back what it tells of; it stays to be read until the user goes on elsewhere. */
  readonly takeBack?: () => void;
}

/** Something that only the user can decide. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The first is the one that nothing is lost by. */
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly answer: (key: string | undefined) => void;
}

export interface StudioState {
  readonly view: View;
  readonly kinds: readonly KindInfo[];
  readonly own: OwnAgency;
  /** What was kept of it was read, or it was typed. */
  readonly isOwnKnown?: true;
  readonly fonts?: FontsUsed;
  readonly document?: OpenDocument;
  /** The latest; of a text that may be some moments old. */
  readonly look?: Look;
  /** The text that it is of. */
  readonly lookedText?: string;
  /** Page id to SVG, of the latest looks. */
  readonly pages: ReadonlyMap<string, string>;
  readonly target?: Target;
  readonly place?: Place;
  /** The file on the desk is not what was opened any more: its text now. */
  readonly clash?: SavedState;
  /** By kind: a template under edit that cannot be used has its problems over the last good pages. */
  readonly templateProblems: Readonly<Record<string, readonly Problem[]>>;
  /** By kind: where the files of one that is being written lie, as people see it. */
  readonly templateFolders: Readonly<Record<string, string>>;
  readonly notice?: Notice;
  readonly question?: Question;
  /** Margins, baselines and boxes are drawn over the pages. */
  readonly overlay: boolean;
  readonly insides: boolean;
}

export type Action =
  | {
      readonly type: 'ready';
      readonly kinds: readonly KindInfo[];
      readonly own: OwnAgency;
    }
  | { readonly type: 'kinds'; readonly kinds: readonly KindInfo[] }
  | { readonly type: 'fonts'; readonly fonts: FontsUsed }
  | { readonly type: 'own'; readonly own: OwnAgency }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'opened'; readonly document: OpenDocument }
  /** Where it is this one. */
  | { readonly type: 'closed'; readonly id: string }
  | { readonly type: 'edited'; readonly changes: readonly TextChange[] }
  | { readonly type: 'replaced'; readonly text: string }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  /** `isFound`: it lies beside the form, nobody gave it. */
  | { readonly type: 'given'; readonly file: NamedFile; readonly isFound?: true }
  | {
      readonly type: 'looked';
      readonly id: string;
      readonly text: string;
      readonly look: Look;
      readonly pages: ReadonlyMap<string, string>;
    }
  | { readonly type: 'saved'; readonly id: string; readonly file: string; readonly saved: SavedState }
  /** Without a clash: the file is again what was opened. */
  | { readonly type: 'clashed'; readonly clash?: SavedState }
  | { readonly type: 'file-gone' }
  | { readonly type: 'clash-settled'; readonly keep: 'mine' | 'theirs' }
  | {
      readonly type: 'targeted';
      readonly path: string;
      readonly offset: number;
      readonly range?: Target['range'];
    }
  | { readonly type: 'placed'; readonly place: Place }
  | {
      readonly type: 'template-problems';
      /** Of the kinds that are others now. */
      readonly problems: Readonly<Record<string, readonly Problem[]>>;
      readonly folders?: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'noticed';
      readonly text: string;
      readonly isProblem?: boolean;
      readonly takeBack?: Notice['takeBack'];
    }
  | { readonly type: 'notice-gone' }
  | { readonly type: 'asked'; readonly question: Question }
  | { readonly type: 'answered' }
  | { readonly type: 'shown'; readonly overlay: boolean; readonly insides: boolean };

export const EMPTY_OWN: OwnAgency = { values: {}, signers: [] };

export const START: StudioState = {
  view: 'start',
  kinds: [],
  own: EMPTY_OWN,
  pages: new Map(),
  templateProblems: {},
  templateFolders: {},
  overlay: false,
  insides: false,
};

/** Whether the pages are still those of an earlier text. */
export const isBehind = ({ document, lookedText }: StudioState): boolean =>
  document !== undefined && document.text !== lookedText;

export const isUnsaved = ({ text, saved }: Pick<OpenDocument, 'text' | 'saved'>): boolean =>
  saved?.text !== text || saved.isGone === true;

/** Whether it is as it was opened: nothing of the user's is lost when it is closed, so it is no draft. */
export const isUntouched = (document: OpenDocument): boolean =>
  document.begun === document.text &&
  document.hasGiven !== true &&
  (document.saved === undefined || !isUnsaved(document));
