import { mmToTwip, type Pt, ptToTwip, type Twip, twip } from '../base/lengths.js';
import { createMemory, createOwned } from '../base/memory.js';
import type { Inline, Letterhead, Origin, PartialDate } from '../document/ast.js';
import { faceName } from '../font/font.js';
import { textWidth } from '../measure/text-width.js';
import { datePhrase } from '../vietnamese/date-phrase.js';
import { balance } from './balanced.js';
import { buildParagraph, buildRule, type ResolveContext, rememberWords, styleOf } from './context.js';
import { fitShortBlanks } from './fit-blanks.js';
import { type LetterheadPart, letterheadBlank } from './form-blank.js';
import { stackHeight } from './height.js';
import { type BlankLook, blank, generated, lineWidth, resolveInlines } from './inlines.js';
import type {
  ResolvedCell,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedTable,
  ResolvedText,
  RunFormat,
  StyleName,
} from './resolved-document.js';

/** Boxes 1 to 4 as a layout table of two rows, with what the marks around it need to know of its place. */
export interface ResolvedLetterhead {
  readonly table: ResolvedTable;
  readonly height: Twip;
}

export function resolveLetterhead(
  context: ResolveContext,
  letterhead: Letterhead,
  textWidth: Twip,
  look: BlankLook,
): ResolvedLetterhead {
  const date = dateRuns(context, letterhead, look);
  const number = referenceRuns(context, letterhead, look);
  const columns = columnWidths(context, textWidth, number, date);
  const left = issuerColumn(context, letterhead, columns.left);
  const right = nationalColumn(context, columns.right);
  const rows = [[left, right], ...referenceRow(context, letterhead, number, date)];
  const table: ResolvedTable = {
    type: 'table',
    purpose: 'letterhead',
    grid: 'none',
    columns: [columns.left, columns.right],
    indent: columns.indent,
    before: twip(0),
    cellMargins: { top: twip(0), bottom: twip(0), left: twip(0), right: twip(0) },
    rows: rows.map((cells) => ({ cells: cells.map(cell), isHead: false, cantSplit: true, keepNext: false })),
  };
  const widths = [columns.left, columns.right];
  const rowHeight = (cells: readonly (readonly ResolvedParagraph[])[]) =>
    Math.max(...cells.map((paragraphs, i) => stackHeight(paragraphs, widths[i] ?? twip(0), context.fonts)));
  const height = rows.reduce((sum, cells) => sum + rowHeight(cells), 0);
  return { table, height: twip(height) };
}

const cell = (paragraphs: readonly ResolvedParagraph[]): ResolvedCell => ({
  columnSpan: 1,
  verticalAlign: 'top',
  paragraphs,
});

/**
 * R12: the right column is as wide as Quốc hiệu, or the place and date, so that neither wraps; the left one takes the rest
 * and, where that is too little for an agency's name or for the number, reaches into the left margin as the decree's samples do.
 */
function columnWidths(
  context: ResolveContext,
  across: Twip,
  number: readonly ResolvedInline[],
  date: readonly ResolvedInline[],
) {
  const { profile, fonts } = context;
  const { gutter, issuerWidth, nationalSlack } = profile.letterhead;
  const national = generated(profile.words.nationalName, styleOf(context, 'NationalName').run, 'R15');
  const widest = Math.max(lineWidth([national], fonts), lineWidth(date, fonts));
  const right = twip(Math.ceil(widest) + ptToTwip(nationalSlack));
  const numbered = Math.ceil(lineWidth(number, fonts)) + ptToTwip(gutter);
  const left = twip(Math.max(across - right, mmToTwip(issuerWidth), numbered));
  return { left, right, indent: twip(across - right - left) };
}

/** The same in all papers of the same styles, but for its width. */
const nationalColumn = (context: ResolveContext, width: Twip): readonly ResolvedParagraph[] =>
  nationalColumns(context.styles).take(`${width}`, () => makeNationalColumn(context, width));

const nationalColumns = createOwned((_: ResolveContext['styles']) =>
  createMemory<readonly ResolvedParagraph[]>(50),
);

function makeNationalColumn(context: ResolveContext, width: Twip): readonly ResolvedParagraph[] {
  const { profile, fonts } = context;
  const name = styleOf(context, 'NationalName').run;
  const motto = styleOf(context, 'NationalMotto').run;
  const mottoWidth = textWidth(
    profile.words.motto,
    motto.size,
    fonts.faces[faceName(motto.bold, motto.italic)],
  );
  return [
    buildParagraph(context, 'NationalName', [generated(profile.words.nationalName, name, 'R15')]),
    buildParagraph(context, 'NationalMotto', [generated(profile.words.motto, motto, 'R16')]),
    buildRule(context, twip(mottoWidth * profile.rules.motto), width),
  ];
}

function issuerColumn(
  context: ResolveContext,
  letterhead: Letterhead,
  column: Twip,
): readonly ResolvedParagraph[] {
  const gutter = ptToTwip(context.profile.letterhead.gutter);
  const width = twip(column - gutter);
  const agency = (style: StyleName, name: readonly Inline[]) =>
    rememberedAgency(context, name, `${style} ${width}`, () => {
      const named = resolveInlines(name, styleOf(context, style).run, { caps: true, gluing: 'title' });
      const runs = fitShortBlanks(named, context.fonts);
      const lines = balance(runs, width, context.fonts);
      const differs = { indentLeft: lines.indentLeft, indentRight: twip(lines.indentRight + gutter) };
      return { paragraph: buildParagraph(context, style, runs, differs), longest: lines.longest };
    });
  const parent =
    letterhead.parentAgency.length === 0 ? [] : [agency('ParentAgency', letterhead.parentAgency).paragraph];
  const issuer = agency('IssuingAgency', letterhead.issuingAgency);
  const rule = buildRule(context, twip(issuer.longest * context.profile.rules.issuer), width);
  const moved = { ...rule, format: { ...rule.format, indentRight: twip(rule.format.indentRight + gutter) } };
  return [...parent, issuer.paragraph, moved];
}

interface Agency {
  readonly paragraph: ResolvedParagraph;
  readonly longest: Twip;
}

const rememberedAgency = rememberWords<Agency>();

/** Number and date stand on one line (R36): one row, both lines of the greater height. */
function referenceRow(
  context: ResolveContext,
  { reference, placeAndDate }: Letterhead,
  number: readonly ResolvedInline[],
  date: readonly ResolvedInline[],
) {
  if (reference === undefined && placeAndDate === undefined) return [];
  const pitch = twip(
    Math.max(styleOf(context, 'Reference').paragraph.pitch, styleOf(context, 'PlaceAndDate').paragraph.pitch),
  );
  const before = ptToTwip(context.profile.letterhead.referenceGap);
  const indentRight = ptToTwip(context.profile.letterhead.gutter);
  return [
    [
      [buildParagraph(context, 'Reference', number, { pitch, before, indentRight })],
      [buildParagraph(context, 'PlaceAndDate', date, { pitch, before })],
    ],
  ];
}

/** "Số: 91/KH-LĐLĐ"; nothing where the paper has no box 3. */
function referenceRuns(
  context: ResolveContext,
  { reference }: Letterhead,
  look: BlankLook,
): readonly ResolvedInline[] {
  if (reference === undefined) return [];
  const { run } = styleOf(context, 'Reference');
  return [
    generated(`${context.profile.words.number} `, run, 'R31'),
    ...numberRuns(context, reference, run, 'R31', look),
  ];
}

/** "91/KH-LĐLĐ"; a number below 10 takes a zero (R31), a missing one leaves room to be written or stamped (R32, R163). */
export function numberRuns(
  context: ResolveContext,
  reference: NonNullable<Letterhead['reference']>,
  run: RunFormat,
  rule: string,
  look: BlankLook,
): readonly ResolvedInline[] {
  const { number, numberOrigin, symbolOrigin } = reference;
  const padding = /^\d$/.test(number) ? [generated('0', run, 'R31')] : [];
  const figures =
    number === ''
      ? [writable(context, 'number', look, context.profile.blanks.number, run)]
      : [...padding, from(generated(number, run, rule), numberOrigin)];
  // R31: no space around "-" and "/".
  const symbol = reference.symbol.replace(/\s+/g, '');
  if (symbol === '') return figures;
  const stem = symbol.replace(/(?:…|\.{3,})+$/u, '');
  if (look === 'dotted' && stem !== symbol) {
    // "ĐK-…": the unit's own letters are still to come.
    const tail = writable(context, 'symbol', look, context.profile.blanks.symbol, run);
    const letters = stem === '' ? [] : [from(generated(stem, run, rule), symbolOrigin)];
    return [...figures, generated('/', run, 'R31'), ...letters, tail];
  }
  const asTyped = symbol === reference.symbol ? symbolOrigin : undefined;
  return [...figures, generated('/', run, 'R31'), from(generated(symbol, run, rule), asTyped)];
}

/** A text that stands in the form. */
const from = (text: ResolvedText, origin: Origin | undefined): ResolvedText =>
  origin === undefined ? text : { ...text, origin };

/** "ngày 12 tháng 9 năm 2024" with blanks for what is missing (R35, R163). */
export function dateRun(
  context: ResolveContext,
  date: PartialDate,
  run: RunFormat,
  look: BlankLook,
): readonly ResolvedText[] {
  const widths = {
    day: context.profile.blanks.dayOrMonth,
    month: context.profile.blanks.dayOrMonth,
    year: context.profile.blanks.year,
  };
  const pieces = datePhrase(date).map((piece) =>
    piece.type === 'words'
      ? generated(piece.text, run, 'R35')
      : writable(context, piece.part, look, widths[piece.part], run),
  );
  return mergeWords(pieces);
}

/** Generated words beside each other become one run, so that a search finds the whole date. */
function mergeWords(pieces: readonly ResolvedText[]): readonly ResolvedText[] {
  const merged: ResolvedText[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const isWords = (text: ResolvedText | undefined) =>
      text?.origin?.type === 'generated' && text.blank === undefined;
    if (last !== undefined && isWords(last) && isWords(piece)) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

function dateRuns(
  context: ResolveContext,
  letterhead: Letterhead,
  look: BlankLook,
): readonly ResolvedInline[] {
  const given = letterhead.placeAndDate;
  if (given === undefined) return [];
  const run = styleOf(context, 'PlaceAndDate').run;
  const place =
    given.place === ''
      ? writable(context, 'place', 'dotted', context.profile.blanks.place, run, 'R36')
      : from(generated(given.place, run, 'R36'), given.placeOrigin);
  return mergeWords([place, generated(', ', run, 'R36'), ...dateRun(context, given.issuedOn, run, look)]);
}

/** A blank of a letterhead; in a fillable form one that has a field. */
function writable(
  context: ResolveContext,
  part: LetterheadPart,
  look: BlankLook,
  width: Pt,
  run: RunFormat,
  rule = 'R163',
): ResolvedText {
  const dots = blank(width, look, run, context.fonts, rule);
  const hasField = look === 'dotted' && context.document.settings.formMode === 'fillable';
  return hasField ? { ...dots, blank: letterheadBlank(part) } : dots;
}
