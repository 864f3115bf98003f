import { readFileSync } from 'node:fs';
import type { Pt, Twip } from '../../src/base/lengths.js';
import type { FontSet } from '../../src/font/font.js';
import { BUNDLED_FILES, loadFonts } from '../../src/font/load-fonts.js';
import type {
  ParagraphFormat,
  ResolvedBlock,
  ResolvedCell,
  ResolvedDocument,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedRow,
  ResolvedSection,
  ResolvedTable,
  ResolvedText,
} from '../../src/resolve/resolved-document.js';

/** Builders of resolved documents for tests; what a test does not say is plain. Lengths in twips, sizes in points. */
const file = (name: string): Uint8Array => readFileSync(new URL(`../../fonts/${name}`, import.meta.url));

/** Tinos, whole. */
export const tinos = (): FontSet =>
  loadFonts(
    {
      regular: file(BUNDLED_FILES.regular),
      bold: file(BUNDLED_FILES.bold),
      italic: file(BUNDLED_FILES.italic),
      boldItalic: file(BUNDLED_FILES.boldItalic),
    },
    'Tinos',
    'fonts/',
  );

export const tw = (value: number): Twip => value as Twip;

export const run = (
  text: string,
  size = 14,
  style: { bold?: boolean; italic?: boolean } = {},
): ResolvedText => ({
  type: 'text',
  text,
  size: size as Pt,
  bold: style.bold ?? false,
  italic: style.italic ?? false,
  color: '000000',
});

type Loose<T> = { readonly [K in keyof T]?: T[K] extends Twip ? number : T[K] };

export function paragraph(
  content: string | readonly ResolvedInline[],
  format: Loose<ParagraphFormat> = {},
  size = 14,
): ResolvedParagraph {
  return {
    type: 'paragraph',
    style: 'Body',
    format: {
      align: 'left',
      indentLeft: 0,
      indentRight: 0,
      firstLine: 0,
      before: 0,
      pitch: 354,
      pitchRule: 'atLeast',
      keepNext: false,
      keepLines: false,
      widowControl: true,
      ...format,
    } as ParagraphFormat,
    inlines: typeof content === 'string' ? textWithBreaks(content, size) : content,
  };
}

/** `\n` is a line break. */
function textWithBreaks(text: string, size: number): ResolvedInline[] {
  return text
    .split('\n')
    .flatMap((line, i): ResolvedInline[] => [
      ...(i === 0 ? [] : [{ type: 'line-break' as const }]),
      ...(line === '' ? [] : [run(line, size)]),
    ]);
}

export const rule = (thickness: number, format: Loose<ParagraphFormat>): ResolvedParagraph => ({
  ...paragraph([], { pitchRule: 'exact', ...format }),
  style: 'RuleLine',
  rule: { thickness },
});

export const cell = (
  content: string | readonly ResolvedParagraph[],
  rest: Partial<ResolvedCell> = {},
): ResolvedCell => ({
  columnSpan: 1,
  verticalAlign: 'top',
  paragraphs: typeof content === 'string' ? [paragraph(content)] : content,
  ...rest,
});

export const row = (
  cells: readonly (string | ResolvedCell)[],
  rest: Partial<ResolvedRow> = {},
): ResolvedRow => ({
  cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each)),
  isHead: false,
  cantSplit: true,
  keepNext: false,
  ...rest,
});

export const table = (
  columns: readonly number[],
  rows: readonly ResolvedRow[],
  rest: Partial<ResolvedTable> = {},
): ResolvedTable => ({
  type: 'table',
  purpose: 'body',
  grid: 'all',
  columns: columns as readonly Twip[],
  indent: tw(0),
  before: tw(0),
  cellMargins: { top: tw(40), bottom: tw(40), left: tw(108), right: tw(108) },
  rows,
  ...rest,
});

export const section = (
  blocks: readonly ResolvedBlock[],
  rest: Partial<ResolvedSection> = {},
): ResolvedSection => ({
  role: 'main',
  sheet: {
    width: tw(11906),
    height: tw(16838),
    orientation: 'portrait',
    margins: { top: tw(1134), right: tw(850), bottom: tw(1134), left: tw(1701) },
  },
  pageNumber: { style: 'PageNumber', size: 14 as Pt, fromTop: tw(567), pitch: tw(330) },
  furniture: [],
  blocks,
  label: '',
  ...rest,
});

export const document = (...sections: readonly ResolvedSection[]): ResolvedDocument => ({
  type: 'resolved-document',
  properties: { title: '', author: '', subject: '', language: 'vi-VN', producer: '' },
  styles: [],
  sections,
});
