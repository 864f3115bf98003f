import { describe, expect, it } from 'vitest';
import { newForm } from '../../../src/form/edit/new-form.js';
import { readFormModel } from '../../../src/form/edit/read-form-model.js';
import { PLAN } from '../plan-fields.js';
import { KINDS, SAMPLES } from './forms.js';

const sampleOf = (slug: string): string =>
  SAMPLES.find(([file]) => file === `templates/${slug}/sample.yaml`)![1];
const OWN = {
  co_quan_ban_hanh: 'LĐLĐ tỉnh A',
  so_ky_hieu: { so: '', ky_hieu: 'KH-LĐLĐ' },
  'nguoi_ky.ho_ten': 'Trần B',
  noi_nhan: ['Như trên', 'Lưu: VT'],
  khong_co: 'x',
};

describe.each(KINDS.map(({ slug }) => slug))('a new form of %s', (slug) => {
  const kind = KINDS.find((one) => one.slug === slug)!;
  const sample = sampleOf(slug);
  const text = newForm({ ...kind, sample }, OWN, KINDS);
  const model = readFormModel(text, kind, KINDS);

  it('has the keys of the sample and every one that is asked for, in order', () => {
    expect(model.strays).toEqual([]);
    const given = readFormModel(sample, kind, KINDS).fields.filter(({ isGiven }) => isGiven);
    const keys = model.fields.filter(({ isGiven }) => isGiven).map(({ field }) => field.key);
    expect(keys).toEqual(expect.arrayContaining(given.map(({ field }) => field.key)));
    expect(keys).toEqual(
      expect.arrayContaining(kind.fields.filter(({ required }) => required).map(({ key }) => key)),
    );
  });

  it('says what is given and nothing else', () => {
    expect(text).not.toMatch(/thethuc|yaml|Hòa Giang|tỉnh A(?<!LĐLĐ tỉnh A)/);
    for (const [path, value] of Object.entries(OWN)) {
      const found = model.find(path);
      if (found === undefined) continue;
      if (typeof value === 'string') expect(found.text).toBe(value);
      if (Array.isArray(value)) expect(found.items.map((item) => item.text)).toEqual(value);
    }
    expect(model.find('trich_yeu')?.text ?? '').toBe('');
  });

  it('keeps the comments, beside their keys', () => {
    const empty = newForm({ ...kind, sample }, {}, KINDS);
    expect(empty).not.toMatch(/: {3,}#/);
    for (const [, comment] of sample.matchAll(/^\p{L}[^\n#]*: [^\n#]* (# .*)$/gmu))
      expect(empty).toContain(`  ${comment}`);
  });
});

it('is made for a kind without a sample', () => {
  expect(newForm({ ...PLAN, sample: '' }, { dia_danh: 'A' })).toBe(
    `Loại văn bản: Kế hoạch
Cơ quan ban hành:
Địa danh: A
Trích yếu:
Nội dung: |
Nơi nhận:
Người ký:
  Chức vụ:
  Họ tên:
`,
  );
});
