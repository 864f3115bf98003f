import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandText, delegatesAllowed, type Limit, readLimit, readLimits } from '../../src/vietnamese/limit.js';
import { ratioText } from '../../src/vietnamese/ratio.js';

/** "100..300: 70 % max 200 ~" */
function shown(limit: Limit | undefined): string {
  if (limit === undefined) return 'none';
  const { band, ratio, min, max, approximate } = limit;
  return [
    band && `${band.from}..${band.below ?? ''}:`,
    ratio ? ratioText(ratio) : max === undefined && 'all',
    min !== undefined && `min ${min}`,
    max !== undefined && `max ${max}`,
    approximate && '~',
  ]
    .filter(Boolean)
    .join(' ');
}

describe('a limit as officials write it:', () => {
  test.each([
    ['dưới 100: toàn thể', '0..100: all'],
    ['dưới 100 đoàn viên: toàn thể đoàn viên', '0..100: all'],
    ['từ 100 đến dưới 300: 70 %, không quá 200', '100..300: 70 % max 200'],
    [
      'Từ 100 đến dưới 300 đoàn viên: 70% số đoàn viên, nhưng không quá 200 đại biểu',
      '100..300: 70 % max 200',
    ],
    ['từ 300 trở lên: 70 %, tối đa 300', '300..: 70 % max 300'],
    ['từ 300: 70 %, không quá 300', '300..: 70 % max 300'],
    ['từ 300 đoàn viên trở lên: 70%, tối đa 300 đại biểu', '300..: 70 % max 300'],
    ['300 trở lên: tối đa 300', '300..: max 300'],
    ['trên 300: không quá 300', '301..: max 300'],
    ['từ 100 đến 299: 12,5 %', '100..300: 12,5 %'],
    ['100 - 299: 1/3', '100..300: 1/3'],
    ['trên 100 đến 300: 70%', '101..301: 70 %'],
    ['100 trở xuống: 100%', '0..101: all'],
    ['Đơn vị có dưới 1.000 người: không quá 1.200', '0..1000: max 1200'],
    ['CĐCS có từ 20 đến dưới 50 đoàn viên: toàn thể đoàn viên, không quá 40', '20..50: max 40'],
    ['không quá 250', 'max 250'],
    ['Không quá **250** đại biểu;', 'max 250'],
    ['tối đa 100 đại biểu', 'max 100'],
    ['tối đa không quá **100** đại biểu.', 'max 100'],
    ['nhiều nhất là 80 người', 'max 80'],
    ['250', 'max 250'],
    ['khoảng 450', 'max 450 ~'],
    ['dự kiến khoảng 450 đại biểu', 'max 450 ~'],
    ['từ 200 đến 250 đại biểu', 'min 200 max 250'],
    ['200 - 250', 'min 200 max 250'],
    ['70 %', '70 %'],
    ['toàn thể', 'all'],
    ['Mức: không quá 250', 'max 250'],
  ])('%s', (text, expected) => {
    expect(shown(readLimit(text))).toBe(expected);
    expect(shown(readLimit(text.normalize('NFD')))).toBe(expected);
    expect(shown(readLimit(text.toUpperCase()))).toBe(expected);
  });

  test.each([
    ...[
      '',
      'nhiều',
      'vừa đủ',
      'Ban Chấp hành quyết định',
      'không dưới',
      '0',
      '0 %',
      '120 %',
      '250 triệu',
      '-5',
    ],
    ...[
      'từ 300 đến dưới 100: 70 %',
      'dưới 100:',
      ': 250',
      'sớm: 250',
      'từ 250 đến 200',
      '10/3/2025',
      '250,5',
      '1.20',
    ],
  ])('no limit: "%s"', (text) => {
    expect(readLimit(text)).toBeUndefined();
  });

  test('several in one text', () => {
    expect(readLimits('dưới 100: toàn thể; từ 100 trở lên: 70 %')?.map(shown)).toEqual([
      '0..100: all',
      '100..: 70 %',
    ]);
    expect(readLimits('dưới 100: toàn thể; nhiều')).toBeUndefined();
    expect(readLimits(' ; ')).toBeUndefined();
  });
});

const BANDS = [
  'dưới 100: toàn thể',
  'từ 100 đến dưới 300: 70 %, không quá 200',
  'từ 300 trở lên: 70 %, tối đa 300',
];

describe('delegates allowed', () => {
  test.each([
    [260, 182, '70 % của 260 = 182'],
    [99, 99, 'toàn thể 99 người'],
    [100, 70, '70 % của 100 = 70'],
    // 182,7: the 183rd would be more than 70 %.
    [261, 182, '70 % của 261 = 182'],
    [299, 200, '70 % của 299 = 209, nhưng không quá 200'],
    [286, 200, '70 % của 286 = 200'],
    [300, 210, '70 % của 300 = 210'],
    [1000, 300, '70 % của 1000 = 700, nhưng không quá 300'],
    [0, 0, 'toàn thể 0 người'],
  ])('of %i: %i', (headcount, max, explanation) => {
    expect(delegatesAllowed(BANDS, headcount)).toEqual({ max, approximate: false, explanation });
    expect(delegatesAllowed([BANDS.join('; ')], headcount)).toMatchObject({ max });
  });

  test('a percentage is exact where a fraction of two is not', () => {
    // 0.07 * 100 is 7.000000000000001, 1.1 % of 1000 in binary is not 11.
    expect(delegatesAllowed(['7 %'], 100)).toMatchObject({ max: 7 });
    expect(delegatesAllowed(['1,1 %'], 1000)).toMatchObject({ max: 11 });
    expect(delegatesAllowed(['1/3'], 9)).toMatchObject({ max: 3 });
  });

  test('one number holds for all, known or not', () => {
    expect(delegatesAllowed(['không quá 250'])).toEqual({
      max: 250,
      approximate: false,
      explanation: 'không quá 250',
    });
    expect(delegatesAllowed(['khoảng 450'], 20)).toEqual({
      max: 450,
      approximate: true,
      explanation: 'khoảng 450',
    });
    expect(delegatesAllowed(['từ 200 đến 250'], 20)).toMatchObject({
      min: 200,
      max: 250,
      explanation: 'từ 200 đến 250',
    });
    expect(delegatesAllowed(['toàn thể', 'không quá 50'], 80)).toMatchObject({
      max: 50,
      explanation: 'không quá 50',
    });
  });

  test('what has no answer says why', () => {
    expect(delegatesAllowed(['dưới 100: toàn thể', 'trên 100: 70 %'], 100)).toBe('no-band');
    expect(delegatesAllowed(['từ 100 đến 300: 70 %', 'từ 300 trở lên: 60 %'], 300)).toBe('two-bands');
    expect(delegatesAllowed(['70 %'])).toBe('no-headcount');
    expect(delegatesAllowed(BANDS)).toBe('no-headcount');
    expect(delegatesAllowed([])).toBe('unreadable');
    expect(delegatesAllowed(['không quá 250', 'nhiều'], 20)).toBe('unreadable');
  });

  test('never more than there are people, where a share is asked for', () => {
    fc.assert(
      fc.property(fc.nat(5000), (headcount) => {
        const allowed = delegatesAllowed(BANDS, headcount);
        if (typeof allowed === 'string') throw new Error(allowed);
        expect(allowed.max).toBeLessThanOrEqual(Math.min(headcount, 300));
      }),
    );
  });
});

test('bands in words are read back', () => {
  const band = fc.tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
  );
  fc.assert(
    fc.property(band, ([from, length]) => {
      const typed = { from, ...(length !== undefined && { below: from + length }) };
      expect(readLimit(`${bandText(typed)}: 70 %`)?.band).toEqual(typed);
    }),
  );
});

test('any text is read or refused', () => {
  const pieces = fc.constantFrom(
    ...'từ|đến|dưới|100|300|trở lên|:|70 %|không quá|khoảng|đại biểu|,|;|toàn thể|1/2|0'.split('|'),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.nat(1000), (typed, headcount) => {
      const allowed = delegatesAllowed([typed], headcount);
      expect(allowed === 'unreadable').toBe(readLimits(typed) === undefined);
      if (typeof allowed !== 'string') expect(Number.isInteger(allowed.max)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
