import { describe, expect, test } from 'vitest';
import { cellOf, problemsByRow } from '../../../src/studio/client/batch/row-problems.js';
import { runUnits, startOfRun, type UnitsRun } from '../../../src/studio/client/batch/run-units.js';
import { textsAt } from '../../../src/studio/client/pages/page-places.js';
import {
  percentOf,
  printWords,
  scaleOf,
  sizeOf,
  sizeWords,
  stepped,
} from '../../../src/studio/client/pages/zoom.js';
import { countWords, worstLevel } from '../../../src/studio/client/parts/problem-words.js';
import { subjectOf } from '../../../src/studio/client/store/subject.js';
import {
  openPanes,
  partOf,
  resized,
  START_LAYOUT,
  toggled,
} from '../../../src/studio/client/workplace/panes-layout.js';
import type { Problem, UnitsRequest } from '../../../src/studio/protocol.js';

const A4 = { width: 595.3, height: 841.9 };

describe('zoom', () => {
  test('fits the width and the whole page, each page by itself', () => {
    expect(scaleOf('width', { width: 640, height: 500 }, A4) * A4.width).toBeCloseTo(600);
    expect(scaleOf('page', { width: 640, height: 500 }, A4) * A4.height).toBeCloseTo(460);
    expect(scaleOf('width', { width: 640, height: 500 }, { width: 14173, height: 7087 })).toBeLessThan(0.05);
  });

  test('steps through sizes and stays within 50 and 300 %', () => {
    expect([stepped(79, 1), stepped(79, -1), stepped(300, 1), stepped(50, -1)]).toEqual([90, 75, 300, 50]);
    expect(percentOf(scaleOf(100, A4, A4))).toBe(100);
  });

  test('of a banner, which is metres wide, is of what fits the pane', () => {
    const [pane, banner] = [
      { width: 640, height: 500 },
      { width: 14173, height: 7087 },
    ];
    const whole = scaleOf('width', pane, banner);
    expect(sizeOf('width', pane, banner, true)).toEqual({ scale: whole, percent: 100 });
    expect(sizeOf(stepped(100, 1), pane, banner, true)).toEqual({ scale: 1.1 * whole, percent: 110 });
    expect(sizeOf(stepped(100, -1), pane, banner, true).scale).toBeLessThan(whole);
    expect(sizeOf(100, pane, A4, false)).toEqual({ scale: 96 / 72, percent: 100 });
  });

  test.each([
    [14173.23, 7086.61, false, '5 × 2,5 m'],
    [595.28, 841.89, false, '21 × 29,7 cm'],
    [1920, 1080, true, '1920 × 1080 điểm ảnh'],
  ])('%s by %s points are said in what people measure with', (width, height, isPixels, words) =>
    expect(sizeWords({ width, height }, isPixels)).toBe(words),
  );

  test('of a banner that is too long for a file of true size is said with how much smaller that is', () => {
    const print = { width: 17007.87, height: 8503.94, isPixels: false, reducedBy: 10 };
    const words = printWords({ width: 1700.79, height: 884.2, print });
    expect(words).toBe('Kích thước thật: 6 × 3 m. Tệp PDF nhỏ hơn 10 lần, ở chân có dòng dặn nhà in');
    expect(printWords(A4)).toBe('Khổ giấy: 21 × 29,7 cm');
  });
});

describe('the place of a field on the pages', () => {
  const texts = [
    { path: 'so_ky_hieu', offset: 0 },
    { path: 'nguoi_ky.chuc_vu', offset: 0 },
    { path: 'nguoi_ky.ho_ten', offset: 0 },
    ...[0, 40, 80, 80, 120].map((offset) => ({ path: 'noi_dung', offset })),
  ];

  test('is the line that the caret is in, of a long text', () => {
    expect(textsAt(texts, { path: 'noi_dung', offset: 90 })).toEqual([5, 6]);
    expect(textsAt(texts, { path: 'noi_dung', offset: 0 })).toEqual([3]);
  });

  test('is all that a group prints, and the whole where a part has no text of its own', () => {
    expect(textsAt(texts, { path: 'nguoi_ky', offset: 0 })).toEqual([1, 2]);
    expect(textsAt(texts, { path: 'so_ky_hieu.so', offset: 0 })).toEqual([0]);
    expect(textsAt(texts, { path: 'trich_yeu', offset: 0 })).toEqual([]);
  });
});

describe('panes', () => {
  test('one is always left', () => {
    const onlyForm = toggled(START_LAYOUT, 'pages');
    expect(openPanes(onlyForm)).toEqual(['form']);
    expect(toggled(onlyForm, 'form')).toBe(onlyForm);
  });

  test('none gets too narrow, and the others keep their width', () => {
    const wide = resized(START_LAYOUT, 'form', 'pages', 0.95);
    expect(partOf(wide, 'form', 'pages')).toBeCloseTo(0.8);
    expect(wide.share.text).toBe(START_LAYOUT.share.text);
  });
});

const problem = (severity: Problem['severity'], elsewhere?: string): Problem => ({
  severity,
  code: 'x',
  message: 'x',
  hints: [],
  ...(elsewhere !== undefined && { elsewhere }),
});

describe('problems', () => {
  test('are counted in three levels', () => {
    expect(countWords([problem('warning'), problem('error'), problem('error')])).toBe('2 sai, 1 nên sửa');
    expect(countWords([])).toBe('');
  });

  test('that only something is missing still is no fault of anybody', () => {
    const missing: Problem = { ...problem('error'), code: 'form/missing' };
    expect(countWords([missing, missing])).toBe('còn thiếu 2 ô');
    expect(countWords([missing, problem('error')])).toBe('1 sai, còn thiếu 1 ô');
    expect(worstLevel([missing, problem('remark')])).toBe('warning');
    expect(worstLevel([missing, problem('error')])).toBe('error');
  });

  test('of a table stand at their cells', () => {
    expect(cellOf('don-vi.xlsx:Sheet1!AB402', 'don-vi.xlsx')).toEqual({ row: 402, name: 'AB402' });
    expect(cellOf('don-vi.csv:7:2', 'don-vi.csv')).toEqual({ row: 7, name: 'B7' });
    const others = [undefined, 'a.xlsx:S!B1', 'ke-hoach-cap-tren.yaml:2:1'].map((at) => problem('error', at));
    const found = problemsByRow([problem('error', 'a.xlsx:S!B2'), ...others], [{ row: 2 }], 'a.xlsx');
    expect([found.rows.get(2)?.length, found.others]).toEqual([1, others]);
  });
});

describe('a run over units', () => {
  const units = Array.from({ length: 10 }, (_, index) => ({
    row: index + 2,
    unit: '',
    key: '',
    stem: '',
    isFaulty: index === 3,
  }));
  const engineOf = (asked: number[], afterEach = () => {}) => ({
    makeUnits: async ({ rows }: UnitsRequest) => {
      asked.push(...rows);
      afterEach();
      return rows.map((row) => ({ row, files: [{ name: `${row}`, bytes: new Uint8Array() }], problems: [] }));
    },
  });
  const request = {
    source: { file: '', text: '', given: [] },
    table: { name: '', bytes: new Uint8Array() },
    formats: [],
  };

  test('leaves out rows that are wrong, stops when told, and goes on where it stopped', async () => {
    const [asked, told]: [number[], UnitsRun[]] = [[], []];
    const control = new AbortController();
    const first = engineOf(asked, () => control.abort());
    const stopped = await runUnits(first, request, startOfRun(units), control.signal, (run) =>
      told.push(run),
    );
    expect([stopped.done, stopped.total, stopped.isRunning]).toEqual([4, 9, false]);
    const done = await runUnits(engineOf(asked), request, stopped, new AbortController().signal, () => {});
    expect([done.done, done.files.length]).toEqual([9, 9]);
    expect(asked).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11]);
    expect(told.at(0)?.isRunning).toBe(true);
  });
});

describe('the subject of a form', () => {
  test.each([
    ['Trích yếu: Tổ chức Hội nghị\n', 'Tổ chức Hội nghị'],
    ['trich_yeu: "Tổ chức: Hội nghị"\n', 'Tổ chức: Hội nghị'],
    ['Trích yếu: |\n  Tổ chức\n  Hội nghị\nNgày: 1\n', 'Tổ chức Hội nghị'],
    ['Sự kiện:\n  Tên: Hội nghị điển hình\n', 'Hội nghị điển hình'],
    ['Ngày: 1\n', ''],
  ])('of %j is %j', (text, subject) => expect(subjectOf(text)).toBe(subject));
});
