import { describe, expect, test } from 'vitest';
import {
  dayByKey,
  monthAfter,
  startDay,
  typedDate,
  weeksOf,
} from '../../../../src/studio/client/form/calendar.js';
import { dateMeaning, meaningOf } from '../../../../src/studio/client/form/meaning.js';
import { nearDate } from '../../../../src/studio/client/form/near-date.js';

describe('the calendar', () => {
  test('has weeks from Monday on, whole', () => {
    const weeks = weeksOf({ year: 2025, month: 9 });
    expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13, 14],
      [15, 16, 17, 18, 19, 20, 21],
      [22, 23, 24, 25, 26, 27, 28],
      [29, 30, 1, 2, 3, 4, 5],
    ]);
    const february = weeksOf({ year: 2026, month: 2 });
    expect(february[0]?.[0]).toEqual({ year: 2026, month: 1, day: 26 });
    expect(february.at(-1)?.at(-1)).toEqual({ year: 2026, month: 3, day: 1 });
  });

  test.each([
    ['ArrowLeft', '2025-02-28'],
    ['ArrowRight', '2025-03-02'],
    ['ArrowUp', '2025-02-22'],
    ['ArrowDown', '2025-03-08'],
    ['Home', '2025-02-24'],
    ['End', '2025-03-02'],
    ['PageUp', '2025-02-01'],
    ['PageDown', '2025-04-01'],
    ['a', undefined],
  ])('%s leads from 2025-03-01 to %s', (key, day) => {
    expect(dayByKey('2025-03-01', key)).toBe(day);
  });

  test('goes from the 31st to the last of a shorter month, and over the year', () => {
    expect(dayByKey('2025-03-31', 'PageUp')).toBe('2025-02-28');
    expect(dayByKey('2025-12-31', 'PageDown')).toBe('2026-01-31');
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
  });

  test('begins at what is typed, as far as it goes, else near the other dates', () => {
    expect(startDay('2024-09-12', '2025-03')).toBe('2024-09-12');
    expect(startDay('2024-09', undefined)).toBe('2024-09-01');
    expect(startDay('', '2025-03')).toBe('2025-03-01');
    expect(startDay('', '2025')).toBe('2025-01-01');
    expect(typedDate('2025-02-05')).toBe('05/02/2025');
  });

  test('finds a near date in the form, its own first', () => {
    expect(nearDate({ a: 'trước ngày 15/3/2026', ngay_ban_hanh: '5/1/2025' })).toBe('2025-01');
    expect(nearDate({ a: ['x', { b: 'trước ngày 15/3/2026' }], ngay_ban_hanh: '' })).toBe('2026-03');
    expect(nearDate({ a: 'giai đoạn 2025 - 2030' })).toBe('2025');
    expect(nearDate({ a: '12/9' })).toBeUndefined();
  });
});

describe('what a fact means', () => {
  test.each([
    [
      'deadline',
      'trước ngày 10/3/2025',
      'trước ngày 10/3/2025 (không tính ngày 10/3); ngày cuối cùng là Chủ nhật, 09/3/2025',
    ],
    ['deadline', 'sớm', undefined],
    [
      'limit',
      'từ 100 đến dưới 300: 70 %, không quá 200',
      'nơi có từ 100 đến dưới 300 người: 70 %, nhiều nhất 200 người',
    ],
    ['limit', 'dưới 100: toàn thể', 'nơi có dưới 100 người: toàn thể'],
    ['limit', 'khoảng 450', 'khoảng 450 người'],
    ['share', 'không dưới 70 %', 'ít nhất 70 % tổng số đại biểu'],
    ['share', 'không quá 15 % so với đại biểu chính thức', 'nhiều nhất 15 % số đại biểu chính thức'],
    ['money', '1,2 tỷ', '1.200.000.000 đồng'],
    ['money', '200 - 300 triệu đồng', '200.000.000 đến 300.000.000 đồng'],
    ['money', 'khoảng 250 triệu', '250.000.000 đồng, không cộng được vì là số ước chừng'],
    ['moment', 'ngày 20/3/2025', 'thứ Năm, 20/3/2025, âm lịch 21/2'],
    ['text', '20/3/2025', undefined],
  ] as const)('%s %s', (type, text, meaning) => {
    expect(meaningOf(type, text)).toBe(meaning);
  });

  test('of a date the weekday, or what stays blank', () => {
    expect(dateMeaning('2024-09-12')).toBe('thứ Năm');
    expect(dateMeaning('2024-09')).toBe('để trống ngày');
    expect(dateMeaning('2024')).toBe('để trống ngày và tháng');
    expect(dateMeaning('')).toBeUndefined();
  });
});
