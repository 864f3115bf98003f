/**
 * The document tree: what a template says a paper consists of, before any figure of the decree is applied.
 * Types only. Readers build it, `resolve/` reads it; nothing here knows a font, a length or a file format.
 */
import type { Banner } from './banner.js';
import type { Inline, Origin } from './inline.js';

export type { Blank, BlankShape, Inline, Origin, RawInline, Text } from './inline.js';

/** A date that may lack its day, or its day and month, or everything: what lacks is printed as a blank (R35). */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Box 10a, as it is printed (R85). */
type SecrecyMark = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';
/** Box 10b, as it is printed (R86). */
type UrgencyMark = 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC';
/** Box 11, as it is printed (R87). */
type CirculationNotice = 'XEM XONG TRẢ LẠI' | 'LƯU HÀNH NỘI BỘ';

/** Boxes 1 to 4 of the decree's map: issuer, Quốc hiệu, number, place and date; and the marks 10a, 10b, 11 (R85 to R87). */
export interface Letterhead {
  readonly type: 'letterhead';
  readonly parentAgency: readonly Inline[];
  readonly issuingAgency: readonly Inline[];
  /** In whose name the paper is issued, where a text says whose it is: "Ban Thường vụ LĐLĐ tỉnh A". Absent: the issuing agency. */
  readonly citedAs?: string;
  /** Number as typed ("91", "", "05"); symbol as typed ("KH-LĐLĐ"). Absent where the paper has no box 3. */
  readonly reference?: {
    readonly number: string;
    readonly symbol: string;
    readonly numberOrigin?: Origin;
    readonly symbolOrigin?: Origin;
  };
  /** Absent where the paper has no box 4 (R37). */
  readonly placeAndDate?: {
    readonly place: string;
    readonly issuedOn: PartialDate;
    readonly placeOrigin?: Origin;
    readonly dateOrigin?: Origin;
  };
  readonly secrecyMark?: SecrecyMark;
  readonly urgencyMark?: UrgencyMark;
  readonly circulationNotice?: CirculationNotice;
}

/** Box 5a: type name and subject (R38, R39). An enclosure's own title and an attached form's too. */
export interface Title {
  readonly type: 'title';
  readonly kindTitle: readonly Inline[];
  readonly subject: readonly Inline[];
  /** A drawn line stands under the subject (R39); an enclosure has none. */
  readonly ruled: boolean;
  /** "(Kèm theo …)" below the subject: R80. */
  readonly hasReferenceLine?: boolean;
}

/** R78 to R82: "Phụ lục I", its title, "(Kèm theo …)", a short line. The number is assigned by `resolve/`. */
export interface AppendixTitle {
  readonly type: 'appendix-title';
  readonly title: readonly Inline[];
}

/** R43, R44. `italic`: the decree's way; `sentence`: upright sentences as unions write them. */
export interface LegalBases {
  readonly type: 'legal-bases';
  readonly style: 'italic' | 'sentence';
  readonly items: readonly (readonly Inline[])[];
}

/** Plain official text, not yet read: `expandOutlines` puts units, paragraphs and tables in its place. */
export interface RawOutline {
  readonly type: 'raw-outline';
  readonly text: string;
  readonly path: string;
}

/** The levels of the outline, from large to small. `roman` is "I.", `clause` "1.", `clause2` "1.1.", `clause3` "1.1.1.". */
export type UnitLevel =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'roman'
  | 'article'
  | 'clause'
  | 'clause2'
  | 'clause3'
  | 'point'
  | 'dash'
  | 'plus'
  | 'star';

/**
 * A unit of the outline. `label` is as typed and without the space after it: "Phần I", "I.", "1.1.", "a)", "-", "*".
 * `isTitle`: printed bold and kept with what follows (R49 to R54). The children of a unit follow it in the flat list of blocks.
 */
export interface Unit {
  readonly type: 'unit';
  readonly level: UnitLevel;
  readonly label: string;
  readonly isTitle: boolean;
  readonly content: readonly Inline[];
  readonly origin?: Origin;
}

/** The levels whose labels follow from a unit's place. */
export type NumberedLevel = Extract<
  UnitLevel,
  'roman' | 'clause' | 'clause2' | 'clause3' | 'point' | 'dash' | 'plus' | 'star'
>;

/** A unit that a template prints: `expandOutlines` gives it the label that follows from what stands before it. */
export interface NumberedUnit {
  readonly type: 'numbered-unit';
  readonly level: NumberedLevel;
  readonly isTitle: boolean;
  readonly content: readonly Inline[];
}

/** Text of the body that has no label of its own. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
  readonly origin?: Origin;
}

/** One cell; what it stands in says whether it is a head. */
export interface TableCell {
  readonly content: readonly Inline[];
  readonly origin?: Origin;
}

/** `group`: exactly one cell, over the whole width, as "QUÝ I". */
export interface TableRow {
  readonly role: 'head' | 'body' | 'group';
  readonly cells: readonly TableCell[];
}

/** A ruled table of the body; the cells of a row that is no `group` number `columnCount`. */
export interface Table {
  readonly type: 'table';
  readonly columnCount: number;
  readonly rows: readonly TableRow[];
  readonly origin?: Origin;
}

/** The person who signs. An attached form may leave the name empty: room to sign, no name. */
export interface SignatureBlock {
  /** "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH": none, one or two lines. */
  readonly capacity: readonly (readonly Inline[])[];
  readonly position: readonly Inline[];
  readonly fullName: readonly Inline[];
}

/** Boxes 7, 9b and 12: recipients at the left, the signature level with them at the right. */
export interface Signature {
  readonly type: 'signature';
  /** As typed, without dash and final punctuation; the archive line ("Lưu: …") is the last (R76). */
  readonly recipients: readonly (readonly Inline[])[];
  readonly signer: SignatureBlock;
  /** "PL.(300)" (R88). */
  readonly drafterSign?: string;
  readonly origin?: Origin;
}

/** Box 13, on the first page of the paper (R89). */
export interface ContactLine {
  readonly type: 'contact-line';
  readonly lines: readonly (readonly Inline[])[];
}

/** What a section is made of, in the order of the paper. `raw-outline` and `numbered-unit` are gone once outlines are expanded. */
export type Block =
  | Letterhead
  | Title
  | AppendixTitle
  | LegalBases
  | RawOutline
  | NumberedUnit
  | Unit
  | Paragraph
  | Table
  | Signature
  | Banner
  | ContactLine;

/** A stretch of the document on sheets of one kind, numbered from 1 (R10). */
export interface DocumentSection {
  readonly role: 'main' | 'appendix' | 'enclosure' | 'form';
  readonly orientation: 'portrait' | 'landscape';
  /** A sheet of double size, for mock-ups; absent: A4 (R5). */
  readonly sheet?: 'A3';
  readonly blocks: readonly Block[];
}

/** What the form may choose within the decree. What is undefined takes the profile's default. */
export interface DocumentSettings {
  /** Absent: follows from the issuing agency (a union means congdoan). */
  readonly regime?: 'nd30' | 'congdoan';
  /** R81: an electronic paper leaves the data of its reference lines blank. */
  readonly medium: 'paper' | 'electronic';
  /** R11: sizes of Quốc hiệu, Tiêu ngữ, place and date. */
  readonly headerSet?: '13-14-14' | '12-13-13';
  readonly bodySize?: 13 | 14;
  /** mm */
  readonly margins?: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  /** mm: 10 or 12.7 */
  readonly firstLine?: number;
  /** lines: 1 to 1.5 */
  readonly lineSpacing?: number;
  readonly ending?: './.' | '.' | '';
  /** What blanks become: dots to write on (`hand`), the values and nothing else (`filled`), fields (`fillable`). Absent: hand. */
  readonly formMode?: 'hand' | 'filled' | 'fillable';
  /** The unit that a fillable form was made for; printed nowhere, but in its file. */
  readonly unitKey?: string;
}

/** The paper that a file of its own is sent with. */
export interface AttachedTo {
  /** "Kế hoạch" */
  readonly kindName: string;
  readonly letterhead?: Letterhead;
  readonly medium: DocumentSettings['medium'];
  /** How many appendices the paper has, in all its files, and how many of them stand before this file's first (R78). */
  readonly appendices: { readonly before: number; readonly count: number };
}

/** A whole paper; its sections follow each other on sheets of their own. */
export interface Document {
  readonly type: 'document';
  /** Slug of the kind: "plan". */
  readonly kind: string;
  /** Display name used in reference lines: "Kế hoạch". */
  readonly kindName: string;
  readonly settings: DocumentSettings;
  readonly sections: readonly DocumentSection[];
  /** Of what is sent with a paper as a file of its own (R69): its reference lines name that paper (R80). */
  readonly attachedTo?: AttachedTo;
}
