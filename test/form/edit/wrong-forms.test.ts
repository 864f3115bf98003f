import { describe, expect, it } from 'vitest';
import { editForm } from '../../../src/form/edit/edit-form.js';
import { readFormModel } from '../../../src/form/edit/read-form-model.js';
import { applyChanges } from '../../../src/form/edit/text-change.js';
import { PLAN } from '../plan-fields.js';
import { edit } from './forms.js';

const set = (text: string, path: string, value: string): string =>
  edit(text, PLAN, { type: 'set', path, value }).text;

describe('an unfinished or wrong form', () => {
  const text = `Trích yếu A
Trích yếu: B
Không có ô này: C
  sâu hơn
Trích yếu: D
  Địa danh: lệch
Nơi nhận: một nơi
Người ký: Nguyễn Văn A
Lề trang: 20 20
"Số": 5
`;
  const model = readFormModel(text, PLAN);

  it('gives what can be read, and where it stands', () => {
    expect(model.find('trich_yeu')).toMatchObject({ text: 'B', isGiven: true });
    const { from, to } = model.find('trich_yeu')!.range!;
    expect([text.slice(from, to), text.slice(from - 11, from)]).toEqual(['B', 'Trích yếu: ']);
    expect(model.find('noi_nhan.0')).toMatchObject({ text: 'một nơi' });
    expect(model.find('noi_nhan')).toMatchObject({ isMisfit: true });
    expect(model.find('nguoi_ky')).toMatchObject({ isMisfit: true, text: 'Nguyễn Văn A' });
    expect(model.find('le_trang.duoi')).toMatchObject({ text: '20' });
    expect(model.find('so_ky_hieu')).toMatchObject({ text: '5', isShort: false });
    expect(model.find('so_ky_hieu.so')).toMatchObject({ text: '5', isGiven: true });
    expect(model.find('noi_dung')).toMatchObject({ text: '', isGiven: false });
    expect(model.find('noi_dung.0')).toBeUndefined();
  });

  it('tells what belongs to no field, and leaves it alone', () => {
    expect(model.strays.map(({ type, text: words }) => [type, words])).toEqual(
      [
        ['line', 'Trích yếu A'],
        ['unknown-key', 'Không có ô này: C'],
        ['repeated-key', 'Trích yếu: D\n  Địa danh: lệch'],
      ].map((stray) => (stray[0] === 'repeated-key' ? ['repeated-key', 'Trích yếu: D'] : stray)),
    );
    const made = set(set(text, 'trich_yeu', 'E'), 'dia_danh', 'G');
    expect(made).toContain('Không có ô này: C\n  sâu hơn\n');
    expect(made).toBe(text.replace(': B', ': E').replace('lệch', 'G'));
  });

  it('becomes right where it is filled in', () => {
    expect(set(text, 'noi_nhan.0', 'hai nơi')).toContain('Nơi nhận:\n  - hai nơi\n');
    expect(edit(text, PLAN, { type: 'insert', path: 'noi_nhan', index: 1, value: 'B' }).text).toContain(
      'Nơi nhận:\n  - một nơi\n  - B\n',
    );
  });

  it('is not changed, and said so, where nothing can be read', () => {
    const broken = '{ "Trích yếu": "A", ';
    expect(readFormModel(broken, PLAN)).toMatchObject({ isBroken: true });
    const { value, diagnostics } = editForm(broken, PLAN, [{ type: 'set', path: 'trich_yeu', value: 'B' }]);
    expect([value, diagnostics.map(({ message }) => message)]).toEqual([
      undefined,
      ['Không ghi được "Trích yếu" vào tệp biểu mẫu, vì chỗ đó trong tệp đang viết chưa đúng mẫu'],
    ]);
  });

  it('may have tabs and lists in the column of their keys', () => {
    const tabs = 'Người ký:\n\tChức vụ: A\n\tHọ tên: B\nNơi nhận:\n- C\n';
    expect(set(tabs, 'nguoi_ky.quyen_han.0', 'TM. D')).toBe(
      tabs.replace('\tChức', '\tQuyền hạn: TM. D\n\tChức'),
    );
    expect(edit(tabs, PLAN, { type: 'insert', path: 'noi_nhan', index: 1, value: 'D' }).text).toBe(
      `${tabs}- D\n`,
    );
  });
});

it('a text typed letter by letter, with Backspace, is in the form letter for letter at every moment', () => {
  let text = 'Địa danh: A  # a\nNơi nhận:\n  - B\n';
  const keys = [...'\'Hội nghị\': "thi đua" # 8 - *đợt*  | a '.normalize('NFC')].flatMap((key) => [
    key,
    'x',
    '\b',
  ]);
  let typed = '';
  for (const key of keys) {
    typed = key === '\b' ? typed.slice(0, -1) : typed + key;
    const { value } = editForm(text, PLAN, [{ type: 'set', path: 'trich_yeu', value: typed }]);
    text = applyChanges(text, value!);
    expect(readFormModel(text, PLAN).find('trich_yeu')?.text).toBe(typed);
  }
  expect(text.split('\n').length).toBe(5);
});
