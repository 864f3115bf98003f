import type { Mm, Pt } from '../base/lengths.js';
import type { BannerFigures } from './banner.js';

/** A closed range. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Styles are named in Vietnamese in Word (`label`); the name is the stable id used in code and as w:styleId. */
export type StyleName =
  | 'NationalName'
  | 'NationalMotto'
  | 'ParentAgency'
  | 'IssuingAgency'
  | 'Reference'
  | 'PlaceAndDate'
  | 'Mark'
  | 'KindTitle'
  | 'Subject'
  | 'RuleLine'
  | 'AppendixLabel'
  | 'AppendixTitle'
  | 'ReferenceLine'
  | 'LegalBasis'
  | 'Body'
  | 'PartLabel'
  | 'PartTitle'
  | 'Article'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Item'
  | 'TableHead'
  | 'TableGroup'
  | 'TableCell'
  | 'TableCellCentred'
  | 'RecipientsLabel'
  | 'Recipient'
  | 'SignatureCapacity'
  | 'SignaturePosition'
  | 'SignatureSpace'
  | 'SignerName'
  | 'DrafterSign'
  | 'ContactLine'
  | 'PageNumber'
  | 'BannerLine'
  | 'BannerPlace'
  | 'BannerCaption';

/** A size in points, or one that follows the form's choice: a part of the header set, the body, a body table. */
export type SizeFigure = number | 'nationalName' | 'motto' | 'placeAndDate' | 'body' | 'table';

export interface StyleFigures {
  /** As Word's style list shows it. */
  readonly label: string;
  /** The rule that these figures follow. */
  readonly rule: string;
  readonly size: SizeFigure;
  readonly bold?: true;
  readonly italic?: true;
  readonly caps?: true;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Begins with the body's first-line indent. */
  readonly indented?: true;
  /** pt above the paragraph */
  readonly before?: number;
  /** Single lines, or the body's line spacing. */
  readonly lines: 'single' | 'body';
  readonly keepNext?: true;
  readonly keepLines?: true;
  /** Where it stands in the navigation pane, from large to small. */
  readonly outline?: 'part' | 'roman' | 'clause' | 'clause2' | 'clause3' | 'article';
}

export interface HeaderSet {
  readonly nationalName: number;
  readonly motto: number;
  readonly placeAndDate: number;
}

/** Everything that a regulation says in figures and fixed words, and our defaults where it is silent. */
export interface Profile {
  readonly name: string;
  readonly sheet: { readonly width: Mm; readonly height: Mm };
  readonly margins: {
    readonly top: Range;
    readonly bottom: Range;
    readonly left: Range;
    readonly right: Range;
  };
  readonly headerSets: Readonly<Record<'13-14-14' | '12-13-13', HeaderSet>>;
  readonly words: {
    readonly nationalName: string;
    readonly motto: string;
    readonly number: string;
    readonly recipients: string;
    readonly appendix: string;
    readonly archive: string;
  };
  readonly styles: Readonly<Record<StyleName, StyleFigures>>;
  readonly rules: {
    /** Thickness of a drawn line, eighths of a point. */
    readonly thickness: number;
    /** Length over the length of the text. */
    readonly motto: number;
    readonly issuer: number;
    readonly subject: number;
    /** Below a reference line. */
    readonly referenceLine: Mm;
    /** Above the line, and from it to what follows. */
    readonly gapAbove: Pt;
    readonly gapBelow: Pt;
  };
  readonly blanks: {
    readonly number: Pt;
    readonly symbol: Pt;
    readonly dayOrMonth: Pt;
    readonly year: Pt;
    readonly place: Pt;
    /** What must be left of a line for a blank to begin on it. */
    readonly least: Mm;
  };
  readonly letterhead: {
    /** Between the text of the two columns, at least. */
    readonly gutter: Pt;
    /** Beside Quốc hiệu, so that it never wraps. */
    readonly nationalSlack: Pt;
    /** The left column is never narrower; the table reaches into the left margin instead. */
    readonly issuerWidth: Mm;
    readonly referenceGap: Pt;
  };
  readonly signature: {
    readonly recipientsShare: number;
    readonly space: Mm;
    readonly before: Pt;
    readonly drafterBefore: Pt;
  };
  /** Of the text width, at most. */
  readonly title: { readonly widest: number };
  readonly marks: {
    readonly urgency: Readonly<
      Record<'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC', { readonly width: Mm; readonly height: Mm }>
    >;
    readonly secrecy: { readonly height: Mm; readonly padding: Mm };
    readonly circulation: { readonly height: Mm; readonly padding: Mm; readonly fromTop: Mm };
    readonly color: string;
    readonly border: Pt;
    readonly gap: Mm;
  };
  readonly table: {
    readonly smallerBy: number;
    readonly marginX: Pt;
    readonly marginY: Pt;
    readonly before: Pt;
    readonly justifiedFrom: Mm;
  };
  readonly contact: { readonly gap: Pt };
  readonly pageNumber: { readonly fromTop: Mm };
  readonly banner: BannerFigures;
  readonly defaults: {
    readonly margins: { readonly top: Mm; readonly bottom: Mm; readonly left: Mm; readonly right: Mm };
    readonly headerSet: '13-14-14' | '12-13-13';
    readonly bodySize: 13 | 14;
    readonly firstLine: Mm;
    readonly lineSpacing: number;
    readonly ending: './.' | '.' | '';
  };
}
