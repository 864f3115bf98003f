import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { FieldDefinition } from '../../../../src/form/field.js';
import { offerAt } from '../../../../src/studio/client/text/complete-keys.js';

const field = (label: string, key: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label,
  type: 'text',
  required: false,
  ...more,
});
const FIELDS: readonly FieldDefinition[] = [
  field('Trích yếu', 'trich_yeu', { required: true }),
  field('Người ký', 'nguoi_ky', { type: 'group', fields: [field('Họ tên', 'ho_ten')] }),
  field('Kèm theo', 'kem_theo', {
    type: 'list',
    item: field('Phần', 'phan', {
      type: 'group',
      fields: [
        field('Kiểu', 'kieu', { type: 'choice', choices: [{ value: 'phu_luc', label: 'phụ lục' }] }),
        field('Tên', 'ten'),
        field('Người ký', 'nguoi_ky', { type: 'group', fields: [field('Chức vụ', 'chuc_vu')] }),
      ],
    }),
  }),
];

/** What is offered at the end of the last line. */
const offered = (...lines: readonly string[]): readonly string[] | undefined =>
  offerAt(Text.of([...lines]), lines.length, lines.at(-1) ?? '', FIELDS)?.words.map(({ label }) => label);

test.each<[string, readonly string[], readonly string[] | undefined]>([
  ['the first column', ['T'], ['Trích yếu', 'Người ký', 'Kèm theo']],
  ['a group', ['Trích yếu: x', 'nguoi ky:', '  '], ['Họ tên']],
  ['behind a group', ['Người ký:', '  Họ tên: A', 'T'], ['Trích yếu', 'Người ký', 'Kèm theo']],
  ['an item', ['Kèm theo:', '  - Kiểu: phụ lục', '    T'], ['Kiểu', 'Tên', 'Người ký']],
  ['an item at the column of its list', ['Kèm theo:', '- Kiểu: phụ lục', '- '], ['Kiểu', 'Tên', 'Người ký']],
  [
    'a group of a later item',
    [
      'Kèm theo:',
      '  - Tên: A',
      '    Người ký:',
      '      Chức vụ: B',
      '  - Tên: C',
      '    Người ký:',
      '      C',
    ],
    ['Chức vụ'],
  ],
  ['choices', ['Kèm theo:', '  - Kiểu: p'], ['phụ lục']],
  ['a value that has no choices', ['Trích yếu: T'], undefined],
  ['words of a text', ['Trích yếu: |', '  Thời gian'], []],
])('%s', (_, lines, labels) => {
  expect(offered(...lines)).toEqual(labels);
});
