import { cellNumbers } from './cell-name.js';
import { codeFrame } from './code-frame.js';
import type { CellPlace, Diagnostic, Place, Severity, TextPlace } from './diagnostic.js';
import { textPosition } from './text-position.js';

/** What a clause is a clause of. */
const DECREE = 'Nghị định 30/2020/NĐ-CP';

export type DiagnosticsStyle = 'human' | 'short' | 'json';

export interface RenderOptions {
  readonly style: DiagnosticsStyle;
  /** Whether to colour with ANSI codes; only `human` and `short` do. */
  readonly colour?: boolean;
  /** The text of a source as it was read (normalised); undefined where there is none to show. */
  readonly source?: (file: string) => string | undefined;
}

/** The levels as people read them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'sai',
  warning: 'nên sửa',
  remark: 'lưu ý',
};

const ANSI: Readonly<Record<Severity | 'bold' | 'dim' | 'off', string>> = {
  error: '\x1b[1;31m',
  warning: '\x1b[1;33m',
  remark: '\x1b[1;36m',
  bold: '\x1b[1m',
  dim: '\x1b[2m',
  off: '\x1b[0m',
};

type Paint = (style: keyof typeof ANSI, text: string) => string;

/**
 * Makes text of findings, in the order of their places: `human` with the line of the source and everything that is known,
 * `short` one line each, `json` one array. Ends with a line end unless there is nothing to say.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const sorted = sortByPlace(diagnostics);
  const source = options.source ?? (() => undefined);
  const paint: Paint = options.colour
    ? (style, text) => `${ANSI[style]}${text}${ANSI.off}`
    : (_, text) => text;
  switch (options.style) {
    case 'json':
      return `${JSON.stringify(
        sorted.map((diagnostic) => toJson(diagnostic, source)),
        null,
        2,
      )}\n`;
    case 'short':
      return sorted
        .map((diagnostic) => `${heading(diagnostic, source, paint)} [${diagnostic.code}]\n`)
        .join('');
    case 'human': {
      const blocks = sorted.map((diagnostic) => humanBlock(diagnostic, source, paint));
      if (sorted.length > 1) blocks.push(`${summary(sorted)}\n`);
      return blocks.join('\n');
    }
  }
}

/** Files in the order in which they are first named; findings without a place come first, they are of the whole run. */
function sortByPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.place?.file ?? ''))];
  const rank = (place: Place | undefined): readonly [number, number] => [
    place === undefined ? -1 : files.indexOf(place.file),
    place !== undefined && 'start' in place ? place.start : 0,
  ];
  return diagnostics
    .map((diagnostic, index) => ({ diagnostic, index, rank: rank(diagnostic.place) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.index - b.index)
    .map(({ diagnostic }) => diagnostic);
}

export type Sources = (file: string) => string | undefined;

/** "units.xlsx:Sheet1!B402: sai: …": one line of plain text. */
export const diagnosticLine = (diagnostic: Diagnostic, source: Sources = () => undefined): string =>
  heading(diagnostic, source, (_, text) => text);

/** "f.yaml:3:7: sai: …" */
function heading({ place, severity, message }: Diagnostic, source: Sources, paint: Paint): string {
  const where = place === undefined ? '' : `${paint('bold', `${placeName(place, source)}:`)} `;
  return `${where}${paint(severity, `${SEVERITY_NAMES[severity]}:`)} ${oneLine(message)}`;
}

/** "f.yaml:3:7", "units.xlsx:Sheet1!B402", "units.csv:402:2", "ke-hoach.pdf: Cấp tổ chức (mục 1) > Số lượng"; a file whose text is not at hand is named alone. */
export function placeName(place: Place, source: Sources = () => undefined): string {
  if ('field' in place) return place.field === '' ? place.file : `${place.file}: ${place.field}`;
  if (!('start' in place)) return cellPlaceName(place);
  const text = source(place.file);
  if (text === undefined) return place.file;
  const { line, column } = textPosition(text, place.start);
  return `${place.file}:${line}:${column}`;
}

/** A table without sheets has its cells named by row and column, both from 1. */
function cellPlaceName({ file, sheet, cell }: CellPlace): string {
  const numbers = sheet === '' ? cellNumbers(cell) : undefined;
  return numbers === undefined ? `${file}:${sheet}!${cell}` : `${file}:${numbers.row}:${numbers.column}`;
}

function humanBlock(diagnostic: Diagnostic, source: Sources, paint: Paint): string {
  const { place, severity } = diagnostic;
  const lines = [heading(diagnostic, source, paint)];
  if (place !== undefined && 'start' in place) lines.push(...frameLines(place, severity, source, paint));
  for (const [name, value] of details(diagnostic)) {
    const [first = '', ...more] = value.split('\n').map(oneLine);
    lines.push(`    ${paint('dim', `${name}:`.padEnd(DETAIL_COLUMNS))}${first}`);
    lines.push(...more.map((line) => ' '.repeat(4 + DETAIL_COLUMNS) + line));
  }
  for (const { place: other, message } of diagnostic.related ?? []) {
    lines.push(`    ${paint('bold', `${placeName(other, source)}:`)} ${oneLine(message)}`);
    if ('start' in other) lines.push(...frameLines(other, 'remark', source, paint));
  }
  return `${lines.join('\n')}\n`;
}

function details(diagnostic: Diagnostic): readonly (readonly [string, string])[] {
  const { field, actual, expected, clause, hints = [] } = diagnostic;
  const rows: [string, string | undefined][] = [
    ['Ô', field],
    ['Đang ghi', actual === undefined ? undefined : shorten(actual)],
    ['Cần ghi', expected],
    ['Theo', clause === undefined ? undefined : `${clause}, ${DECREE}`],
  ];
  const known = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  return [...known, ...hints.map((hint) => ['Gợi ý', hint] as const)];
}

const DETAIL_COLUMNS = 'Đang ghi: '.length;
const MAX_ACTUAL = 80;

/** What was found stands in the frame already; here its beginning is enough. */
const shorten = (actual: string): string => {
  const letters = [...actual.replace(/\s+/g, ' ').trim()];
  return letters.length <= MAX_ACTUAL ? letters.join('') : `${letters.slice(0, MAX_ACTUAL).join('')}…`;
};

function frameLines(place: TextPlace, severity: Severity, source: Sources, paint: Paint): string[] {
  const text = source(place.file);
  if (text === undefined || text === '') return [];
  const frame = codeFrame(text, place.start, place.end);
  const number = String(frame.lineNumber).padStart(4);
  const gutter = ' '.repeat(number.length);
  return [
    `${paint('dim', `${number} |`)} ${frame.line}`,
    `${paint('dim', `${gutter} |`)} ${' '.repeat(frame.indent)}${paint(severity, frame.marks)}`,
  ];
}

/** "2 chỗ sai, 1 chỗ nên sửa" */
function summary(diagnostics: readonly Diagnostic[]): string {
  const counted = (['error', 'warning', 'remark'] as const)
    .map((severity) => [severity, diagnostics.filter((d) => d.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  return `Tất cả: ${counted.map(([severity, count]) => `${count} ${SEVERITY_NAMES[severity]}`).join(', ')}.`;
}

/** Messages quote what was typed: no line end and no control character of it may reach the terminal. */
const oneLine = (text: string): string => text.replace(/\n/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');

function toJson(diagnostic: Diagnostic, source: Sources): unknown {
  const { place, related, ...rest } = diagnostic;
  return {
    ...rest,
    ...(place && { place: placeToJson(place, source) }),
    ...(related && {
      related: related.map((other) => ({ ...other, place: placeToJson(other.place, source) })),
    }),
  };
}

/** A place in a text has its line and column too, from 1. */
function placeToJson(place: Place, source: Sources): unknown {
  const text = 'start' in place ? source(place.file) : undefined;
  if (text === undefined || !('start' in place)) return place;
  const { line, column } = textPosition(text, place.start);
  return { ...place, line, column };
}
