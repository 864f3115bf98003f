import type { Pt } from '../base/lengths.js';
import type { Path } from '../base/path.js';
import type { Picture } from '../base/picture.js';
import type { Origin } from '../document/ast.js';
import type { FaceName } from '../font/font.js';
import type {
  Color,
  DocumentProperties,
  FormBlank,
  ResolvedForm,
  StyleName,
} from '../resolve/resolved-document.js';

/** Pages of items at fixed places: all that the PDF and SVG writers see. Points; x from the left, y down from the top. */
export interface PagedDocument {
  readonly type: 'paged-document';
  readonly properties: DocumentProperties;
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
  /** Of a fillable form; its fields are with the pages. */
  readonly form?: ResolvedForm;
}

/** A sheet and what is drawn on it, in this order; `section` counts from 0. */
export interface Page {
  readonly width: Pt;
  readonly height: Pt;
  readonly section: number;
  /** 1 for the first page of its section; shown in its header from 2. */
  readonly numberInSection: number;
  /** Label of its section: "", "Phụ lục I". */
  readonly sectionLabel: string;
  readonly items: readonly PageItem[];
  /** Of a banner at its own size. */
  readonly print?: PrintArea;
  /** Of a fillable form, in the order of reading. */
  readonly fields?: readonly FieldArea[];
}

/** Text, a stroke, a rectangle; of banners, filled outlines and pictures: nothing else is ever drawn. */
export type PageItem = TextItem | RuleItem | BoxItem | PathItem | ImageItem;

/** Closed contours, filled by the non-zero rule. */
export interface PathItem {
  readonly type: 'path';
  readonly path: Path;
  readonly fill: Color;
}

/** A picture of the user's, stretched over a rectangle. */
export interface ImageItem {
  readonly type: 'image';
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly picture: Picture;
}

/** How a page is printed that is no sheet of paper. */
export interface PrintArea {
  /** What is left when it is cut, and up to where the ground goes on beyond; from the left top corner of the page. */
  readonly trim: Area;
  readonly bleed: Area;
  /** A point of the page is so many points in truth; only where the form asks for it. */
  readonly userUnit?: number;
  /** The page's points are those of a screen. */
  readonly isPixels: boolean;
  /** How many times it is to be enlarged; only where it is not of true size. */
  readonly reducedBy?: number;
  /** "that-6x3m-ty-le-1-10": what a file of this page has in its name, where it is not of true size. */
  readonly scaleName?: string;
}

export interface Area {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

/** A run of glyphs on one baseline in one face. Between them no kerning and no ligatures. */
export interface TextItem {
  readonly type: 'text';
  readonly x: Pt;
  /** Baseline. */
  readonly y: Pt;
  readonly text: string;
  readonly face: FaceName;
  readonly size: Pt;
  readonly color: Color;
  /** Added to the advance of every U+0020 in `text`, to justify the line. */
  readonly wordSpace: Pt;
  /** From `x` to the end of the last glyph, with word space. */
  readonly width: Pt;
  readonly style: StyleName;
  readonly origin?: Origin;
  /** Key of the blank whose dots these are. */
  readonly blank?: string;
}

/** Where a blank of a fillable form stands: the room of its dots. `y` is its top. */
export interface FieldArea {
  readonly blank: FormBlank;
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  /** Of the text around it. */
  readonly size: Pt;
  /** The value in lines that fit, and the size at which they do: a short blank takes a long word small. */
  readonly value: { readonly lines: readonly string[]; readonly size: Pt };
  /** From the top to the first baseline, and from one baseline to the next: where the dots stand. */
  readonly firstLine: Pt;
  readonly pitch: Pt;
}

/** A straight stroke, horizontal or vertical; x0,y0 to x1,y1 is its middle. */
export interface RuleItem {
  readonly type: 'rule';
  readonly x0: Pt;
  readonly y0: Pt;
  readonly x1: Pt;
  readonly y1: Pt;
  readonly thickness: Pt;
  readonly color: Color;
}

/** A rectangle's outline; the stroke is centred on the edge. */
export interface BoxItem {
  readonly type: 'box';
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly thickness: Pt;
  readonly color: Color;
}

/** An entry of the PDF's outline: `page` counts from 0 through all sections, `y` is the top of the paragraph's first line. */
export interface Bookmark {
  readonly level: number;
  readonly text: string;
  readonly page: number;
  readonly y: Pt;
}
