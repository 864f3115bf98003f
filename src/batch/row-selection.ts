import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';

interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** A spreadsheet has no more. */
const MOST_ROWS = 1_048_576;

/** "5,8-12" or "100-" as a question to every row; rows as the spreadsheet shows them, the head being row 1. */
export function parseRows(text: string): Outcome<(row: number) => boolean> {
  const found: Diagnostic[] = [];
  const ranges: RowRange[] = [];
  const pieces = text.split(/[,;]/u).map((piece) => piece.trim());
  for (const piece of pieces.filter((one) => one !== '')) {
    const range = parseRange(piece);
    if (typeof range === 'string') found.push(problem(range));
    else ranges.push(range);
  }
  if (ranges.length === 0 && found.length === 0) found.push(problem('--only chưa ghi dòng nào'));
  if (found.length > 0) return { diagnostics: found };
  const merged = mergeRanges(ranges);
  return { value: (row) => isWithin(merged, row), diagnostics: [] };
}

/** The range, or what is wrong with it. */
function parseRange(piece: string): RowRange | string {
  const [, first, dash, last] = /^(\d{1,9})(?:\s*([-\u2013])\s*(\d{1,9})?)?$/u.exec(piece) ?? [];
  if (first === undefined) return `--only không hiểu "${piece}", cần số dòng hoặc khoảng dòng`;
  const from = Number(first);
  const to = dash === undefined ? from : last === undefined ? MOST_ROWS : Number(last);
  if (from === 0) return `--only ghi dòng 0, nhưng dòng đầu của bảng là dòng 1`;
  if (from === 1) return '--only ghi dòng 1, là dòng tên cột; đơn vị đầu tiên ở dòng 2';
  if (to < from) return `--only ghi khoảng "${piece}" có dòng đầu lớn hơn dòng cuối`;
  if (from > MOST_ROWS) return `--only ghi dòng ${from}, nhưng một bảng có nhiều nhất ${MOST_ROWS} dòng`;
  return { from, to };
}

function mergeRanges(ranges: readonly RowRange[]): readonly RowRange[] {
  const merged: RowRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || range.from > last.to + 1) merged.push(range);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return merged;
}

function isWithin(ranges: readonly RowRange[], row: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to < row) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.from <= row;
}

const problem = (message: string): Diagnostic => ({
  code: 'batch/rows',
  severity: 'error',
  message,
  hints: ['Ghi số dòng như Excel hiện ở bên trái, cách nhau bằng dấu phẩy: --only 5,8-12'],
});
