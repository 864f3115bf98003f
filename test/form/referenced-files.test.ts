import { describe, expect, test } from 'vitest';
import type { FieldDefinition, KindFields } from '../../src/form/field.js';
import { findUnreadFiles } from '../../src/form/file-findings.js';
import { type OpenForm, openForm, readForm } from '../../src/form/read-form.js';
import { filesOfForm } from '../../src/form/referenced-files.js';

const text = (key: string, label: string): FieldDefinition => ({ key, label, type: 'text', required: false });
const file: FieldDefinition = { key: 'tep', label: 'Tệp', type: 'file', required: false };
const kind: KindFields = {
  slug: 'thu',
  name: 'Thử',
  checks: [],
  fields: [
    text('loai_van_ban', 'Loại văn bản'),
    text('ten', 'Tên'),
    {
      key: 'cap_tren',
      label: 'Cấp trên',
      type: 'group',
      required: false,
      shorthand: 'tep',
      fields: [file, text('so', 'Số')],
    },
    {
      key: 'bieu_trung',
      label: 'Biểu trưng',
      type: 'list',
      required: false,
      item: { key: 'muc', label: 'Mục', type: 'group', required: true, fields: [file, text('ten', 'Tên')] },
    },
    { key: 'anh', label: 'Ảnh', type: 'list', required: false, item: file },
  ],
};
const plain: KindFields = { ...kind, slug: 'tron', name: 'Trơn', fields: kind.fields.slice(0, 2) };
const kinds = [kind, plain];
const findKind = (name: string) => kinds.find((one) => one.name === name || one.slug === name);
const filesOf = (open: OpenForm | undefined) => (open === undefined ? [] : filesOfForm(open));
const named = (form: string) =>
  filesOf(
    openForm(
      { file: 'f.yaml', text: form },
      findKind,
      kinds.map(({ name }) => name),
    ).value,
  );

describe('the files that a form names', () => {
  test.each([
    ['in a group', 'Cấp trên:\n  Tệp: cap-tren.pdf\n  Số: 12\n', ['cap-tren.pdf']],
    ['by the group alone', 'Cấp trên: ../Kế hoạch 91.docx   # của tỉnh\n', ['../Kế hoạch 91.docx']],
    [
      'in a list of groups',
      'Biểu trưng:\n  - Tệp: a.png\n    Tên: A\n  - Tên: B\n  - Tệp: b.svg\n',
      ['a.png', 'b.svg'],
    ],
    ['in a list', 'Ảnh:\n  - a.png\n  - a.png\n  - hình\\b.png\n', ['a.png', 'hình\\b.png']],
    ['only in fields of files', 'Tên: a.pdf\n', []],
    ['not where the field is empty', 'Cấp trên:\n  Tệp:\n  Số: 5\n', []],
  ])('%s', (_, form, expected) => {
    expect(named(`Loại văn bản: Thử\n${form}`)).toEqual(expected);
  });

  test('in JSON', () => {
    expect(named('{"Loại văn bản": "Thử", "Cấp trên": {"Tệp": "a.yaml"}}')).toEqual(['a.yaml']);
  });

  test('typed in Unicode tổ hợp are named in Unicode dựng sẵn', () => {
    expect(named('Loại văn bản: Thử\nCấp trên: kế hoạch.pdf\n'.normalize('NFD'))).toEqual([
      'kế hoạch.pdf'.normalize('NFC'),
    ]);
  });

  test('are none of a kind without such fields, of an unknown kind, of a text that is no form', () => {
    expect(named('Loại văn bản: Trơn\nTên: a.pdf\nTệp: a.pdf\n')).toEqual([]);
    expect(named('Loại văn bản: Không có\nCấp trên: a.pdf\n')).toEqual([]);
    expect(named('')).toEqual([]);
  });
});

describe('a file that was not loaded', () => {
  const read = (form: string) => {
    const { value, diagnostics } = readForm({ file: 'don-vi/f.yaml', text: form }, findKind, ['Thử']);
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
    return value;
  };
  const form = read('Loại văn bản: Thử\nCấp trên:\n  Tệp: a.pdf\nẢnh:\n  - b.png\n  - c.png\n');

  test('is a finding at its field, each with its own place', () => {
    const unreadFiles = new Map([
      ['a.pdf', { message: 'Không có quyền đọc "a.pdf"', hints: ['Xin quyền đọc'] }],
    ]);
    const found = findUnreadFiles(form, kind.fields, {
      files: new Map([['b.png', new Uint8Array()]]),
      unreadFiles,
    });
    expect(found).toEqual([
      {
        code: 'file/unread',
        severity: 'error',
        message: '"Cấp trên": không có quyền đọc "a.pdf"',
        place: { file: 'don-vi/f.yaml', start: 35, end: 40 },
        field: 'Cấp trên',
        actual: 'a.pdf',
        hints: ['Xin quyền đọc'],
      },
      expect.objectContaining({
        message: '"Ảnh (mục 2)": không tìm thấy tệp "c.png" trong thư mục "don-vi/"',
        place: { file: 'don-vi/f.yaml', start: 60, end: 65 },
      }),
    ]);
  });
});
