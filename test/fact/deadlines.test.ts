import { beforeAll, describe, expect, test } from 'vitest';
import type { CompileContext } from '../../src/compile.js';
import { writeCalendar } from '../../src/fact/calendar.js';
import { collectDeadlines, type DueItem } from '../../src/fact/deadline-list.js';
import { deadlineForm, deadlineLines, deadlineRows } from '../../src/fact/deadline-table.js';
import { readFactSheet } from '../../src/fact/fact-sheet.js';
import { compileText, loadContext } from '../end-to-end/papers.js';
import { PROVINCE, STAMPED, subordinate } from '../end-to-end/superior-plans.js';

let context: CompileContext;
let province: readonly DueItem[];
const deadlinesOf = (text: string, at: CompileContext = context): readonly DueItem[] => {
  const { paper } = compileText('f.yaml', text, at);
  const sheet = readFactSheet(paper.facts()).value!;
  const kind = at.kinds.find(({ definition }) => definition.slug === sheet.kind)!;
  return collectDeadlines(sheet, kind.definition.fields);
};
beforeAll(async () => {
  context = await loadContext();
  province = deadlinesOf(PROVINCE);
});

const LEVELS = {
  base: 'công đoàn cơ sở',
  above: 'công đoàn cấp trên trực tiếp cơ sở khác',
  province: 'LĐLĐ tỉnh, thành phố',
};

describe('the deadlines of a plan', () => {
  test('are what each level does until when, on which form, to whom', () => {
    expect(province).toMatchObject([
      { level: LEVELS.base, what: 'Tổ chức hội nghị', last: '2025-03-09', tentative: false },
      {
        level: LEVELS.base,
        what: 'Gửi báo cáo kết quả',
        typed: 'trước ngày 20/3/2025',
        phrase: 'trước ngày 20/3/2025 (không tính ngày 20/3)',
        last: '2025-03-19',
        form: 'Đề cương gửi kèm',
        to: 'công đoàn cấp trên',
        paper: 'Kế hoạch số …/KH-LĐLĐ',
        label: 'Cấp tổ chức (mục 1) > Báo cáo',
      },
      { level: LEVELS.above, what: 'Tổ chức hội nghị', last: '2025-04-14' },
      { level: LEVELS.province, what: 'Tổ chức hội nghị', last: '2025-05-31', tentative: true },
      { level: '', who: 'các đơn vị', what: 'Gửi báo cáo kết quả phong trào thi đua', to: 'LĐLĐ tỉnh' },
    ]);
    expect(province).toHaveLength(5);
  });

  test('belong to the level that is called by its name under who does what', () => {
    const task =
      'Tổ chức thực hiện:\n  - Tên: Công đoàn cơ sở\n    Việc:\n      - Nội dung: Xây dựng kế hoạch\n        Hạn: trước ngày 01/02/2025\n';
    const plan = PROVINCE.replace(/^Nơi nhận:/m, `${task}Nơi nhận:`);
    expect(plan).not.toBe(PROVINCE);
    const item = deadlinesOf(plan).find(({ what }) => what === 'Xây dựng kế hoạch');
    expect(item).toMatchObject({ level: LEVELS.base, who: '' });
  });

  test('of a subordinate are its own, and of its superior those of its level, each once', () => {
    const files = new Map([['tinh.yaml', new TextEncoder().encode(PROVINCE)]]);
    const own = deadlinesOf(subordinate(STAMPED('tinh.yaml')), { ...context, files });
    expect(own.map(({ paper, what, last }) => [paper, what, last])).toEqual([
      ['Kế hoạch số 91/KH-LĐLĐ', 'Tổ chức hội nghị', '2025-03-09'],
      ['Kế hoạch số 91/KH-LĐLĐ', 'Gửi báo cáo kết quả', '2025-03-19'],
      ['Kế hoạch số 05/KH-CĐCS', 'Gửi báo cáo kết quả', '2025-03-19'],
    ]);
  });

  test('without a day are told as typed, last', () => {
    const items = deadlinesOf(PROVINCE.replace('trước 10/3/2025', 'trước 15 ngày so với Đại hội'));
    expect(items[0]).not.toHaveProperty('last');
    const rows = deadlineRows(items);
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['trước 15 ngày so với Đại hội', '']));
    expect(rows[1]).toEqual(expect.arrayContaining(['trước ngày 20/3/2025', '19/3/2025']));
    expect(deadlineLines(items).at(-1)).toContain('Tổ chức hội nghị (công đoàn cơ sở)');
  });

  test('give half a page: a table for each level', () => {
    const { paper, diagnostics } = compileText('nhac-han.json', deadlineForm(province), context);
    expect(diagnostics).toEqual([]);
    expect(paper.pages().pages).toHaveLength(1);
    const values = paper.form.values['cap_thuc_hien'] as readonly Record<string, unknown>[];
    expect(values.map(({ ten }) => ten)).toEqual([
      'Công đoàn cơ sở',
      'Công đoàn cấp trên trực tiếp cơ sở khác',
      'LĐLĐ tỉnh, thành phố',
      'Việc chung',
    ]);
  });
});

describe('the calendar', () => {
  const textOf = (items: readonly DueItem[]): string => new TextDecoder().decode(writeCalendar(items));
  const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');
  const all = (text: string, name: string): readonly string[] =>
    unfolded(text)
      .filter((line) => line.startsWith(name))
      .map((line) => line.slice(name.length));

  test('has an all-day event on the last day that still meets each deadline', () => {
    const text = textOf(province);
    expect(all(text, 'DTSTART;VALUE=DATE:')).toEqual([
      '20250309',
      '20250319',
      '20250414',
      '20250531',
      '20250330',
    ]);
    expect(all(text, 'DTEND;VALUE=DATE:')).toEqual([
      '20250310',
      '20250320',
      '20250415',
      '20250601',
      '20250331',
    ]);
    expect(all(text, 'SUMMARY:')[1]).toBe('Hạn cuối: Gửi báo cáo kết quả (công đoàn cơ sở)');
    expect(all(text, 'SUMMARY:')[3]).toBe('Dự kiến: Tổ chức hội nghị (LĐLĐ tỉnh\\, thành phố)');
    expect(all(text, 'DESCRIPTION:')[3]).toBe(
      'Thời hạn: trước ngày 20/3/2025 (không tính ngày 20/3)\\nTheo mẫu: Đề cương gửi kèm\\nGửi về: công đoàn cấp trên\\nTheo: Kế hoạch số …/KH-LĐLĐ',
    );
  });

  test('has lines of at most 75 octets, cut between letters, ended by CR LF', () => {
    const bytes = writeCalendar(province);
    const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
      expect(text).not.toContain('\ufffd');
    }
  });

  test('knows no clock: its stamp is the paper’s day', () => {
    const dated = deadlinesOf(PROVINCE.replace('Ngày ban hành: 9/2024', 'Ngày ban hành: 12/9/2024'));
    expect(new Set(all(textOf(dated), 'DTSTAMP:'))).toEqual(new Set(['20240912T000000Z']));
    expect(all(textOf(province), 'DTSTAMP:')[0]).toBe('20250309T000000Z');
  });

  test('keeps the identity of an event whose day or whose paper’s number changes', () => {
    const later = deadlinesOf(
      PROVINCE.replace('trước 10/3/2025', 'trước 17/3/2025').replace('KH-LĐLĐ\n', '91/KH-LĐLĐ\n'),
    );
    const ids = all(textOf(province), 'UID:');
    expect(new Set(ids).size).toBe(province.length);
    expect(all(textOf(later), 'UID:')).toEqual(ids);
    expect(all(textOf(later), 'DTSTART;VALUE=DATE:')[0]).toBe('20250316');
  });

  test('leaves out what has no day, and never has two events of one identity', () => {
    const [first] = province as [DueItem];
    const { last, ...undated } = first;
    expect(last).toBeDefined();
    expect(all(textOf([undated]), 'UID:')).toEqual([]);
    const ids = all(textOf([first, first]), 'UID:');
    expect(new Set(ids).size).toBe(2);
  });

  test('lets no text end its line', () => {
    const [first] = province as [DueItem];
    const text = textOf([{ ...first, what: 'A\r\nEND:VCALENDAR\u0007;,\\' }]);
    expect(all(text, 'END:VCALENDAR')).toHaveLength(1);
    expect(all(text, 'SUMMARY:')[0]).toBe('Hạn cuối: A\\nEND:VCALENDAR \\;\\,\\\\ (công đoàn cơ sở)');
  });
});
