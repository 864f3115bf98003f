import type { Pt } from '../base/lengths.js';
import type { Origin } from '../document/ast.js';
import type { FaceName } from '../font/font.js';
import type { Color, DocumentProperties, StyleName } from '../resolve/resolved-document.js';

/** Pages of items at fixed places: all that the PDF and SVG writers see. Points; x from the left, y down from the top. */
export interface PagedDocument {
  readonly type: 'paged-document';
  readonly properties: DocumentProperties;
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
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
}

/** Text, a stroke or a rectangle: nothing else is ever drawn. */
export type PageItem = TextItem | RuleItem | BoxItem;

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
