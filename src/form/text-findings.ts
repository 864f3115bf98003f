import type { FieldDefinition } from './field.js';
import { isProse, type KeyTable } from './key-table.js';
import { type LineReader, report, textOf } from './line-reader.js';
import type { Line, Value } from './lines.js';
import type { Quoted } from './quoted.js';

/** Where a value stands: its field, the column of its key (or dash), and the keys beside it. */
export interface Position {
  readonly field: FieldDefinition | undefined;
  readonly indent: number;
  readonly siblings: KeyTable;
  /** The value stands behind a dash: a dash in the same column is the next item's. */
  readonly isItem?: boolean;
}

/** White space and a `#` begin a comment; where one space only stands there, text may have been meant. */
export function remarkOnComment(reader: LineReader, value: Value, field: FieldDefinition | undefined): void {
  const { comment } = value;
  if (
    comment?.gap !== 1 ||
    reader.source[comment.start - 1] !== ' ' ||
    value.end === value.start ||
    !isProse(field)
  )
    return;
  const end = reader.source.indexOf('\n', comment.start);
  report(
    reader,
    {
      code: 'form/comment-in-text',
      severity: 'remark',
      message: `Phần từ dấu "#" của "${field!.label}" được hiểu là ghi chú và không in ra`,
      field: field!.label,
      hints: [
        'Nếu là chữ cần in, đặt cả giá trị trong dấu nháy đơn; nếu là ghi chú, để cách hai dấu cách trước "#"',
      ],
    },
    comment.start,
    end < 0 ? reader.source.length : end,
  );
}

/** Quotes around a whole value are YAML's and are not printed; where none are needed they may have been meant as text. */
export function remarkOnQuotes(
  reader: LineReader,
  from: number,
  quoted: Quoted,
  field: FieldDefinition | undefined,
): void {
  const raw = reader.source.slice(from + 1, quoted.end - 1);
  const needed = quoted.value.text !== raw || /^[\s"']|\s$|\s#(?:\s|$)|^$|^[|>]/.test(raw);
  if (reader.source[from] !== '"' || needed || !isProse(field)) return;
  report(
    reader,
    {
      code: 'form/quotes',
      severity: 'remark',
      message: `Hai dấu ngoặc kép bao cả "${field!.label}" không in ra`,
      field: field!.label,
      hints: [`Bỏ hai dấu đó nếu không cần in, hoặc đặt thêm dấu nháy đơn bên ngoài nếu cần in: '"${raw}"'`],
    },
    from,
    quoted.end,
  );
}

export function refuseList(reader: LineReader, deeper: readonly Line[], { field }: Position): void {
  const dash = deeper.find((line) => /^-(?:[ \t]|$)/.test(textOf(reader, line)));
  if (dash === undefined || field === undefined) return;
  report(
    reader,
    {
      code: 'form/expected-text',
      message: `"${field.label}" chỉ có một giá trị, nhưng bên dưới lại có các dòng gạch đầu dòng`,
      field: field.label,
      hints: [`Viết trên một dòng: "${field.label}: ${field.example?.split('\n')[0] ?? '…'}"`],
    },
    dash.content,
    dash.end,
  );
}

export function remarkOnBar(reader: LineReader, { field }: Position, start: number, end: number): void {
  report(
    reader,
    {
      code: 'form/missing-bar',
      severity: 'remark',
      message: `"${field!.label}" dài nhiều dòng mà thiếu dấu "|" sau dấu hai chấm`,
      field: field!.label,
      hints: [`Viết "${field!.label}: |" rồi xuống dòng, để mọi chữ bên dưới được giữ nguyên`],
    },
    start,
    Math.min(end, endOfLine(reader.source, start)),
  );
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}
