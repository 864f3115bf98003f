import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfJulian, dayParts, julianDay, weekdayOf } from '../../src/vietnamese/calendar-day.js';
import {
  type Moment,
  momentDays,
  momentFaults,
  readMoment,
  weekdayName,
} from '../../src/vietnamese/moment.js';

function shown(moment: Moment | undefined): string {
  if (moment === undefined) return 'none';
  const { from = '?', to = '?', time, weekday, lunar, tentative } = moment;
  return [
    from === to ? from : `${from}..${to}`,
    time && `@${time}`,
    weekday && weekdayName(weekday),
    lunar && `lunar ${Object.values(lunar).join(' ')}`,
    tentative && '~',
  ]
    .filter(Boolean)
    .join(' ');
}

describe('a moment as officials write it:', () => {
  test.each([
    ['08 giờ 00, thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)', '2025-03-20 @08:00 thứ Năm lunar 21 2 false'],
    ['08 giờ 00 ngày 20 tháng 3 năm 2025 (thứ Năm)', '2025-03-20 @08:00 thứ Năm'],
    ['7h30, ngày 20/3/2025', '2025-03-20 @07:30'],
    ['ngày 12/2/2025 (rằm tháng Giêng)', '2025-02-12 lunar 15 1 false'],
    ['ngày 31/01/2025 (mùng 3 tháng Giêng)', '2025-01-31 lunar 3 1 false'],
    ['trong hai ngày 10 và 11/3/2026', '2026-03-10..2026-03-11'],
    ['02 ngày, từ 10 đến 11/3/2026', '2026-03-10..2026-03-11'],
    ["14h00' ngày 20/3/2025", '2025-03-20 @14:00'],
    ['8 giờ 30 phút, thứ 5 ngày 20/3/2025', '2025-03-20 @08:30 thứ Năm'],
    ['lúc 8:00 ngày 20/3/2025', '2025-03-20 @08:00'],
    ['2 giờ chiều ngày 20/3/2025', '2025-03-20 @14:00'],
    ['từ 7 giờ 30 đến 11 giờ 30, ngày 20/3/2025', '2025-03-20 @07:30'],
    ['Thứ Năm, ngày 20/3/2025, lúc 8 giờ', '2025-03-20 @08:00 thứ Năm'],
    ['Chủ nhật, 23/3/2025', '2025-03-23 Chủ nhật'],
    ['sáng ngày 20/3/2025', '2025-03-20'],
    ['ngày 20/3/2025 (nhằm ngày 21 tháng 2 năm Ất Tỵ)', '2025-03-20 lunar 21 2 false Ất Tỵ'],
    ['ngày 20/3/2025, tức ngày 21/2 năm Ất Tỵ', '2025-03-20 lunar 21 2 false Ất Tỵ'],
    ['ngày 20/3/2025 (21/2/2025 âm lịch)', '2025-03-20 lunar 21 2 false 2025'],
    ['ngày 20/3/2025 (21/2 ÂL)', '2025-03-20 lunar 21 2 false'],
    ['ngày 12/2/2025 (tức rằm tháng Giêng)', '2025-02-12 lunar 15 1 false'],
    ['ngày 7/4/2025 (tức mùng 10 tháng 3 âm lịch)', '2025-04-07 lunar 10 3 false'],
    ['ngày 1/8/2025 (tức 8/6 nhuận âm lịch)', '2025-08-01 lunar 8 6 true'],
    ['**20/3/2025**', '2025-03-20'],
    ['ngày 20 và 21/3/2025', '2025-03-20..2025-03-21'],
    ['từ ngày 20/3/2025 đến ngày 22/3/2025', '2025-03-20..2025-03-22'],
    ['20-22/3/2025', '2025-03-20..2025-03-22'],
    ['dự kiến tháng 5/2025', '2025-05-01..2025-05-31 ~'],
    ['nửa cuối tháng 5/2025 (dự kiến)', '2025-05-16..2025-05-31 ~'],
    ['Quý II năm 2025', '2025-04-01..2025-06-30'],
    ['ngày 20/3', '?'],
    ['8 giờ, ngày 29/2', '? @08:00'],
  ])('%s', (text, expected) => {
    expect(shown(readMoment(text))).toBe(expected);
    expect(shown(readMoment(text.normalize('NFD')))).toBe(expected);
    expect(shown(readMoment(text.toUpperCase())).toLowerCase()).toBe(expected.toLowerCase());
  });

  test('a year that only the paper knows', () => {
    expect(shown(readMoment('8 giờ, ngày 20/3', 2025))).toBe('2025-03-20 @08:00');
    expect(shown(readMoment('ngày 29/2', 2025))).toBe('none');
  });

  test.each([
    ...[
      '',
      'sớm',
      'theo giấy mời',
      '8 giờ',
      'thứ Năm',
      '31/2/2025',
      '31/2',
      '25 giờ ngày 20/3/2025',
      'ngày 20',
      '20/3/25',
    ],
    ...[
      '20/3/2025 và 27/3/2025 và 3/4/2025',
      '20/3/2025 (tức 31/2 âm lịch)',
      'trước 20/3/2025',
      '22/3/2025 đến 20/3/2025',
    ],
    '20/3/2025 tại Hội trường',
  ])('no moment: "%s"', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });
});

describe('what does not fit the date', () => {
  const faults = (text: string) =>
    momentFaults(readMoment(text)!).map(({ type, typed, expected }) => `${type}: ${typed} → ${expected}`);

  test.each([
    ['thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)', []],
    ['thứ Năm, ngày 20/3/2025 (tức 21/2 năm Ất Tị)', []],
    ['thứ Sáu, ngày 20/3/2025', ['weekday: thứ Sáu → thứ Năm']],
    ['ngày 20/3/2025 (tức 20/2 âm lịch)', ['lunar: 20/2 → 21/2 năm Ất Tỵ']],
    ['ngày 20/3/2025 (nhằm ngày 21/2 năm Giáp Thìn)', ['lunar: 21/2 năm Giáp Thìn → 21/2 năm Ất Tỵ']],
    ['ngày 20/3/2025 (21/2/2024 âm lịch)', ['lunar: 21/2 năm 2024 → 21/2 năm Ất Tỵ']],
    ['ngày 1/8/2025 (tức 8/6 nhuận âm lịch)', []],
    ['ngày 1/8/2025 (tức 8/6 âm lịch)', []],
    ['ngày 1/7/2025 (tức 7/6 nhuận âm lịch)', ['lunar: 7/6 nhuận → 7/6 năm Ất Tỵ']],
    ['Chủ nhật, ngày 20 - 22/3/2025', []],
    ['thứ Hai, ngày 20/3', []],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test('every weekday, over a leap day and a turn of the year', () => {
    // 2024-02-26 was a Monday, 2024-12-30 too.
    for (const monday of ['2024-02-26', '2024-12-30', '2000-01-03', '1990-01-01'])
      for (let after = 0; after < 7; after++)
        expect(weekdayOf(addDays(monday, after))).toBe(((after + 1) % 7) + 1);
  });
});

test('days count up and down as the calendar does', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  fc.assert(
    fc.property(fc.integer({ min: 2415021, max: 2488069 }), (julian) => {
      expect(julianDay(dayOfJulian(julian))).toBe(julian);
    }),
  );
  expect(julianDay(dayParts('2000-01-01')!)).toBe(2451545);
});

test('days in words are read back', () => {
  const moment = readMoment('ngày 20 và 21/3/2025')!;
  expect(readMoment(momentDays(moment))).toEqual(moment);
  expect(momentDays(readMoment('20/3/2025')!)).toBe('20/3/2025');
  expect(momentDays(readMoment('20/3')!)).toBe('');
});

test('any text is read or refused', () => {
  const pieces = fc.constantFrom(
    ...'8 giờ|thứ Năm|ngày|20/3/2025|31/2|(tức|21/2|âm lịch)|năm|Ất Tỵ|,|dự kiến|đến|(|)|tháng 5|và|sáng'.split(
      '|',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const moment = readMoment(typed);
      if (moment) expect(momentFaults(moment).length).toBeLessThan(3);
      if (moment?.from) expect(moment.from <= moment.to!).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
