import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Press } from '../../src/cli/press.js';
import type { DueItem } from '../../src/fact/deadline-list.js';
import type { FactSheet } from '../../src/fact/fact-sheet.js';
import { unzip } from '../archive/unzip.js';
import { run } from './fake-press.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'thethuc-deadlines-'));
  writeFileSync(join(cwd, 'x.yaml'), '91|KH|Hội nghị');
  writeFileSync(join(cwd, 'x.pdf'), '%PDF-1.7');
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const ITEM: DueItem = {
  level: 'công đoàn cơ sở',
  who: '',
  what: 'Tổ chức hội nghị',
  typed: 'trước 10/3/2025',
  phrase: 'trước ngày 10/3/2025 (không tính ngày 10/3)',
  last: '2025-03-09',
  tentative: false,
  form: 'Đề cương',
  to: 'LĐLĐ tỉnh',
  paper: 'Kế hoạch số 91/KH',
  series: 'KH Hội nghị',
  issuedOn: '2024-09-12',
  label: 'Cấp tổ chức (mục 1) > Thời gian',
};
const { last: _, ...UNDATED } = { ...ITEM, typed: 'trước 15 ngày' };
const SHEET: FactSheet = { format: 1, kind: 'plan', kindName: 'Kế hoạch', title: 'KẾ HOẠCH', values: {} };

const deadlines = (argv: readonly string[], press: Partial<Press> = {}) =>
  run(['deadlines', ...argv], {
    cwd,
    press: {
      deadlinesOf: (sheet) => (sheet.kind === 'plan' ? [ITEM, UNDATED] : []),
      readFacts: async (name) => (name.endsWith('.pdf') ? { value: SHEET, diagnostics: [] } : undefined),
      compile: () => ({
        value: [
          {
            values: {},
            kinds: [],
            name: { number: '', symbol: '', subject: '' },
            pageCount: () => 1,
            write: async (format, { bare }) => [new TextEncoder().encode(`${format} ${bare}`)],
            dump: () => '',
            facts: () => JSON.stringify(SHEET),
          },
        ],
        diagnostics: [],
      }),
      ...press,
    },
  });
const read = (name: string): Buffer => readFileSync(join(cwd, name));

describe('thethuc deadlines', () => {
  test.each(['x.yaml', 'x.pdf'])('prints those of %s, a line each', async (file) => {
    const { code, stdout } = await deadlines([file]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'trước ngày 10/3/2025 (không tính ngày 10/3): Tổ chức hội nghị (công đoàn cơ sở), theo Đề cương, gửi LĐLĐ tỉnh\n'.repeat(
        2,
      ),
    );
  });

  test('writes a calendar, and says what is not in it', async () => {
    const { code, stdout, stderr } = await deadlines(['x.yaml', '-o', 'Nhắc hạn.ICS']);
    expect(code).toBe(0);
    expect(stdout).toBe('Nhắc hạn.ICS\n');
    expect(read('Nhắc hạn.ICS').toString()).toContain('DTSTART;VALUE=DATE:20250309\r\n');
    expect(stderr).toContain(
      'Đã ghi 1 thời hạn; 1 thời hạn không có ngày cụ thể nên không vào lịch: "trước 15 ngày"',
    );
  });

  test('writes a table', async () => {
    await deadlines(['x.yaml', '-o', 'han.csv']);
    expect(read('han.csv').toString()).toContain(
      'công đoàn cơ sở;;Tổ chức hội nghị;trước 10/3/2025;09/3/2025;',
    );
    await deadlines(['x.yaml', '-o', 'han.xlsx']);
    expect([...unzip(read('han.xlsx')).keys()]).toContain('xl/workbook.xml');
  });

  test.each(['docx', 'pdf'])(
    'writes half a page for each level as %s, which carries no facts',
    async (format) => {
      await deadlines(['x.yaml', '-o', `han.${format}`]);
      expect(read(`han.${format}`).toString()).toBe(`${format} true`);
    },
  );

  test('overwrites no file that it reads', async () => {
    const { code, stderr } = await deadlines(['x.pdf', '-o', 'x.pdf']);
    expect(code).toBe(2);
    expect(stderr).toContain('sẽ ghi đè lên tệp đang đọc');
    expect(read('x.pdf').toString()).toBe('%PDF-1.7');
  });

  test.each(['han.txt', 'han', 'han/'])('refuses -o %s', async (output) => {
    const { code, stderr } = await deadlines(['x.yaml', '-o', output]);
    expect(code).toBe(2);
    expect(stderr).toContain('không phải tệp .ics, .csv, .xlsx, .docx, .pdf');
    expect(existsSync(join(cwd, output))).toBe(false);
  });

  test('says so when there are none', async () => {
    const { code, stderr } = await deadlines(['x.yaml'], { deadlinesOf: () => [] });
    expect(code).toBe(2);
    expect(stderr).toContain('Không có thời hạn nào trong các tệp này');
  });

  test('of a file without facts tells why', async () => {
    const finding = {
      code: 'facts/not-ours',
      severity: 'warning',
      message: 'Không phải tệp của ta',
    } as const;
    const { code, stderr } = await deadlines(['x.pdf', '-o', 'han.ics'], {
      readFacts: async () => ({ diagnostics: [finding] }),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('sai: Không phải tệp của ta');
    expect(stderr).not.toContain('Không có thời hạn nào');
    expect(existsSync(join(cwd, 'han.ics'))).toBe(false);
  });
});
