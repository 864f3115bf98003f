import { expect, it } from 'vitest';
import type { FieldDefinition, KindFields } from '../../src/form/field.js';
import { readForm } from '../../src/form/read-form.js';

const text = (key: string, label: string, required = false): FieldDefinition => ({
  key,
  label,
  type: key === 'noi_dung' ? 'sentence' : 'text',
  required,
});

const task: FieldDefinition = {
  key: 'viec',
  label: 'Việc',
  type: 'group',
  required: true,
  shorthand: 'noi_dung',
  fields: [text('noi_dung', 'Nội dung', true), text('han', 'Hạn')],
};

const KIND: KindFields = {
  slug: 'viec',
  name: 'Việc',
  fields: [
    text('loai_van_ban', 'Loại văn bản'),
    { key: 'viec', label: 'Việc', type: 'list', required: true, item: task },
  ],
  checks: [],
};

const read = (...items: readonly string[]) => {
  const lines = items.map((item) => `  ${item}\n`).join('');
  return readForm({ file: 'f.yaml', text: `Loại văn bản: Việc\nViệc:\n${lines}` }, () => KIND, ['Việc']);
};

it.each([
  'Phối hợp: tuyên truyền, vận động.',
  'Thi đua: đạt "kết quả" tốt: có số liệu.',
  'Tuyên truyền kết quả thực hiện phong trào, các hoạt động hưởng ứng: gương tốt.',
  'Gồm:',
])('an item that may be a sentence alone is one, colon or not: %j', (sentence) => {
  const { value, diagnostics } = read(`- ${sentence}`);
  expect(diagnostics).toEqual([]);
  expect(value!.values['viec']).toEqual([{ noi_dung: sentence, han: '' }]);
});

it('its keys are keys, and so is what is nearly one', () => {
  const { value } = read('- Nội dung: Phối hợp: vận động', '  Hạn: 10/3', '- HAN: 5/3', '  noi dung: Họp');
  expect(value!.values['viec']).toEqual([
    { noi_dung: 'Phối hợp: vận động', han: '10/3' },
    { noi_dung: 'Họp', han: '5/3' },
  ]);
  const { diagnostics } = read('- Nội dug: Họp');
  expect(diagnostics.map(({ code, hints }) => [code, hints?.[0]])).toContainEqual([
    'form/unknown-field',
    'có phải ý bạn là "Nội dung"?',
  ]);
});

it('keys below a sentence are said to be out of place', () => {
  const { value, diagnostics } = read('- Phối hợp: vận động', '  Hạn: 10/3');
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('form/stray-text');
});
