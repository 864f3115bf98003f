import { expect, test } from 'vitest';
import { readFormModel } from '../../../../src/form/edit/read-form-model.js';
import type { FieldDefinition } from '../../../../src/form/field.js';
import { offsetOf, placeOf } from '../../../../src/studio/client/text/place-of.js';

const field = (label: string, key: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label,
  type: 'text',
  required: false,
  ...more,
});
const text = 'Trích yếu: Về việc họp\nNội dung: |\n  Một\n  Hai\nNgười ký:\n  Họ tên: A\n';
const form = readFormModel(text, {
  slug: 'x',
  name: 'X',
  fields: [
    field('Trích yếu', 'trich_yeu'),
    field('Nội dung', 'noi_dung', { type: 'outline' }),
    field('Người ký', 'nguoi_ky', { type: 'group', fields: [field('Họ tên', 'ho_ten')] }),
  ],
});

test.each([
  ['việc', 'trich_yeu', 3],
  ['Hai', 'noi_dung', 4],
  ['A\n', 'nguoi_ky.ho_ten', 0],
])('%s is a place of its field, and the field leads back to it', (words, path, offset) => {
  expect(placeOf(form, text.indexOf(words))).toEqual({ path, offset });
  expect(offsetOf(form, path, offset)).toBe(text.indexOf(words));
});

test('a field that is not there leads nowhere', () => {
  expect(offsetOf(form, 'khac', 0)).toBeUndefined();
});
