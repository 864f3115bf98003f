import { expect, test } from 'vitest';
import { readRegister } from '../../src/organisation/read-register.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const readCsv = (text: string) => readRegister({ file: 'a.csv', bytes: encode(text) });
const unit = (at: number, parent: number | string): string =>
  `  - Mã: u${at}\n    Tên: Đơn vị số ${at}\n    Cấp: CĐCS\n    Cấp trên: ${typeof parent === 'number' ? `u${parent}` : parent}\n`;
const readUnits = (units: readonly string[]) =>
  readRegister({ file: 'a.yaml', bytes: encode(`Đơn vị:\n${units.join('')}`) });

test.each(['Người ký 0.Họ tên', 'Người ký 99999999.Họ tên', '__proto__', 'constructor', 'toString.x'])(
  'a head "%s" is no column',
  (head) => {
    const { value, diagnostics } = readCsv(`Mã;Tên;Cấp;${head}\na;B;CĐCS;c\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['table/unknown-column']);
    expect(value?.units).toMatchObject([{ key: 'a', signers: [] }]);
  },
);

test('a circle that a chain leads into is said once, without the chain, and shortened', () => {
  const chain = Array.from({ length: 3000 }, (_, at) => unit(at, at < 2999 ? at + 1 : 2980));
  const { diagnostics } = readUnits(chain);
  expect(diagnostics.map(({ code }) => code)).toEqual(['register/circle']);
  expect(diagnostics[0]!.message).toMatch(/"Đơn vị số 2980" → "Đơn vị số 2981" .* → … → "Đơn vị số 2980"$/);
});

test('a unit above itself, and two circles, are said each', () => {
  const { diagnostics } = readUnits([unit(0, 0), unit(1, 3), unit(2, 1), unit(3, 2)]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"Cấp trên" đi thành vòng tròn: "Đơn vị số 0" → "Đơn vị số 0"',
    '"Cấp trên" đi thành vòng tròn: "Đơn vị số 1" → "Đơn vị số 3" → "Đơn vị số 2" → "Đơn vị số 1"',
  ]);
});

test('of many names that nobody has not all are compared with all', () => {
  const { diagnostics } = readUnits(Array.from({ length: 1500 }, (_, at) => unit(at, `u${at}x`)));
  const hints = diagnostics.map(({ hints: [hint] = [] }) => hint ?? '');
  expect(hints[0]).toBe('có phải ý bạn là "u0"?');
  expect(hints.at(-1)).toMatch(/^Thêm đơn vị "u\d+x" vào sổ$/);
});
