import type { FormValue } from '../form/form.js';
import type { OwnAgency } from './protocol.js';

/**
 * What the page and the server of `thethuc preview` tell each other. Types only.
 *
 * The page that the server gives bears two metas: `thethuc-token` and `thethuc-nonce` (for CodeMirror's sheet; every
 * `__CSP_NONCE__` in it is replaced by the same nonce). Where the first is missing there is no server. Every request under
 * `/api` bears the token in the header `X-Thethuc-Token`, but for the events, whose address bears it (`?token=`): an
 * EventSource sends no headers. The token stands in the page's address, so that it can be loaded again: keep `?token=`.
 *
 * | request | body | answer |
 * |---|---|---|
 * | `GET /api/desk` | | `Desk` |
 * | `GET /api/files` | | `FolderList` |
 * | `GET /api/about?path=` | | `FileAbout` |
 * | `GET /api/file?path=` | | the bytes, `ETag: "<sha256>"` |
 * | `PUT /api/file?path=` | the bytes | `SavedFile`; 412 `DeskRefusal` with `present` |
 * | `PUT /api/paper?beside=&name=` | the bytes | as above; beside the form `beside`, under a name that every system takes |
 * | `GET /api/kinds` | | `KindModules` |
 * | `GET /api/kind-texts?slug=` | | `KindTexts` |
 * | `PUT /api/kind-shown?slug=` | JSON: anything | `{}`; of kinds that change at once this one is told first |
 * | `GET /api/fonts` | | `MachineFonts` |
 * | `GET /api/font?face=` | | the bytes |
 * | `GET /api/memory` | | `DeskMemory` |
 * | `PUT /api/memory/own`, `…/recent`, `…/drafts` | JSON: that member of `DeskMemory` | `DeskMemory` |
 * | `GET /api/drafts` | | `DraftList` |
 * | `GET /api/draft?id=` | | `DeskDraft` |
 * | `PUT /api/draft?id=` | JSON: a `DeskDraft`, or null, which takes it away | `{}` |
 * | `GET /api/events?token=` | | server-sent events, `data:` a `DeskEvent` |
 *
 * Bytes are sent as `application/octet-stream`, the memory as `application/json`. A PUT of a file says what it believes to be
 * there: `If-Match: "<sha256>"` or `If-None-Match: *`. Paths are below the opened folder, with "/". Whatever is refused comes
 * as a `DeskRefusal`, whose message is for people.
 */
export interface Desk {
  /** The opened folder's own name: "Hội nghị 2025". */
  readonly folder: string;
  /** As it lies on the disk, for people. */
  readonly location: string;
  readonly version: string;
  /** Bytes. */
  readonly mostForm: number;
  readonly mostFile: number;
}

export interface FolderList {
  /** In the order of their paths. Files whose content is known to be no form are left out. */
  readonly files: readonly FolderFile[];
  /** There are more than are looked for (deep folders, thousands of files). */
  readonly isCut: boolean;
}

/** "form": YAML or JSON. */
export type FolderFileType = 'form' | 'docx' | 'pdf';

export interface FolderFile {
  readonly path: string;
  readonly type: FolderFileType;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Absent until it was looked at: ask `/api/about`. */
  readonly about?: FileAbout;
}

/** What a file says of itself; `kind` is absent of a file that is none of ours. */
export interface FileAbout {
  readonly path: string;
  /** The slug. */
  readonly kind?: string;
  /** "Kế hoạch" */
  readonly kindName?: string;
  /** As typed; the first lines of a long one. */
  readonly subject?: string;
}

export interface SavedFile {
  /** Where it lies now: of a paper under its safe name. */
  readonly path: string;
  readonly sha256: string;
}

/** All kinds, by slug. One whose files are wrong has its errors, and its last good module where there was one. */
export interface KindModules {
  readonly kinds: readonly KindModule[];
}

export interface KindModule {
  readonly slug: string;
  /** For `Engine.useKind`: of another address where the content is another. */
  readonly address?: string;
  /** One of the user's own, or changed since the program was built: the engine does not have it yet. */
  readonly isOwn: boolean;
  /** Where its files lie, as people see it; for places `@kind/<slug>/…` of the engine's findings. */
  readonly folder: string;
  readonly errors: readonly TemplateError[];
}

/** A finding in a kind's files. */
export interface TemplateError {
  readonly severity: 'error' | 'warning' | 'remark';
  readonly code: string;
  readonly message: string;
  /** As people see it: "mau/quyet-dinh/template.hbs". */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** The line of the file, with marks under the place. */
  readonly frame?: string;
  readonly hints: readonly string[];
}

/** The files of a kind and those that it shares, by the names in which findings of the engine call them: "@kind/plan/template.hbs". */
export interface KindTexts {
  readonly texts: Readonly<Record<string, string>>;
}

export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** The machine's Times New Roman; no faces where it has none. */
export interface MachineFonts {
  readonly faces: readonly { readonly face: FaceName; readonly name: string; readonly size: number }[];
}

/** What is kept for the user on this machine, whatever folder or port is open. */
export interface DeskMemory {
  readonly own?: OwnAgency;
  /** The last first. */
  readonly recent: readonly RecentPaper[];
  /** Small things that the page wants to find again (which panes are open). */
  readonly drafts: Readonly<Record<string, FormValue>>;
  /** What was kept could not be read; it was put aside. */
  readonly isDamaged?: boolean;
}

export interface RecentPaper {
  /** `Desk.location` of the folder in which it lies. */
  readonly location: string;
  readonly path: string;
  readonly kindName: string;
  readonly subject: string;
}

/** What is typed in papers of the opened folder and not saved, whatever port is open. */
export interface DraftList {
  readonly drafts: readonly DraftAbout[];
}

export interface DraftAbout {
  readonly id: string;
  readonly file: string;
  readonly kindName: string;
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly kept: number;
  /** It was opened from a file of the folder, or saved as one. */
  readonly hasFile: boolean;
}

export interface DeskDraft extends Omit<DraftAbout, 'id' | 'hasFile'> {
  readonly text: string;
  /** What lay in the folder when it was opened; absent of a paper that was never saved. */
  readonly saved?: { readonly text: string; readonly etag?: string; readonly isGone?: true };
}

export type DeskEvent =
  /** The first of a connection: from here on nothing is missed. */
  | { readonly type: 'hello' }
  /** Forms, papers and pictures of the folder; a file that the page itself has just saved is among them. */
  | { readonly type: 'files'; readonly changes: readonly FileChange[] }
  /** The kinds that are others now, each whole. */
  | { readonly type: 'kinds'; readonly kinds: readonly KindModule[]; readonly removed: readonly string[] }
  /** Changes can no longer be told: look for them when the window gets the focus. */
  | { readonly type: 'blind'; readonly message: string };

export interface FileChange {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of what is there now. */
  readonly sha256?: string;
}

/** Why something was refused. */
export interface DeskRefusal {
  readonly code: DeskRefusalCode;
  /** One Vietnamese sentence without a final dot. */
  readonly message: string;
  readonly hints: readonly string[];
  /** Of 412: the hash of what is there; null where there is nothing (any more). */
  readonly present?: string | null;
}

export type DeskRefusalCode =
  /** 400 */
  | 'bad-request'
  | 'bad-path'
  /** 403: another site's, or without the token: open the address that the command printed. */
  | 'foreign'
  | 'token'
  /** 404 */
  | 'not-found'
  /** 405, 415, 413, 428 */
  | 'method'
  | 'content-type'
  | 'too-large'
  | 'no-precondition'
  /** 412: changed on the disk meanwhile, or there already. */
  | 'changed'
  /** 409: open in Word, read only, full disk. */
  | 'disk'
  /** 503: too many windows; the client was not built. */
  | 'busy'
  /** 500 */
  | 'internal';
