import { describe, expect, test } from 'vitest';
import { factSheet, readFactSheet } from '../../src/fact/fact-sheet.js';
import type { Form } from '../../src/form/form.js';

const KIND = { name: 'Kế hoạch', title: 'KẾ HOẠCH' };
const formOf = (values: Form['values'], file = 'a.yaml'): Form => ({
  kind: 'plan',
  file,
  values,
  locate: () => undefined,
  labelOf: (path) => path,
});

describe('the fact sheet of a form', () => {
  const values = {
    trich_yeu: 'Về "việc" <A> & B',
    can_cu: [],
    nguoi_ky: { quyen_han: [], ho_ten: '' },
    so_ky_hieu: { so: '', ky_hieu: 'KH-LĐLĐ' },
    cap: [{ ten: '' }, { ten: 'B', han: '' }],
    noi_nhan: ['', 'VT'],
  };

  test('has its values without what is empty, but counts the items of lists', () => {
    expect(JSON.parse(factSheet(formOf(values), KIND))).toEqual({
      format: 1,
      kind: 'plan',
      kindName: 'Kế hoạch',
      title: 'KẾ HOẠCH',
      values: {
        trich_yeu: 'Về "việc" <A> & B',
        so_ky_hieu: { ky_hieu: 'KH-LĐLĐ' },
        cap: ['', { ten: 'B' }],
        noi_nhan: ['', 'VT'],
      },
    });
  });

  test('is read back the same, and does not know where the form stood', () => {
    const json = factSheet(formOf(values), KIND);
    expect(json).toBe(factSheet(formOf(values, '/home/other/b.yaml'), KIND));
    expect(readFactSheet(json)).toEqual({ value: JSON.parse(json), diagnostics: [] });
  });
});

describe('a fact sheet that is not as ours are', () => {
  test.each([
    ['no JSON', '{"format":1,', 'facts/damaged'],
    ['a list', '[]', 'facts/damaged'],
    ['no values', '{"format":1,"kind":"plan"}', 'facts/damaged'],
    ['values that are none', '{"format":1,"kind":"plan","values":[1]}', 'facts/damaged'],
    ['of a later program', '{"format":2,"kind":"plan","values":{}}', 'facts/newer'],
  ])('%s', (_, json, code) => {
    const { value, diagnostics } = readFactSheet(json);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, severity: 'error' }]);
    expect(diagnostics[0]!.hints!.length).toBeGreaterThan(0);
  });

  test('loses only what no form has', () => {
    const json =
      '{"format":1,"kind":"plan","values":{"a":1,"b":null,"c":["x",2,{"d":true,"e":"f"}],"__proto__":{"g":"h"}}}';
    expect(JSON.stringify(readFactSheet(json).value?.values)).toBe(
      '{"c":["x","",{"e":"f"}],"__proto__":{"g":"h"}}',
    );
    expect(({} as Record<string, unknown>)['g']).toBeUndefined();
  });

  test('nested without end is read to its depth', () => {
    const deep = `${'{"a":'.repeat(5000)}"x"${'}'.repeat(5000)}`;
    expect(readFactSheet(`{"format":1,"kind":"plan","values":${deep}}`).value).toBeDefined();
  });
});

test('long texts, and lists that forms share, are written as JSON.stringify writes them', () => {
  const long = `"${'Nội dung\n\\ \u0001 \ud800 & < '.repeat(60)}"`;
  const list = [{ ten: long, trong: '' }, '', { rong: [] }];
  const values = { noi_dung: long, kem_theo: list, rong: [''], so: '1', trong: {} };
  const kept = { noi_dung: long, kem_theo: [{ ten: long }, '', ''], rong: [''], so: '1' };
  const expected = JSON.stringify({
    format: 1,
    kind: 'plan',
    kindName: KIND.name,
    title: KIND.title,
    values: kept,
  });
  for (let round = 0; round < 3; round += 1) expect(factSheet(formOf(values), KIND)).toBe(expected);
  const other = { ...values, noi_dung: `${long}.`, so: '2' };
  expect(JSON.parse(factSheet(formOf(other), KIND)).values).toEqual({
    ...kept,
    noi_dung: `${long}.`,
    so: '2',
  });
  expect(JSON.parse(factSheet(formOf({}), KIND)).values).toEqual({});
});
