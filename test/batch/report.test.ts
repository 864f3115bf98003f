import { describe, expect, it } from 'vitest';
import { type ReportRow, reportCsv, reportJson, reportTable } from '../../src/batch/report.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { readTable } from '../../src/table/read-table.js';
import { writeTable } from '../../src/table/write-table.js';

const place = { file: 'don-vi.xlsx', sheet: 'Sheet1', cell: 'B3' };
const finding = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
  code: 'form/date',
  severity,
  message,
  place,
});
const row = (order: number, more: Partial<ReportRow> = {}): ReportRow => ({
  row: order + 1,
  key: `cd-${order}`,
  name: `Công đoàn xã ${order}`,
  state: 'made',
  made: [
    { path: `00${order}/ke-hoach.docx`, sha256: 'a'.repeat(64), size: 10 },
    { path: `00${order}/ke-hoach.pdf`, sha256: 'b'.repeat(64), size: 20 },
  ],
  pages: 6,
  milliseconds: 12.6,
  findings: [],
  ...more,
});

const ROWS = [
  row(1, { name: '=cmd|"/c calc"!A1', key: '@x' }),
  row(2, {
    state: 'failed',
    made: [],
    pages: 0,
    findings: [finding('remark', 'Chỗ nên xem'), finding('error', 'Ngày 31/2 không có thật')],
  }),
];

describe('the report', () => {
  it('as a table has a row a unit, its cells in words', () => {
    const [head, first, second] = [...reportTable(ROWS)];
    expect(head).toHaveLength(10);
    expect(first).toEqual([
      2,
      '=cmd|"/c calc"!A1',
      '@x',
      'đã làm',
      '001/ke-hoach.docx\n001/ke-hoach.pdf',
      6,
      `${'a'.repeat(64)}\n${'b'.repeat(64)}`,
      0,
      '',
      13,
    ]);
    expect(second!.slice(3)).toEqual([
      'chưa làm được',
      '',
      0,
      '',
      2,
      'don-vi.xlsx:Sheet1!B3: sai: Ngày 31/2 không có thật\ndon-vi.xlsx:Sheet1!B3: lưu ý: Chỗ nên xem',
      13,
    ]);
  });

  it('as CSV is the same table for Excel, and no cell of it a formula', () => {
    const text = [...reportCsv(ROWS)].join('');
    const bytes = new TextEncoder().encode(text);
    expect(bytes).toEqual(writeTable([...reportTable(ROWS)], 'csv'));
    expect(text.startsWith('\ufeffDòng;Đơn vị;Mã;Kết quả;')).toBe(true);
    expect(text).toContain(`"'=cmd|""/c calc""!A1"`.slice(1, 6));
    expect(text).not.toMatch(/(?:^|;|\n)"?[=@+]/);
    const read = readTable('report.csv', bytes).value!.rows.map((cells) => cells.map((one) => one.text));
    expect(read[1]!.slice(1, 3)).toEqual(['=cmd|"/c calc"!A1', '@x']);
  });

  it('as JSON has English keys, a format and a line a unit', () => {
    const text = [...reportJson(ROWS)].join('');
    expect(text.split('\n')).toHaveLength(5);
    const { format, rows } = JSON.parse(text);
    expect(format).toBe(1);
    expect(rows.map((one: { key: string }) => one.key)).toEqual(['@x', 'cd-2']);
    expect(rows[0]).toMatchObject({ row: 2, state: 'made', pages: 6, milliseconds: 13 });
    expect(rows[0].files[1]).toEqual({ path: '001/ke-hoach.pdf', sha256: 'b'.repeat(64), size: 20 });
    expect(rows[1].findings).toEqual({
      errors: 1,
      warnings: 0,
      remarks: 1,
      first: [
        {
          code: 'form/date',
          severity: 'error',
          message: 'Ngày 31/2 không có thật',
          place: 'don-vi.xlsx:Sheet1!B3',
        },
        { code: 'form/date', severity: 'remark', message: 'Chỗ nên xem', place: 'don-vi.xlsx:Sheet1!B3' },
      ],
    });
  });

  it('without a unit is whole too', () => {
    expect(JSON.parse([...reportJson([])].join(''))).toEqual({ format: 1, rows: [] });
    expect([...reportTable([])]).toHaveLength(1);
  });

  it('leaves out what is of least weight where there is too much', () => {
    const many = Array.from({ length: 40 }, (_, index) => finding('warning', `x${index}`));
    const rows = [row(1, { findings: [...many, finding('error', `y${'dài '.repeat(400)}`)] })];
    const cell = String([...reportTable(rows)][1]![8]);
    expect(cell.split('\n')).toHaveLength(6);
    expect(cell).toMatch(/^don-vi\.xlsx:Sheet1!B3: sai: ydài .*…\n/);
    expect(cell).toMatch(/\nvà 36 điểm khác$/);
    const { rows: read } = JSON.parse([...reportJson(rows)].join(''));
    expect(read[0].findings.first).toHaveLength(20);
    expect(read[0].findings.warnings).toBe(40);
  });
});
