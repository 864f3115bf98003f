import { Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../../src/form/field.js';
import { knownFields } from '../../../../src/studio/client/text/known-fields.js';
import { offerInJson } from '../../../../src/studio/client/text/offer-in-json.js';
import { offerInLines } from '../../../../src/studio/client/text/offer-in-lines.js';
import type { KindInfo } from '../../../../src/studio/protocol.js';

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
  offerInLines(Text.of([...lines]), lines.length, lines.at(-1) ?? '', { fields: FIELDS })?.words.map(
    ({ label }) => label,
  );

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

/** What is offered at the bar. */
const offeredInJson = (...lines: readonly string[]) => {
  const text = lines.join('\n');
  const at = text.indexOf('^');
  const offer = offerInJson(text.replace('^', ''), at, { fields: FIELDS });
  return offer && { typed: offer.typed, words: offer.words.map(({ label }) => label) };
};

test.each<[string, readonly string[], readonly string[] | undefined]>([
  ['a key', ['{', '  "T^"', '}'], ['Trích yếu', 'Người ký', 'Kèm theo']],
  [
    'a key whose quote is not closed, among others',
    ['{', '  "T^', '  "Trích yếu": "x"', '}'],
    ['Trích yếu', 'Người ký', 'Kèm theo'],
  ],
  ['a group', ['{ "Trích yếu": "a, b: {", "nguoi ky": { "^" } }'], ['Họ tên']],
  ['an item', ['{ "Kèm theo": [{ "Kiểu": "phụ lục" }, { "Tên": "A", "^"'], ['Kiểu', 'Tên', 'Người ký']],
  ['a group of an item', ['{ "Kèm theo": [{ "Người ký": { "^" }, "Tên": "A" }] }'], ['Chức vụ']],
  ['choices', ['{ "Kèm theo": [{ "Kiểu": "^" }] }'], ['phụ lục']],
  ['a value that has no choices', ['{ "Trích yếu": "^" }'], undefined],
  ['outside of quotes', ['{ ^ "Trích yếu": "x" }'], undefined],
])('in JSON: %s', (_, lines, labels) => {
  expect(offeredInJson(...lines)?.words).toEqual(labels);
});

describe('in a set of papers', () => {
  const kind = (
    slug: string,
    name: string,
    fields: readonly FieldDefinition[],
    more: Partial<KindInfo> = {},
  ): KindInfo => ({
    slug,
    name,
    aliases: [],
    abbreviation: '',
    isDossier: false,
    fields,
    sample: '',
    isOwn: false,
    ...more,
  });
  const kindField = field('Loại văn bản', 'loai_van_ban', { required: true });
  const papers = field('Văn bản', 'van_ban', {
    type: 'list',
    item: field('Mục', 'muc', { type: 'group', shorthand: 'loai_van_ban', fields: [kindField] }),
  });
  const set = kind('dossier', 'Bộ văn bản', [kindField, field('Địa danh', 'dia_danh'), papers], {
    isDossier: true,
    papers: { list: 'van_ban', mainOnly: [] },
  });
  const plan = kind('plan', 'Kế hoạch', [
    kindField,
    field('Địa danh', 'dia_danh'),
    field('Căn cứ', 'can_cu'),
  ]);
  const report = kind('report', 'Đề cương', [kindField, field('Kỳ', 'ky')]);
  const known = knownFields(set, [set, plan, report]);
  const inLines = (...lines: readonly string[]) => {
    const at = lines.findIndex((line) => line.endsWith('^'));
    const all = lines.map((line) => line.replace('^', ''));
    return offerInLines(Text.of(all), at + 1, all[at]!, known)?.words.map(({ label }) => label);
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ['what they share', ['Loại văn bản: Bộ văn bản', '^'], ['Loại văn bản', 'Địa danh', 'Văn bản']],
    [
      'the kind above',
      ['Văn bản:', '  - Loại văn bản: ke hoach  # chính', '    ^'],
      ['Loại văn bản', 'Căn cứ', 'Địa danh'],
    ],
    [
      'the kind alone behind the dash',
      ['Văn bản:', '- Đề cương', '- Kế hoạch', '  ^'],
      ['Loại văn bản', 'Căn cứ', 'Địa danh'],
    ],
    [
      'the kind below, and not that of the next',
      ['Văn bản:', '- ^', '  Loại văn bản: Đề cương', '- Loại văn bản: Kế hoạch'],
      ['Loại văn bản', 'Kỳ'],
    ],
    ['no kind yet', ['Văn bản:', '- ^', '- Loại văn bản: Kế hoạch'], ['Loại văn bản']],
    ['the kinds themselves', ['Văn bản:', '- Loại văn bản: ^'], ['Kế hoạch', 'Đề cương']],
  ])('%s', (_, lines, labels) => {
    expect(inLines(...lines)).toEqual(labels);
  });

  test('in JSON, the kind before or behind', () => {
    const inJson = (text: string) =>
      offerInJson(text.replace('^', ''), text.indexOf('^'), known)?.words.map(({ label }) => label);
    expect(
      inJson('{ "Văn bản": [{ "Loại văn bản": "Đề cương" }, { "Loại văn bản": "Kế hoạch", "^" }] }'),
    ).toContain('Căn cứ');
    expect(inJson('{ "Văn bản": [{ "^", "Loại văn bản": "Đề cương" }] }')).toEqual(['Loại văn bản', 'Kỳ']);
  });
});
