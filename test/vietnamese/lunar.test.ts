import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/vietnamese/calendar-day.js';
import { lunarDate, lunarYearName } from '../../src/vietnamese/lunar.js';

/** The first day of the first month, as the Vietnamese state's calendars had it. */
const TET = [
  ...[
    '1990-01-27',
    '1991-02-15',
    '1992-02-04',
    '1993-01-23',
    '1994-02-10',
    '1995-01-31',
    '1996-02-19',
    '1997-02-07',
  ],
  ...[
    '1998-01-28',
    '1999-02-16',
    '2000-02-05',
    '2001-01-24',
    '2002-02-12',
    '2003-02-01',
    '2004-01-22',
    '2005-02-09',
  ],
  ...[
    '2006-01-29',
    '2007-02-17',
    '2008-02-07',
    '2009-01-26',
    '2010-02-14',
    '2011-02-03',
    '2012-01-23',
    '2013-02-10',
  ],
  ...[
    '2014-01-31',
    '2015-02-19',
    '2016-02-08',
    '2017-01-28',
    '2018-02-16',
    '2019-02-05',
    '2020-01-25',
    '2021-02-12',
  ],
  ...[
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
  ],
  '2030-02-02',
];

describe('the lunar calendar', () => {
  test.each(TET)('%s is Tết', (day) => {
    const year = Number(day.slice(0, 4));
    expect(lunarDate(day)).toEqual({ year, month: 1, day: 1, leap: false });
    expect(lunarDate(addDays(day, -1))).toMatchObject({ year: year - 1, month: 12 });
  });

  // In Beijing the new moon of these fell behind midnight, or the leap month elsewhere.
  test.each(['1968-01-29', '1969-02-16', '1985-01-21', '2007-02-17', '2030-02-02'])(
    '%s is Tết in Vietnam, not in China',
    (day) => {
      expect(lunarDate(day)).toMatchObject({ month: 1, day: 1 });
    },
  );

  test.each([
    [1987, 7],
    [1990, 5],
    [1993, 3],
    [1995, 8],
    [1998, 5],
    [2001, 4],
    [2004, 2],
    [2006, 7],
    [2009, 5],
    [2012, 4],
    [2014, 9],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2024, undefined],
    [2026, undefined],
  ])('the leap month of %i is %s', (year, month) => {
    const leaps = new Set<number>();
    for (let day = `${year}-03-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
      const date = lunarDate(day);
      if (date?.leap) leaps.add(date.month);
    }
    expect([...leaps]).toEqual(month === undefined ? [] : [month]);
  });

  test.each([
    ['2025-03-20', '21/2/2025'],
    ['2024-09-12', '10/8/2024'],
    ['2023-01-11', '20/12/2022'],
    ['2025-04-07', '10/3/2025'], // Giỗ Tổ Hùng Vương
    ['2024-04-18', '10/3/2024'],
    ['2025-10-06', '15/8/2025'], // Trung thu
    ['2024-09-17', '15/8/2024'],
    ['2000-01-01', '25/11/1999'],
    ['1999-12-31', '24/11/1999'],
    ['2033-12-22', '1/11/2033'],
  ])('%s is %s', (day, expected) => {
    const { day: d, month, year } = lunarDate(day)!;
    expect(`${d}/${month}/${year}`).toBe(expected);
  });

  test('every day follows the day before it, from 1900 to 2100', () => {
    const wrong: string[] = [];
    let last = lunarDate('1900-03-01')!;
    for (let day = '1900-03-02'; day < '2100-01-01'; day = addDays(day, 1)) {
      const date = lunarDate(day)!;
      const isNewYear = date.month === 1 && !date.leap;
      const isNextMonth =
        (last.day === 29 || last.day === 30) &&
        date.month === (date.leap ? last.month : (last.month % 12) + 1) &&
        date.year === (isNewYear ? last.year + 1 : last.year);
      const isNextDay = date.day === last.day + 1 && date.month === last.month && date.leap === last.leap;
      if (date.day === 1 ? !isNextMonth : !isNextDay) wrong.push(day);
      last = date;
    }
    expect(wrong).toEqual([]);
  });

  test('what is no day has no lunar date', () => {
    expect(lunarDate('2025-02-30')).toBeUndefined();
    expect(lunarDate('2025-03')).toBeUndefined();
  });
});

test.each([
  [2025, 'Ất Tỵ'],
  [2024, 'Giáp Thìn'],
  [2026, 'Bính Ngọ'],
  [1968, 'Mậu Thân'],
  [1984, 'Giáp Tý'],
  [2023, 'Quý Mão'],
])('%i is the year %s', (year, name) => {
  expect(lunarYearName(year)).toBe(name);
});
