import { describe, expect, it } from 'vitest';
import { forgetsBreaks, mayBreakBefore } from '../../src/measure/break-opportunities.js';

/** The text with a bar wherever a line may end. */
function barred(text: string): string {
  let out = text[0] ?? '';
  for (let i = 1; i < text.length; i++) out += (mayBreakBefore(text, i) ? '|' : '') + text[i];
  return out;
}

describe('mayBreakBefore', () => {
  it.each([
    'Liên |đoàn |Lao |động',
    'hai  |cách',
    'số\u00a091/KH-|LĐLĐ',
    '91/QĐ-|UBND-|TĐKT',
    '2020-|2025 |hay |2020 |- |2025',
    '20\u201125',
    'Hà |Nội |– |Lai |Châu–|Sơn |La',
    'kinh |tế|—|xã |hội',
    'v.v…|và |…/… |sau |đó |…',
    '30/12/2024',
    '1.200.000 |đồng; |12,5% |và |50%',
    'nào?|Có! |Không!|Được',
    '(lần |1)|(bản |sửa)',
    '(b/c); |[1], |{x}',
    '"Đoàn |kết |- |Đổi |mới"',
    '“Lao |động |giỏi”, |‘tốt’',
    'a&b=c+d@e*f#g_h',
    'thư |@ |điện |tử',
    'mở |( |sau |đó',
    'trước /sau |và )',
    'dấu , |chấm . |hỏi ?',
    'không\u2060nối',
    '10.000$ |5€ |20%',
  ])('%s', (expected) => {
    const text = expected.replaceAll('|', '');
    // An opening bracket keeps what follows even after a space.
    expect(barred(text)).toBe(expected.replace('( |sau', '( sau'));
  });
});

describe('forgetsBreaks', () => {
  it('once the second letter after a slash stands on the line', () => {
    const text = 'tin-tuc/phat';
    const forgotten = [...text].map((_, i) => i >= 2 && forgetsBreaks(text, i));
    expect(forgotten.indexOf(true)).toBe(text.indexOf('/') + 2);
    expect(forgotten.filter(Boolean)).toHaveLength(1);
  });

  it('but not within a number or a date', () => {
    const text = '20-21/12/2024';
    expect([...text].some((_, i) => i >= 2 && forgetsBreaks(text, i))).toBe(false);
  });
});
