import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratioText } from '../../src/vietnamese/ratio.js';
import { readShare, type Share, shareBounds } from '../../src/vietnamese/share.js';

/** "không dưới 70 % tổng số đại biểu", "không quá 15 % so với đại biểu chính thức"; read back the same. */
function sharePhrase({ direction, ratio, upper, base }: Share): string {
  const whole = base === 'official' ? 'so với đại biểu chính thức' : 'tổng số đại biểu';
  const words = {
    'at-least': 'không dưới ',
    'at-most': 'không quá ',
    exactly: '',
    about: 'khoảng ',
    between: 'từ ',
  }[direction];
  const to = upper === undefined ? '' : ` đến ${ratioText(upper)}`;
  return `${words}${ratioText(ratio)}${to} ${whole}`;
}

const shown = (share: Share | undefined): string =>
  share === undefined
    ? 'none'
    : [share.direction, ratioText(share.ratio), share.upper && ratioText(share.upper), share.base]
        .filter(Boolean)
        .join(' ');

describe('a share as officials write it:', () => {
  test.each([
    ['không dưới 70%', 'at-least 70 % all'],
    ['không dưới **70%**', 'at-least 70 % all'],
    ['Không dưới 70 % tổng số đại biểu;', 'at-least 70 % all'],
    ['ít nhất 30,5 % số đại biểu', 'at-least 30,5 % all'],
    ['tối thiểu 1/3 tổng số đại biểu', 'at-least 1/3 all'],
    ['từ 70% trở lên', 'at-least 70 % all'],
    ['70% trở lên so với tổng số đại biểu', 'at-least 70 % all'],
    ['không quá 15 % so với đại biểu chính thức', 'at-most 15 % official'],
    ['tối đa 15% số đại biểu chính thức', 'at-most 15 % official'],
    ['không quá 15% (so với đại biểu chính thức)', 'at-most 15 % official'],
    ['tối đa không quá 15% trên tổng số đại biểu triệu tập', 'at-most 15 % all'],
    ['dưới 30%', 'at-most 30 % all'],
    ['khoảng 30 %', 'about 30 % all'],
    ['30%', 'exactly 30 % all'],
    ['100%', 'exactly 100 % all'],
    ['từ 10 % đến 15 % tổng số đại biểu', 'between 10 % 15 % all'],
    ['10 - 15%', 'between 10 % 15 % all'],
  ])('%s', (text, expected) => {
    expect(shown(readShare(text))).toBe(expected);
    expect(shown(readShare(text.normalize('NFD')))).toBe(expected);
    expect(shown(readShare(text.toUpperCase()))).toBe(expected);
  });

  test.each([
    ...[
      '',
      'nhiều',
      '70',
      'không dưới',
      '120%',
      '0%',
      'từ 70%',
      '15% đến 10%',
      '70% nữ, 30% nam',
      '70% kinh phí',
      '5/3',
    ],
  ])('no share: "%s"', (text) => {
    expect(readShare(text)).toBeUndefined();
  });
});

describe('of so many delegates', () => {
  test.each([
    ['không dưới 70%', 182, { min: 128, explanation: 'không dưới 70 % của 182 là 128' }],
    ['không dưới 70%', 10, { min: 7, explanation: 'không dưới 70 % của 10 là 7' }],
    [
      'không quá 15 % so với đại biểu chính thức',
      182,
      { max: 27, explanation: 'không quá 15 % của 182 là 27' },
    ],
    ['từ 10% đến 15%', 182, { min: 19, max: 27, explanation: 'từ 10 % đến 15 % của 182 là 19 đến 27' }],
    ['30%', 182, { min: 54, max: 55, explanation: '30 % của 182 là 54 hoặc 55' }],
    ['30%', 100, { min: 30, max: 30, explanation: '30 % của 100 là 30' }],
    ['khoảng 30%', 182, { explanation: 'khoảng 30 % của 182' }],
  ])('%s of %i', (text, of, expected) => {
    expect(shareBounds(readShare(text)!, of)).toEqual(expected);
  });
});

test('a share in words is read back the same', () => {
  const share = fc
    .record({
      direction: fc.constantFrom('at-least', 'at-most', 'exactly', 'about', 'between' as const),
      part: fc.integer({ min: 1, max: 100 }),
      more: fc.nat(50),
      base: fc.constantFrom('all', 'official' as const),
    })
    .map(({ direction, part, more, base }): Share => {
      const upper = { part: Math.min(100, part + more), whole: 100 };
      return { direction, ratio: { part, whole: 100 }, base, ...(direction === 'between' && { upper }) };
    });
  fc.assert(
    fc.property(share, (typed) => {
      expect(readShare(sharePhrase(typed))).toEqual(typed);
    }),
  );
});

test('any text is read or refused', () => {
  const pieces = fc.constantFrom(
    ...'không dưới|không quá|từ|đến|70%|15 %|1/3|0%|khoảng|so với|đại biểu|chính thức|(|)|tổng số'.split('|'),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.nat(1000), (typed, of) => {
      const share = readShare(typed);
      if (share) expect(shareBounds(share, of).explanation).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});
