import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDeadlines,
  type Deadline,
  deadlinePhrase,
  standingOf,
} from '../../src/vietnamese/deadline.js';
import { deadlineFault, readDeadline } from '../../src/vietnamese/read-deadline.js';

/** "2025-01-01..2025-03-31 !" : an excluded boundary; ? tentative, < may be early, @ a time. */
function shown(deadline: Deadline | undefined): string {
  if (deadline === undefined) return 'none';
  const tentative = deadline.tentative ? ' ?' : '';
  switch (deadline.type) {
    case 'yearless':
      return `yearless${tentative}`;
    case 'relative':
      return `${deadline.days} ${deadline.working ? 'working ' : ''}days ${deadline.direction} "${deadline.anchor}"${tentative}`;
    case 'dates': {
      const { from = '', to = '', excludesBoundary, mayBeEarly, time } = deadline;
      return `${from}..${to}${excludesBoundary ? ' !' : ''}${mayBeEarly ? ' <' : ''}${time ? ` @${time}` : ''}${tentative}`;
    }
  }
}

describe('a deadline as officials write it:', () => {
  test.each([
    ['trước 10/3/2025', '..2025-03-09 !'],
    ['trước **10/3/2025**', '..2025-03-09 !'],
    ['**trước ngày 31/3/2025**', '..2025-03-30 !'],
    ['trước ngày **30/12/2024**.', '..2024-12-29 !'],
    ['trước ngày 02/6/2025', '..2025-06-01 !'],
    ['Trước 10-3-2025', '..2025-03-09 !'],
    ['hoàn thành trước 10.3.2025', '..2025-03-09 !'],
    ['trước ngày 10 tháng 3 năm 2025', '..2025-03-09 !'],
    ['trước ngày 10 tháng 3, năm 2025', '..2025-03-09 !'],
    ['trước ngày 10/3 năm 2025', '..2025-03-09 !'],
    ['trước ngày 1/1/2025', '..2024-12-31 !'],
    ['trước ngày 10/3/2025 (không tính ngày 10/3)', '..2025-03-09 !'],
    ['trước ngày 10/3/2025 (tính cả ngày 10/3)', '..2025-03-10'],
    ['trước hoặc trong ngày 10/3/2025', '..2025-03-10'],
    ['trước 17 giờ 00 ngày 10/3/2025', '..2025-03-10 @17:00'],
    ['trước 7h30, thứ Hai, ngày 10/3/2025', '..2025-03-10 @07:30'],
    ['trước giờ làm việc ngày 10/3/2025', '..2025-03-10'],
    ['trước tháng 4/2025', '..2025-03-31 !'],
    ['trước Quý II năm 2025', '..2025-03-31 !'],
    ['chậm nhất ngày 10/2/2023', '..2023-02-10'],
    ['chậm nhất **ngày 10/2/2023**', '..2023-02-10'],
    ['chậm nhất vào ngày **10/12/2023**', '..2023-12-10'],
    ['chậm nhất là ngày 10/2/2023', '..2023-02-10'],
    ['muộn nhất đến hết ngày 10/2/2023', '..2023-02-10'],
    ['không muộn hơn ngày 10/2/2023', '..2023-02-10'],
    ['Thời hạn: chậm nhất 10/2/2023', '..2023-02-10'],
    ['hết ngày 20/5/2026', '..2026-05-20'],
    ['đến hết tháng 5/2026', '..2026-05-31'],
    ['đến ngày 20/5/2026', '..2026-05-20'],
    ['từ ngày ban hành Kế hoạch đến tháng 7 năm 2025', '..2025-07-31'],
    ['từ nay đến hết ngày 20/5/2026', '..2026-05-20'],
    ['hoàn thành trong Quý I năm 2025', '2025-01-01..2025-03-31 <'],
    ['trong quý 4/2025', '2025-10-01..2025-12-31'],
    ['Quý III năm 2025', '2025-07-01..2025-09-30'],
    ['trong tháng 8 năm 2024', '2024-08-01..2024-08-31'],
    ['Tháng 7/2025', '2025-07-01..2025-07-31'],
    ['7/2025', '2025-07-01..2025-07-31'],
    ['tháng 02/2024', '2024-02-01..2024-02-29'],
    ['tháng 12/2024', '2024-12-01..2024-12-31'],
    ['dự kiến nửa cuối tháng 5/2025', '2025-05-16..2025-05-31 ?'],
    ['nửa đầu tháng 5/2025', '2025-05-01..2025-05-15'],
    ['đầu tháng 5/2025', '2025-05-01..2025-05-10 ?'],
    ['giữa tháng 5 năm 2025', '2025-05-11..2025-05-20 ?'],
    ['cuối tháng 2/2025', '2025-02-21..2025-02-28 ?'],
    ['trung tuần tháng 5/2025', '2025-05-11..2025-05-20 ?'],
    ['khoảng giữa tháng 5/2025', '2025-05-11..2025-05-20 ?'],
    ['trước giữa tháng 5/2025', '..2025-05-10 ! ?'],
    ['6 tháng đầu năm 2025', '2025-01-01..2025-06-30'],
    ['06 tháng cuối năm 2025', '2025-07-01..2025-12-31'],
    ['9 tháng đầu năm 2025', '2025-01-01..2025-09-30'],
    ['nửa cuối năm 2025', '2025-07-01..2025-12-31'],
    ['cuối năm 2025', '2025-09-01..2025-12-31 ?'],
    ['trong năm 2025', '2025-01-01..2025-12-31'],
    ['từ ngày 01/3/2025 đến ngày 10/3/2025', '2025-03-01..2025-03-10'],
    ['từ ngày 01/3 đến hết ngày 10/3/2025', '2025-03-01..2025-03-10'],
    ['từ ngày 01 đến ngày 10/3/2025', '2025-03-01..2025-03-10'],
    ['từ 01 đến 10/3/2025', '2025-03-01..2025-03-10'],
    ['từ ngày 01/3/2025 đến trước ngày 10/3/2025', '2025-03-01..2025-03-09 !'],
    ['từ 7 giờ ngày 01/3/2025 đến 17 giờ ngày 10/3/2025', '2025-03-01..2025-03-10 @17:00'],
    ['ngày 20 - 22/3/2025', '2025-03-20..2025-03-22'],
    ['20-22/3/2025', '2025-03-20..2025-03-22'],
    ['từ tháng 3 đến tháng 5/2025', '2025-03-01..2025-05-31'],
    ['từ tháng 11/2024 đến tháng 2/2025', '2024-11-01..2025-02-28'],
    ['từ ngày 01/3/2025', '2025-03-01..'],
    ['sau ngày 01/3/2025', '2025-03-02..'],
    ['10/3/2025', '2025-03-10..2025-03-10'],
    ['ngày 10/3/2025', '2025-03-10..2025-03-10'],
    ['2025-03-10', '2025-03-10..2025-03-10'],
    ['thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)', '2025-03-20..2025-03-20'],
    ['trước 30/12/2024 về Liên đoàn Lao động tỉnh', '..2024-12-29 !'],
    ['đến 15/4', 'yearless'],
    ['trước ngày 15/4 (dự kiến)', 'yearless ?'],
    ['trước 15 ngày', '15 days before ""'],
    ['trước 15 ngày so với ngày tổ chức', '15 days before "ngày tổ chức"'],
    ['trước ngày tổ chức 15 ngày', '15 days before "ngày tổ chức"'],
    ['chậm nhất 15 ngày trước ngày tổ chức Hội nghị', '15 days before "ngày tổ chức Hội nghị"'],
    ['trước ngày khai mạc ít nhất 02 tuần', '14 days before "ngày khai mạc"'],
    ['trước khi tổ chức 05 ngày làm việc', '5 working days before "tổ chức"'],
    ['trước 15 (mười lăm) ngày', '15 days before ""'],
    ['chậm nhất 05 ngày sau khi kết thúc Hội nghị', '5 days after "kết thúc Hội nghị"'],
    ['trong vòng 10 ngày kể từ ngày kết thúc', '10 days after "ngày kết thúc"'],
    ['sau Hội nghị 5 ngày', '5 days after "Hội nghị"'],
    ['trước 15 ngày so với ngày 10/3/2025', '..2025-02-23'],
  ])('%s', (text, expected) => {
    expect(shown(readDeadline(text))).toBe(expected);
    expect(deadlineFault(text)).toBeUndefined();
    // Neither letter case nor composition counts.
    expect(shown(readDeadline(text.normalize('NFD')))).toBe(expected);
    expect(shown(readDeadline(text.toUpperCase())).toLowerCase()).toBe(expected.toLowerCase());
  });

  test.each([
    ['đến 15/4', '..2025-04-15'],
    ['từ 28/2 đến 1/3', '2025-02-28..2025-03-01'],
    ['tháng 5', '2025-05-01..2025-05-31'],
    ['Quý II', '2025-04-01..2025-06-30'],
    ['6 tháng đầu năm', '2025-01-01..2025-06-30'],
    ['trước 10/3/2024', '..2024-03-09 !'],
  ])('%s in a paper of 2025', (text, expected) => {
    expect(shown(readDeadline(text, 2025))).toBe(expected);
  });
});

describe('what is no deadline says why:', () => {
  test.each([
    ['sớm', 'no-date'],
    ['', 'no-date'],
    ['theo hướng dẫn của cấp trên', 'no-date'],
    ['trước Đại hội Đảng cùng cấp', 'no-date'],
    ['trước 31/2/2025', 'bad-date'],
    ['tháng 13/2025', 'bad-date'],
    ['trước 31/2', 'bad-date'],
    ['trước 29/2', 'yearless'],
    ['trước ngày 15', 'bad-date'],
    ['trước 10/3/25', 'short-year'],
    ['trước ngày 15 hằng tháng', 'recurring'],
    ['mỗi quý', 'recurring'],
    ['từ 10/3/2025 đến 1/3/2025', 'reversed'],
    ['đợt 1 trước 10/3/2025, đợt 2 trước 20/4/2025', 'more'],
    ['trước 10/3/2025, đợt 2 trước 20/4/2025', 'more'],
    ['1/2 ngày, trước 10/3/2025', 'more'],
    ['1/2 ngày', 'more'],
    ['trước Đại hội tháng 5/2025', 'more'],
    ['10/3/2025 và 20/3/2025', 'more'],
  ])('%s', (text, expected) => {
    expect(deadlineFault(text) ?? readDeadline(text)?.type).toBe(expected);
  });
});

describe('a day and a deadline', () => {
  /** Whether what is done on that day keeps the deadline; undefined where that cannot be said. */
  const on = (text: string, day: string, reference?: string): boolean | undefined => {
    const standing = standingOf(readDeadline(text)!, day, reference);
    return standing === 'unknown' ? undefined : standing === 'within';
  };

  test('"trước 10/3/2025" is not met on 10/3, "chậm nhất ngày" is', () => {
    expect(on('trước 10/3/2025', '2025-03-09')).toBe(true);
    expect(on('trước 10/3/2025', '2025-03-10')).toBe(false);
    expect(on('chậm nhất ngày 10/2/2023', '2023-02-10')).toBe(true);
    expect(on('chậm nhất ngày 10/2/2023', '2023-02-11')).toBe(false);
  });

  test('a period has a first day too, but what is to be finished in it may be finished before', () => {
    expect(on('trong Quý I năm 2025', '2024-12-31')).toBe(false);
    expect(on('hoàn thành trong Quý I năm 2025', '2024-12-31')).toBe(true);
    expect(on('hoàn thành trong Quý I năm 2025', '2025-04-01')).toBe(false);
  });

  test('a relative one needs the day that it is counted from', () => {
    expect(on('trước 15 ngày so với ngày tổ chức', '2025-03-01')).toBeUndefined();
    expect(on('trước 15 ngày so với ngày tổ chức', '2025-03-05', '2025-03-20')).toBe(true);
    expect(on('trước 15 ngày so với ngày tổ chức', '2025-03-06', '2025-03-20')).toBe(false);
    expect(on('trong vòng 10 ngày kể từ ngày kết thúc', '2025-03-30', '2025-03-20')).toBe(true);
    expect(on('trong vòng 10 ngày kể từ ngày kết thúc', '2025-03-31', '2025-03-20')).toBe(false);
    expect(on('trước 5 ngày làm việc', '2025-03-01', '2025-03-20')).toBeUndefined();
  });

  test('what is no day stands nowhere', () => {
    expect(standingOf(readDeadline('trước 10/3/2025')!, '2025-03')).toBe('unknown');
    expect(on('đến 15/4', '2025-03-01')).toBeUndefined();
  });

  test('deadlines compare by their last day', () => {
    const compare = (a: string, b: string) => compareDeadlines(readDeadline(a)!, readDeadline(b)!);
    expect(compare('trước 10/3/2025', 'trước 15/4/2025')).toBe(-1);
    expect(compare('dự kiến nửa cuối tháng 5/2025', 'trước 15/4/2025')).toBe(1);
    expect(compare('trước 10/3/2025', 'chậm nhất ngày 9/3/2025')).toBe(0);
    expect(compare('trước 10/3/2025', 'từ ngày 1/3/2025')).toBeUndefined();
    expect(compare('trước 10/3/2025', 'đến 15/4')).toBeUndefined();
  });
});

describe('in words', () => {
  test.each([
    ['trước 10/3/2025', 'trước ngày 10/3/2025 (không tính ngày 10/3)'],
    ['chậm nhất vào ngày 10/2/2023', 'chậm nhất ngày 10/02/2023'],
    ['hết ngày 20/5/2026', 'chậm nhất ngày 20/5/2026'],
    ['trong tháng 8 năm 2024', 'từ ngày 01/8/2024 đến hết ngày 31/8/2024'],
    ['hoàn thành trong Quý I năm 2025', 'hoàn thành từ ngày 01/01/2025 đến hết ngày 31/3/2025'],
    ['dự kiến nửa cuối tháng 5/2025', 'dự kiến từ ngày 16/5/2025 đến hết ngày 31/5/2025'],
    ['từ 1/3 đến trước ngày 10/3/2025', 'từ ngày 01/3/2025 đến trước ngày 10/3/2025 (không tính ngày 10/3)'],
    ['trước 17h ngày 10/3/2025', 'trước 17 giờ 00 ngày 10/3/2025'],
    ['20/3/2025', 'trong ngày 20/3/2025'],
    ['sau ngày 1/3/2025', 'từ ngày 02/3/2025'],
    ['trước 15 ngày', 'chậm nhất 15 ngày trước ngày được tính'],
    ['trước ngày khai mạc 02 tuần', 'chậm nhất 14 ngày trước ngày khai mạc'],
    ['trong vòng 10 ngày kể từ ngày kết thúc', 'chậm nhất 10 ngày sau ngày kết thúc'],
    ['đến 15/4', ''],
  ])('%s', (text, expected) => {
    const deadline = readDeadline(text)!;
    expect(deadlinePhrase(deadline)).toBe(expected);
    if (expected !== '') expect(readDeadline(expected)).toEqual(deadline);
  });
});

const day = fc
  .tuple(
    fc.integer({ min: 1990, max: 2060 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

describe('any deadline', () => {
  test('is read back from its words as the same', () => {
    const time = fc.option(fc.constantFrom('00:00', '07:30', '17:00'), { nil: undefined });
    const dated = fc
      .record({
        a: fc.option(day, { nil: undefined }),
        b: fc.option(day, { nil: undefined }),
        out: fc.boolean(),
        time,
        guess: fc.boolean(),
        early: fc.boolean(),
      })
      .filter(({ a, b }) => a !== undefined || b !== undefined)
      .map(({ a, b, out, time, guess, early }): Deadline => {
        const [from, to] = a && b && a > b ? [b, a] : [a, b];
        const excludesBoundary = out && to !== undefined && time === undefined;
        return {
          type: 'dates',
          ...(from && { from }),
          ...(to && { to }),
          excludesBoundary,
          ...(time && to && { time }),
          tentative: guess,
          mayBeEarly: early && from !== undefined,
        };
      });
    const relative = fc.record({
      type: fc.constant('relative' as const),
      days: fc.integer({ min: 1, max: 999 }),
      direction: fc.constantFrom('before' as const, 'after' as const),
      working: fc.boolean(),
      anchor: fc.constantFrom('ngày tổ chức', 'Hội nghị', ''),
      tentative: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.oneof(dated, relative), (deadline) => {
        expect(readDeadline(deadlinePhrase(deadline))).toEqual(deadline);
      }),
      { numRuns: 2000 },
    );
  });

  const pieces = fc.constantFrom(
    ...'trước|chậm nhất|đến|hết|từ|ngày|tháng|Quý|năm|nửa cuối|đầu|dự kiến|hoàn thành|sau|15 ngày|10/3/2025|31/2/2025|15/4|17h|IV|và|-|(|)|**|,|tuần|2025|0|hằng'.split(
      '|',
    ),
  );
  test('never throws, and is either read or refused', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const deadline = readDeadline(typed);
        expect(deadline === undefined).toBe(deadlineFault(typed) !== undefined);
        if (deadline?.type === 'dates' && deadline.from && deadline.to)
          expect(deadline.from <= deadline.to).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
