import type { Pt } from '../base/lengths.js';

/** What measuring needs to know of a run of text; a resolved inline is one. */
export type StyledInline = StyledText | { readonly type: 'line-break' };

export interface StyledText {
  readonly type: 'text';
  readonly text: string;
  readonly size: Pt;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly sans?: true;
  /** Twips behind every glyph. */
  readonly spacing?: number;
  /** A tab in DOCX, and so a portion of its own. */
  readonly leader?: number;
}
