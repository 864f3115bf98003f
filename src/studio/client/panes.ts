import type { TextChange } from '../../form/edit/text-change.js';
import type { KindInfo, NamedFile, OwnAgency, Problem } from '../protocol.js';

/**
 * What the panes of the workplace are given and tell. The text of the form file is the one truth: a pane tells changes of it,
 * and gets the new text back in the same turn; pages and problems follow from the engine.
 */
export interface PaneProps {
  /** Normalised (`vietnamese/normalise.ts`). */
  readonly text: string;
  readonly kind: KindInfo;
  /** Of the text as it was some moments ago. */
  readonly problems: readonly Problem[];
  readonly onChange: (changes: readonly TextChange[]) => void;
  /** Where somebody clicked on a page or a problem: to be scrolled to, shown and given the focus. `turn` counts up. */
  readonly target?: {
    readonly path: string;
    readonly offset: number;
    readonly turn: number;
    /** Letters of the form's text, where a problem is no field's (then `path` is ""). */
    readonly range?: { readonly from: number; readonly to: number };
  };
  /** The target that the user had been led to before the pane was opened: it has no claim to the focus any more. */
  readonly ledTurn: number;
  /** The field or place that the user is in; the pages show it. */
  readonly onPlace: (path: string, offset: number) => void;
}

export interface FormPaneProps extends PaneProps {
  /** All kinds: the papers of a set are of several. */
  readonly kinds: readonly KindInfo[];
  readonly own: OwnAgency;
  /** Files that the form names: a picture, a table, a plan of the superior's. */
  readonly given: readonly NamedFile[];
  readonly onGive: (file: NamedFile) => void;
  readonly tab: PaperTab;
  /** `item`: of a paper its place among those that say something. `isLed`: the user is led to a field in it. */
  readonly onTab: (tab: PaperTab, item: number | undefined, isLed: boolean) => void;
}

/** Of a set: what its papers share, or one of them, as the form counts them or as the pages do, without empty items. */
export type PaperTab = 'shared' | { readonly shown: number } | { readonly item: number };

export interface TextPaneProps extends PaneProps {
  /** All kinds: the papers of a set are of several. */
  readonly kinds: readonly KindInfo[];
}

/** The editor of a text in outline grammar, with its levels shown: "Nội dung". */
export interface OutlineEditorProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Of this field; ranges are offsets in `value`. */
  readonly problems: readonly Problem[];
  readonly target?: { readonly offset: number; readonly turn: number };
  /** The target was shown: an editor that is drawn anew is not led there again. */
  readonly onShown: () => void;
  readonly onPlace: (offset: number) => void;
  /** For screen readers. */
  readonly labelledBy: string;
  readonly describedBy?: string;
}
