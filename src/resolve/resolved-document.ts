import type { Pt, Twip } from '../base/lengths.js';
import type { Path } from '../base/path.js';
import type { Blank, Origin } from '../document/ast.js';
import type { StyleName } from '../profile/profile.js';
import type { ResolvedBanner } from './banner/resolved-banner.js';

/**
 * The paper with every figure decided: what both writers start from. No writer computes a number, a date phrase, a length
 * or a font size. Lengths are whole twips, font sizes points.
 *
 * How vertical space works, the same for LibreOffice, Word and `typeset/`:
 * - A line is `pitch` high. DOCX: `w:spacing w:line=pitch w:lineRule="atLeast"` (`"exact"` where `pitchRule` is exact).
 *   atLeast is never below the font's single height, so the line is exactly `pitch`; its baseline stands `pitch - descent`
 *   below its top (descent of the line's largest size). exact: the baseline stands 4/5 of `pitch` below the top.
 * - All space between paragraphs is `before`; `after` is always 0. `before` is dropped at the top of a page that the flow
 *   broke by itself, and kept at the start of a section and of a cell.
 */
export interface ResolvedDocument {
  readonly type: 'resolved-document';
  readonly properties: DocumentProperties;
  readonly styles: readonly ParagraphStyle[];
  readonly sections: readonly ResolvedSection[];
  readonly form?: ResolvedForm;
}

export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: 'vi-VN';
  /** The paper's own date, ISO "2024-09-12", where it is complete. */
  readonly issuedOn?: string;
  /** e.g. "Thể Thức": the program, without its version, so that an update changes no byte by itself. */
  readonly producer: string;
}

export interface Sheet {
  readonly width: Twip;
  readonly height: Twip;
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: { readonly top: Twip; readonly right: Twip; readonly bottom: Twip; readonly left: Twip };
}

export interface ResolvedSection {
  readonly role: 'main' | 'appendix' | 'enclosure' | 'form';
  readonly sheet: Sheet;
  /** Header of every page but the first of the section: the page's number within the section, centred between the margins. */
  readonly pageNumber: {
    readonly style: StyleName;
    readonly size: Pt;
    readonly fromTop: Twip;
    readonly pitch: Twip;
  };
  /** Stands at fixed places of the section's first page, outside the flow. */
  readonly furniture: readonly Furniture[];
  readonly blocks: readonly ResolvedBlock[];
  /** What page labels and the outline call it: "", "Phụ lục I". */
  readonly label: string;
  /** The banners whose mock-ups stand in it, as they are printed. */
  readonly banners?: readonly ResolvedBanner[];
}

/** First-page furniture. Places are from the page's left and top edge. */
export type Furniture = StampBox | PageFoot;

/** A boxed mark: R86, R87. */
export interface StampBox {
  readonly type: 'stamp-box';
  readonly left: Twip;
  readonly top: Twip;
  readonly width: Twip;
  readonly height: Twip;
  /**
   * From its top down to the top of the first line of the title, with which it moves when the letterhead above is edited; absent
   * where it is fixed to the sheet.
   */
  readonly above?: Twip;
  readonly border: Twip;
  readonly color: Color;
  /** One line, centred in both directions. */
  readonly paragraph: ResolvedParagraph;
}

/** Box 13: a full-width rule and small lines at the foot of the text area of the first page (R89). It takes its height from the page's flow. */
export interface PageFoot {
  readonly type: 'page-foot';
  readonly height: Twip;
  readonly paragraphs: readonly ResolvedParagraph[];
}

export type { StyleName } from '../profile/profile.js';

export type Align = 'left' | 'center' | 'right' | 'justify';
/** Six hex digits, in capitals: black, the red of stamps, the colours of a banner. */
export type Color = string;

/** Figures that a style sets and a paragraph may differ in (the writers write only the differences). */
export interface ParagraphFormat {
  readonly align: Align;
  readonly indentLeft: Twip;
  readonly indentRight: Twip;
  /** Added to `indentLeft` on the first line; negative for a hanging indent. */
  readonly firstLine: Twip;
  readonly before: Twip;
  readonly pitch: Twip;
  readonly pitchRule: 'atLeast' | 'exact';
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** Widow and orphan control of two lines. */
  readonly widowControl: boolean;
}

export interface RunFormat {
  readonly size: Pt;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: Color;
  /** In the sans face, which there is in bold upright only. */
  readonly sans?: true;
}

export interface ParagraphStyle {
  readonly name: StyleName;
  /** As Word's style list shows it: "Nội dung", "Trích yếu". */
  readonly label: string;
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  /** 0 to 8: level in Word's navigation pane and in the PDF's bookmarks. */
  readonly outlineLevel?: number;
}

/** Text is final: blanks are runs of U+00A0 wide enough to be written in, marked as generated. */
export interface ResolvedText extends RunFormat {
  readonly type: 'text';
  readonly text: string;
  readonly origin?: Origin;
  /** Added behind every glyph, so that dots end exactly at the edge of their line. */
  readonly spacing?: Twip;
  /**
   * A dot that DOCX writes as a tab with dots to this place, from the left of the column: where a program measures the words
   * before it a hair wider or narrower than we do, the tab takes it up and the row of dots stays on its line.
   */
  readonly leader?: Twip;
  /** These are the dots of a blank. */
  readonly blank?: FormBlank;
}

/** A blank as the writers need it. Its key is of Latin letters, digits and underscores, unique in the document. */
export interface FormBlank extends Omit<Blank, 'type' | 'value' | 'bold'> {
  /** Of a fillable form that is sent out with values in it; "" otherwise. */
  readonly value: string;
}

/** What a form with blanks says of itself beside its pages, so that it can be collected. */
export interface ResolvedForm {
  /** Blanks are fields; else the DOCX has bookmarks around their dots, which may be typed over. */
  readonly isFillable: boolean;
  /** "Bảng đăng ký" */
  readonly title: string;
  /** The unit that it was made for, or "". */
  readonly unitKey: string;
  /** In the order of reading. */
  readonly blanks: readonly FormBlank[];
}

export interface ResolvedLineBreak {
  readonly type: 'line-break';
}

export type ResolvedInline = ResolvedText | ResolvedLineBreak;

export interface ResolvedParagraph {
  readonly type: 'paragraph';
  readonly style: StyleName;
  readonly format: ParagraphFormat;
  readonly inlines: readonly ResolvedInline[];
  /**
   * A drawn line instead of text (style RuleLine): the paragraph is empty, `exact`, and the line is its top border, from its
   * left indent to its right indent, `thickness` in eighths of a point; the thickness adds to the height. R17, R24, R39, R82,
   * R89.
   */
  readonly rule?: { readonly thickness: number };
  /** Starts a bookmark with this text at this level (0 to 8). */
  readonly bookmark?: { readonly level: number; readonly text: string };
}

export interface ResolvedCell {
  readonly columnSpan: number;
  readonly verticalAlign: 'top' | 'center';
  readonly paragraphs: readonly ResolvedParagraph[];
}

export interface ResolvedRow {
  readonly cells: readonly ResolvedCell[];
  /** Repeated at the top of each page. */
  readonly isHead: boolean;
  readonly cantSplit: boolean;
  /** Stays on the page of the next row (DOCX: every paragraph of the row has keepNext). */
  readonly keepNext: boolean;
}

/**
 * A table. `grid: 'none'` is a layout table without lines and without cell margins (letterhead, signature);
 * `'all'` has single lines of half a point and `cellMargins`. Columns do not fit themselves to the content.
 */
export interface ResolvedTable {
  readonly type: 'table';
  readonly purpose: 'letterhead' | 'signature' | 'body' | 'banner';
  readonly grid: 'none' | 'all';
  readonly columns: readonly Twip[];
  /** From the left margin to the left edge of the first column; negative reaches into the margin. */
  readonly indent: Twip;
  readonly before: Twip;
  readonly cellMargins: {
    readonly top: Twip;
    readonly bottom: Twip;
    readonly left: Twip;
    readonly right: Twip;
  };
  readonly rows: readonly ResolvedRow[];
  /** Of a banner's mock-up, whose only row is just so high. */
  readonly backdrop?: Backdrop;
}

/** What is drawn behind the text of a table of one cell. */
export interface Backdrop {
  readonly height: Twip;
  readonly fill: Color;
  readonly shapes: readonly BackdropShape[];
}

/** Outlines that belong together, in twips from the left top corner of the table. */
export interface BackdropShape {
  /** For who cannot see it: "Quốc kỳ". */
  readonly name: string;
  readonly shapes: readonly { readonly path: Path; readonly fill: Color }[];
}

export type ResolvedBlock = ResolvedParagraph | ResolvedTable;
