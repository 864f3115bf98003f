import { describe, expect, it } from 'vitest';
import type { Outcome, Place } from '../../src/diagnostic/diagnostic.js';
import type { Form } from '../../src/form/form.js';
import { buildLayer, type FormLayer, type LayerGroup, layerText } from '../../src/form/layer.js';
import { readForm } from '../../src/form/read-form.js';
import { readYamlTree } from '../../src/form/read-yaml-tree.js';
import { formWith, PLAN } from './plan-fields.js';

const FILE = 'f.yaml';

const readWith = (source: string, ...layers: readonly FormLayer[]): Outcome<Form> =>
  readForm(
    { file: FILE, text: source },
    () => PLAN,
    ['Kế hoạch'],
    () => layers,
  );

/** A layer read from YAML text; its offsets are those of the text. */
function layerOf(rank: FormLayer['rank'], text: string, file = 'layer.yaml'): FormLayer {
  const { value } = readYamlTree({ file, text });
  if (value?.type !== 'map') throw new Error('no map');
  return { rank, tree: value, placeOf: (start, end) => ({ file, start, end }) };
}

function formOf(outcome: Outcome<Form>): Form {
  if (outcome.value === undefined) throw new Error(outcome.diagnostics.map((d) => d.message).join('\n'));
  return outcome.value;
}

const sourceAt = (place: Place | undefined, texts: Readonly<Record<string, string>>): string =>
  place !== undefined && 'start' in place
    ? `${place.file}: ${texts[place.file]?.slice(place.start, place.end)}`
    : JSON.stringify(place);

const OWN = formWith(`Loại văn bản: Kế hoạch
Người ký:
  Quyền hạn: TM. BAN THƯỜNG VỤ
  Chức vụ: CHỦ TỊCH
  Họ tên: Nguyễn Văn A
Nơi nhận:
- Như trên;
- Lưu: VT.`);

describe('a layer under a form', () => {
  it('gives what the form leaves out, and yields where the form says something', () => {
    const form = formOf(readWith(OWN, layerOf('under', 'dia_danh: Hòa Giang\nco_quan_ban_hanh: CĐCS X')));
    expect(form.values['dia_danh']).toBe('Hòa Giang');
    expect(form.values['co_quan_ban_hanh']).toBe('Liên đoàn Lao động tỉnh A');
  });

  it('fills groups key by key, however either side writes them, and what the form leaves empty', () => {
    const own = `${OWN}Số: 91\nĐịa danh:\nLề trang: {trái: 35}\n`;
    const shared = 'so_ky_hieu: /KH-LĐLĐ\ndia_danh: Hòa Giang\nle_trang: 25 25 30 20\ncan_cu: [Luật A]\n';
    const { values } = formOf(readWith(own, layerOf('under', `${shared}nguoi_ky: {ho_ten: B}`)));
    expect(values['so_ky_hieu']).toEqual({ so: '91', ky_hieu: 'KH-LĐLĐ' });
    expect(values['dia_danh']).toBe('Hòa Giang');
    expect(values['le_trang']).toEqual({ tren: '25', duoi: '25', trai: '35', phai: '20' });
    expect(values['can_cu']).toEqual({ kieu: 'nghieng', danh_sach: ['Luật A'] });
    expect(values['nguoi_ky']).toMatchObject({ chuc_vu: 'CHỦ TỊCH', ho_ten: 'Nguyễn Văn A' });
  });

  it('never mixes two lists', () => {
    const { values } = formOf(readWith(OWN, layerOf('under', 'noi_nhan: [Một, Hai, Ba]')));
    expect(values['noi_nhan']).toEqual(['Như trên;', 'Lưu: VT.']);
  });

  it('meets what the kind requires', () => {
    const own = OWN.replace(/^Trích yếu.*\n/m, '');
    expect(readWith(own).value).toBeUndefined();
    expect(formOf(readWith(own, layerOf('under', 'Trích yếu: Tổ chức'))).values['trich_yeu']).toBe('Tổ chức');
  });

  it('passes over keys that the kind lacks, and a kind of its own', () => {
    const layer = layerOf('under', 'co_quan_ban_han: X\nloai: Quyết định\nnguoi_ky: {email: a}');
    const { value, diagnostics } = readWith(OWN, layer);
    expect(value?.values['loai_van_ban']).toBe('Kế hoạch');
    expect(diagnostics).toEqual([]);
  });
});

describe('layers over a form and beside each other', () => {
  it('win over the form; of two the later one wins', () => {
    const over = [layerOf('over', 'dia_danh: B\ntrich_yeu: C'), layerOf('over', 'trich_yeu: D')];
    const { values } = formOf(readWith(`${OWN}Địa danh: A\n`, ...over, layerOf('under', 'trich_yeu: E')));
    expect([values['dia_danh'], values['trich_yeu']]).toEqual(['B', 'D']);
  });

  it('say what they lie over, where it is another value', () => {
    const under = layerOf('under', 'dia_danh: Hòa Giang\nngay: 2024-09-12\nnoi_nhan: [Một]', 'chung.yaml');
    const form = formOf(readWith(`${OWN}Địa danh: Lai Châu\nNgày: 12/9/2024\n`, under));
    expect(form.overridden?.map(({ path, value }) => [path, value])).toEqual([
      ['dia_danh', 'Hòa Giang'],
      ['noi_nhan', ['Một']],
    ]);
    expect(form.overridden?.[0]?.place).toMatchObject({ file: 'chung.yaml' });
  });
});

describe('the place of a value', () => {
  it('is in the file that the value comes from', () => {
    const text = 'dia_danh: "Hòa \\u0047iang"\nnguoi_ky: {chuc_vu: B}\nky_hieu: KH-X';
    const own = `${OWN}Số: 91\n`;
    const form = formOf(readWith(own, layerOf('under', text)));
    const at = (path: string, start?: number, end?: number) =>
      sourceAt(form.locate(path, start, end), { [FILE]: own, 'layer.yaml': text });
    expect(at('dia_danh', 4, 9)).toBe('layer.yaml: \\u0047iang');
    expect(at('so_ky_hieu.ky_hieu', 0, 2)).toBe('layer.yaml: KH');
    expect(at('so_ky_hieu.so')).toBe('f.yaml: 91');
    expect(at('nguoi_ky.chuc_vu')).toBe('f.yaml: CHỦ TỊCH');
    expect(at('noi_nhan.1', 0, 3)).toBe('f.yaml: Lưu');
  });

  it('is told in messages about it', () => {
    const text = 'gian_dong: chín\nkem_theo: X\nnoi_nhan: [{a: b}]';
    const { diagnostics } = readWith(OWN, layerOf('under', text));
    const found = diagnostics.map(({ code, place }) => [code, sourceAt(place, { 'layer.yaml': text })]);
    expect(found).toContainEqual(['form/number', 'layer.yaml: chín']);
    expect(found).toContainEqual(['form/expected-list', 'layer.yaml: X']);
  });

  it('of a required value that a layer leaves out is in the layer that has the rest of its group', () => {
    const own = OWN.replace(/^Người ký:\n(?: .*\n)+/m, '');
    const text = 'nguoi_ky:\n  ho_ten: Trần Thị B\n';
    const { diagnostics } = readWith(own, layerOf('under', text));
    expect(diagnostics.map(({ code, place }) => [code, sourceAt(place, { 'layer.yaml': text })])).toEqual([
      ['form/missing', 'layer.yaml: nguoi_ky'],
    ]);
  });
});

describe('a layer made of values', () => {
  const cell = (text: string, at: string) => layerText(text, { file: 'don-vi.xlsx', sheet: 'S', cell: at });

  it('gives every value its cell', () => {
    const values: LayerGroup = {
      dia_danh: cell('Hòa Giang', 'B2'),
      noi_nhan: [cell('Như trên;', 'C2'), cell('Lưu: VT.', 'D2')],
      can_cu: { kieu: cell('lạ', 'E2') },
    };
    const own = OWN.replace(/^Nơi nhận:\n(?:-.*\n)+/m, '');
    const { diagnostics } = readWith(own, buildLayer('under', values));
    expect(diagnostics.map(({ place }) => place)).toEqual([{ file: 'don-vi.xlsx', sheet: 'S', cell: 'E2' }]);
    const form = formOf(readWith(own, buildLayer('under', { ...values, can_cu: [cell('Luật A', 'E2')] })));
    expect(form.values['noi_nhan']).toEqual(['Như trên;', 'Lưu: VT.']);
    expect(form.locate('noi_nhan.1', 0, 3)).toEqual({ file: 'don-vi.xlsx', sheet: 'S', cell: 'D2' });
    expect(form.locate('can_cu.danh_sach.0')).toMatchObject({ cell: 'E2' });
  });

  it('keeps the places of a text file, to the letter', () => {
    const place = { file: 'kh.yaml', start: 100, end: 109 };
    const form = formOf(readWith(OWN, buildLayer('over', { dia_danh: layerText('Hòa Giang', place) })));
    expect(form.locate('dia_danh', 4, 9)).toEqual({ file: 'kh.yaml', start: 104, end: 109 });
    expect(form.locate('dia_danh')).toEqual(place);
  });
});
