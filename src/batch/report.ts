import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { diagnosticLine, placeName, type Sources } from '../diagnostic/render-diagnostics.js';
import { csvPieces, type TableValue } from '../table/write-csv.js';
import type { MadeFile } from './job.js';

/** What became of a unit. */
export type ReportState =
  | 'made'
  | 'unchanged'
  | 'kept' // changed by hand since it was made, and left so
  | 'failed'
  | 'skipped' // not asked for in this run
  | 'waiting'; // the run ended before its turn

/** What the reports say of one unit. They take the units one after the other, in the order in which they are to stand. */
export interface ReportRow {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly key: string;
  /** Issuing agency. */
  readonly name: string;
  readonly state: ReportState;
  readonly made: readonly MadeFile[];
  readonly pages: number;
  readonly milliseconds: number;
  readonly findings: readonly Diagnostic[];
}

/** Of `report.json`; another one where a program that reads it has to be changed. */
const FORMAT = 1;
const MOST_MESSAGES = { csv: 5, json: 20 };
/** A cell of Excel holds 32,767 letters; nobody reads so many. */
const LONGEST_MESSAGE = 500;

/** In the words of the reports. */
export const STATE_NAMES: Readonly<Record<ReportState, string>> = {
  made: 'đã làm',
  unchanged: 'không đổi',
  kept: 'giữ bản đã sửa tay',
  failed: 'chưa làm được',
  skipped: 'bỏ qua',
  waiting: 'chưa đến lượt',
};

const HEAD = [
  'Dòng',
  'Đơn vị',
  'Mã',
  'Kết quả',
  'Tệp',
  'Số trang',
  'SHA-256',
  'Số điểm cần xem',
  'Điểm cần xem',
  'Mili giây',
];

/** The report for people, head first, of rows in their order; for `writeTable`, or see `reportCsv`. `source`: of files that are text, for line and column. */
export function* reportTable(
  rows: Iterable<ReportRow>,
  source?: Sources,
): Generator<readonly TableValue[], void, undefined> {
  yield HEAD;
  for (const row of rows)
    yield [
      row.row,
      row.name,
      row.key,
      STATE_NAMES[row.state],
      row.made.map(({ path }) => path).join('\n'),
      row.pages,
      row.made.map(({ sha256 }) => sha256).join('\n'),
      row.findings.length,
      messagesOf(row.findings, source),
      Math.round(row.milliseconds),
    ];
}

/** `report.csv` piece by piece, for it may have a hundred thousand rows. */
export const reportCsv = (rows: Iterable<ReportRow>, source?: Sources): Generator<string, void, undefined> =>
  csvPieces(reportTable(rows, source));

/** `report.json` piece by piece: a line a unit. */
export function* reportJson(rows: Iterable<ReportRow>, source?: Sources): Generator<string, void, undefined> {
  yield `{"format":${FORMAT},"rows":[`;
  let separator = '\n';
  for (const row of rows) {
    yield `${separator}${JSON.stringify(jsonRow(row, source))}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** The gravest first, so that what is left out is of least weight. */
function gravestFirst(findings: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  const of = (severity: Diagnostic['severity']) => findings.filter((one) => one.severity === severity);
  return [...of('error'), ...of('warning'), ...of('remark')].slice(0, most);
}

function messagesOf(findings: readonly Diagnostic[], source: Sources | undefined): string {
  const lines = gravestFirst(findings, MOST_MESSAGES.csv).map((one) =>
    shortened(diagnosticLine(one, source)),
  );
  const left = findings.length - lines.length;
  return [...lines, ...(left > 0 ? [`và ${left} điểm khác`] : [])].join('\n');
}

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length > LONGEST_MESSAGE ? `${letters.slice(0, LONGEST_MESSAGE).join('')}…` : text;
};

function jsonRow(row: ReportRow, source: Sources | undefined): unknown {
  const count = (severity: Diagnostic['severity']): number =>
    row.findings.filter((one) => one.severity === severity).length;
  return {
    row: row.row,
    unit: row.name,
    key: row.key,
    state: row.state,
    files: row.made.map(({ path, sha256, size }) => ({ path, sha256, size })),
    pages: row.pages,
    findings: {
      errors: count('error'),
      warnings: count('warning'),
      remarks: count('remark'),
      first: gravestFirst(row.findings, MOST_MESSAGES.json).map((one) => jsonFinding(one, source)),
    },
    milliseconds: Math.round(row.milliseconds),
  };
}

function jsonFinding(finding: Diagnostic, source: Sources | undefined): unknown {
  const { code, severity, message, place } = finding;
  return { code, severity, message, ...(place && { place: placeName(place, source) }) };
}
