import { describe, expect, it } from 'vitest';
import { readFormModel } from '../../../src/form/edit/read-form-model.js';
import { typedValues } from '../../../src/form/edit/typed-values.js';
import { bare, edit, findKind, KINDS, rawOf, SAMPLES } from './forms.js';

const kind = findKind('dossier')!;
const SHORT = `Loại văn bản: Bộ văn bản
Chủ đề: chung   # của phong trào
Văn bản:
  # chính
  - Loại văn bản: Kế hoạch
    Cách gửi: văn bản chính
    Nội dung: |
      I. MỘT

  - Đề cương báo cáo
  - Chưa có loại này
`;

describe('a dossier', () => {
  const model = readFormModel(SHORT, kind, KINDS);
  it('shows of each paper the fields of its kind', () => {
    const keysOf = (index: number) => model.find(`van_ban.${index}`)!.parts.map(({ field }) => field.key);
    expect(keysOf(0)).toEqual(expect.arrayContaining(['loai_van_ban', 'cach_gui', 'noi_dung', 'kem_theo']));
    expect(keysOf(1)).toEqual(expect.arrayContaining(['loai_van_ban', 'bo_cuc']));
    expect(keysOf(2)).toEqual(['loai_van_ban', 'ten_tep', 'cach_gui']);
    expect(new Set(keysOf(0)).size).toBe(keysOf(0).length);
    expect(model.find('van_ban.1.loai_van_ban')).toMatchObject({ text: 'Đề cương báo cáo' });
    expect(model.find('van_ban.1')).toMatchObject({ isShort: true });
    expect(model.strays.map(({ text }) => text)).toEqual(['Chủ đề: chung']);
  });

  it('takes what only a kind has, also into a paper that was only named', () => {
    const made = edit(SHORT, kind, { type: 'set', path: 'van_ban.1.trich_yeu', value: 'A: b' });
    expect(made.text).toBe(
      SHORT.replace('- Đề cương báo cáo', '- Loại văn bản: Đề cương báo cáo\n    Trích yếu: A: b'),
    );
    expect(edit(SHORT, kind, { type: 'set', path: 'van_ban.0.noi_dung', value: 'I. HAI' }).text).toBe(
      SHORT.replace('MỘT', 'HAI'),
    );
  });

  it('lets a paper become one of another kind', () => {
    const made = edit(SHORT, kind, { type: 'set', path: 'van_ban.2.loai_van_ban', value: 'Bảng đăng ký' });
    expect(made.text).toBe(SHORT.replace('Chưa có loại này', 'Bảng đăng ký'));
    const other = edit(SHORT, kind, {
      type: 'set',
      path: 'van_ban.0.loai_van_ban',
      value: 'Đề cương báo cáo',
    });
    expect(other.text).toBe(SHORT.replace('Kế hoạch', 'Đề cương báo cáo'));
    expect(readFormModel(other.text, kind, KINDS).strays.map(({ type }) => type)).toContain('unknown-key');
  });

  it('has papers come, go and change places', () => {
    const value = { loai_van_ban: 'Kế hoạch', trich_yeu: 'Hai', noi_nhan: ['A', 'B'] };
    const more = edit(SHORT, kind, { type: 'insert', path: 'van_ban', index: 1, value }).text;
    expect(more).toBe(
      SHORT.replace(
        '      I. MỘT\n',
        '      I. MỘT\n  - Loại văn bản: Kế hoạch\n    Trích yếu: Hai\n    Nơi nhận:\n      - A\n      - B\n',
      ),
    );
    expect(edit(more, kind, { type: 'remove', path: 'van_ban', index: 1 }).text).toBe(SHORT);
    expect(edit(SHORT, kind, { type: 'move', path: 'van_ban', from: 2, to: 0 }).text).toBe(
      `Loại văn bản: Bộ văn bản
Chủ đề: chung   # của phong trào
Văn bản:
  # chính
  - Chưa có loại này

  - Loại văn bản: Kế hoạch
    Cách gửi: văn bản chính
    Nội dung: |
      I. MỘT
  - Đề cương báo cáo
`,
    );
  });
});

it.each(SAMPLES.filter(([, text]) => /^Văn bản:/m.test(text)))('%s has its papers anew', (_file, text) => {
  const old = typedValues(readFormModel(text, kind, KINDS));
  const papers = old['van_ban'] as readonly { readonly loai_van_ban: string }[];
  const empty = edit(text, kind, { type: 'set', path: 'van_ban', value: [] }).text;
  const made = edit(empty, kind, { type: 'set', path: 'van_ban', value: [...papers] }).text;
  expect(bare(rawOf(made, kind))).toEqual(bare(rawOf(text, kind)));
});
