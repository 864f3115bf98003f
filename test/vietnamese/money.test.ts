import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Money, readMoney } from '../../src/vietnamese/money.js';

const shown = (money: Money | undefined): string =>
  money === undefined
    ? 'none'
    : `${money.from === money.to ? money.from : `${money.from ?? ''}..${money.to ?? ''}`}${money.approximate ? ' ~' : ''}`;

/** "250.000.000 đồng" */
const moneyText = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;

/** "250.000.000 đồng", "từ 200.000.000 đồng đến 300.000.000 đồng", "từ 150.000.000 đồng trở lên"; read back the same. */
function moneyPhrase({ from, to, approximate }: Money): string {
  const about = approximate ? 'khoảng ' : '';
  if (from === undefined) return to === undefined ? '' : `${about}không quá ${moneyText(to)}`;
  if (to === undefined) return `${about}từ ${moneyText(from)} trở lên`;
  return about + (from === to ? moneyText(from) : `từ ${moneyText(from)} đến ${moneyText(to)}`);
}

const M = '000000';
describe('money as people write it:', () => {
  test.each([
    ['250 triệu', `250${M}`],
    ['250 triệu đồng', `250${M}`],
    ['**250 triệu đồng**.', `250${M}`],
    ['0,25 tỷ', `250${M}`],
    ['0.25 tỷ', `250${M}`],
    ['0,250 tỉ đồng', `250${M}`],
    ['250.000.000 đồng', `250${M}`],
    ['250 000 000 đ', `250${M}`],
    ['250000000', `250${M}`],
    ['250.000.000đ', `250${M}`],
    ['250.000.000 VNĐ', `250${M}`],
    ['250.000.000 đồng (bằng chữ: hai trăm năm mươi triệu đồng)', `250${M}`],
    ['1,2 tỷ', `1200${M}`],
    ['1.200 triệu', `1200${M}`],
    ['1.250,5 triệu', '1250500000'],
    ['2 tỷ 500 triệu đồng', `2500${M}`],
    ['1,1 tỷ', `1100${M}`],
    ['500 nghìn đồng', '500000'],
    ['300 ngàn', '300000'],
    ['1.200.000 đồng', '1200000'],
    ['0 đồng', '0'],
    ['200 - 300 triệu đồng', `200${M}..300${M}`],
    ['từ 200 - 300 triệu đồng', `200${M}..300${M}`],
    ['từ 200 đến 300 triệu đồng', `200${M}..300${M}`],
    ['từ 200 triệu đến 1,2 tỷ', `200${M}..1200${M}`],
    ['1 - 1,5 tỷ', `1000${M}..1500${M}`],
    ['từ 150 triệu trở lên', `150${M}..`],
    ['150 triệu đồng trở lên', `150${M}..`],
    ['không quá 150 triệu', `..150${M}`],
    ['dưới 150 triệu', '..149999999'],
    ['trên 150 triệu', '150000001..'],
    ['ít nhất 100 triệu', `100${M}..`],
    ['khoảng 250 triệu', `250${M} ~`],
    ['ước tính khoảng 200 - 300 triệu đồng', `200${M}..300${M} ~`],
  ])('%s', (text, expected) => {
    expect(shown(readMoney(text))).toBe(expected);
    expect(shown(readMoney(text.normalize('NFD')))).toBe(expected);
    expect(shown(readMoney(text.toUpperCase()))).toBe(expected);
  });

  test.each([
    ...[
      '',
      'nhiều',
      '250',
      '12,5',
      'triệu',
      '300 - 200 triệu',
      '500 triệu 2 tỷ',
      '1,2345678901 tỷ',
      '1,5 đồng',
      '100 USD',
    ],
    ...[
      '250 triệu và 3 suất quà',
      '12/9/2024',
      '70 %',
      '999999999 tỷ',
      '-5 triệu',
      '250 triệu/năm',
      '5 triệu 5 triệu',
    ],
  ])('no amount: "%s"', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });
});

test('money in words is read back the same', () => {
  const amount = fc.integer({ min: 1000, max: 9_000_000_000_000 });
  const money = fc
    .tuple(fc.option(amount, { nil: undefined }), fc.option(amount, { nil: undefined }), fc.boolean())
    .map(([a, b, approximate]): Money => {
      const [from, to] = a && b && a > b ? [b, a] : [a, b];
      return { ...(from !== undefined && { from }), ...(to !== undefined && { to }), approximate };
    });
  fc.assert(
    fc.property(
      money.filter(({ from, to }) => from !== undefined || to !== undefined),
      (typed) => {
        expect(readMoney(moneyPhrase(typed))).toEqual(typed);
      },
    ),
    { numRuns: 1000 },
  );
});

test('any text is read or refused', () => {
  const pieces = fc.constantFrom(
    ...'từ|đến|250|1,2|1.200.000|triệu|tỷ|đồng|khoảng|trở lên|-|0|không quá|nghìn'.split('|'),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const money = readMoney(typed);
      for (const end of [money?.from, money?.to])
        if (end !== undefined) expect(Number.isSafeInteger(end)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
