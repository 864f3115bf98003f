import type { Pt } from '../../src/base/lengths.js';
import type { ResolvedBlock, ResolvedSection } from '../../src/resolve/resolved-document.js';
import type { Page, PageItem, RuleItem, TextItem } from '../../src/typeset/frame.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { document, paragraph, section, tinos, tw } from './build.js';

export const fonts = tinos();

/** A sheet of 200 × 120 pt with margins of 10: a text area of 180 × 100 pt, five lines of 20 pt. */
export const TINY: ResolvedSection['sheet'] = {
  width: tw(4000),
  height: tw(2400),
  orientation: 'portrait',
  margins: { top: tw(200), right: tw(200), bottom: tw(200), left: tw(200) },
};
export const tiny = (
  blocks: readonly ResolvedBlock[],
  rest: Partial<ResolvedSection> = {},
): ResolvedSection =>
  section(blocks, {
    sheet: TINY,
    pageNumber: { style: 'PageNumber', size: 6 as Pt, fromTop: tw(60), pitch: tw(140) },
    ...rest,
  });

export const pagesOf = (...sections: readonly ResolvedSection[]): readonly Page[] =>
  layoutDocument(document(...sections), fonts).pages;
export const isText = (item: PageItem): item is TextItem => item.type === 'text';
export const isRule = (item: PageItem): item is RuleItem => item.type === 'rule';
/** The words of each page, without its number. */
export const words = (pages: readonly Page[]): string[] =>
  pages.map((page) =>
    page.items
      .filter(isText)
      .filter((item) => item.style !== 'PageNumber')
      .map((item) => item.text)
      .join(' '),
  );

export const line = (text: string, format = {}) => paragraph(text, { pitch: 400, ...format }, 8);
export const lines = (...texts: readonly string[]) => texts.map((text) => line(text));
