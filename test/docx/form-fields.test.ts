import { beforeAll, describe, expect, test } from 'vitest';
import { readFormFacts } from '../../src/document/form-facts.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { partsOf, textOf } from './parts.js';

let parts: ReadonlyMap<string, string>;
let xml: string;
beforeAll(async () => {
  parts = partsOf(writeDocx((await compileForms(fillableForm('fillable'))).resolved));
  xml = parts.get('word/document.xml')!;
});

describe('a fillable form', () => {
  test('has a content control for every blank: title, tag, its dots as placeholder, within a bookmark', () => {
    const controls = [
      ...xml.matchAll(
        /<w:bookmarkStart w:id="(\d+)" w:name="f_(\w+)"\/><w:sdt><w:sdtPr><w:alias w:val="([^"]+)"\/><w:tag w:val="(\w+)"\/><w:id w:val="(\d+)"\/>(<w:showingPlcHdr\/>)?<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt><w:bookmarkEnd w:id="(\d+)"\/>/g,
      ),
    ];
    expect(controls.map(([, , name, , tag]) => [name, tag])).toEqual(
      [
        'ten_don_vi',
        'so_van_ban',
        'ky_hieu',
        'dia_danh',
        'ngay_ban_hanh',
        'thang_ban_hanh',
        'ten',
        'tu',
        'tien',
        'kq',
      ].map((key) => [key, key]),
    );
    for (const [, start, , , , , , , end] of controls) expect(end).toBe(start);
    expect(new Set(controls.map(([, , , , , id]) => id)).size).toBe(controls.length);
    const shown = Object.fromEntries(
      controls.map(([, , key, , , , placeholder, content]) => [
        key,
        [placeholder !== undefined, textOf(content!)],
      ]),
    );
    expect(shown['tien']).toEqual([true, expect.stringMatching(/^\.+$/)]);
    expect(shown['ten']).toEqual([true, expect.stringMatching(/^\.{100,}\n\.{100,}$/)]);
    // A value that is sent out with the form is no placeholder.
    expect(shown['tu']).toEqual([false, '01/3/2025']);
    const labels = Object.fromEntries(controls.map(([, , key, label]) => [key, label]));
    expect(labels['ten']).toBe('Tên công trình (bắt buộc)');
    expect(labels['tien']).toBe('Kinh phí');
  });

  test('says in a custom property what form it is and whom it is for', () => {
    const property = /name="thethuc_bieu_mau"><vt:lpwstr>([^<]*)</.exec(
      parts.get('docProps/custom.xml')!,
    )![1]!;
    const facts = readFormFacts(property.replaceAll('&quot;', '"'));
    expect(facts).toMatchObject({ title: 'BẢNG ĐĂNG KÝ', unitKey: 'cdcs-may' });
    expect(facts?.blanks.find(({ key }) => key === 'tien')).toEqual({
      key: 'tien',
      label: 'Kinh phí',
      shape: 'money',
      isRequired: false,
    });
    expect(parts.get('[Content_Types].xml')).toContain('/docProps/custom.xml');
    expect(parts.get('_rels/.rels')).toContain('docProps/custom.xml');
  });
});

test('a finished form has no control, no bookmark of a field and no such property', async () => {
  const printed = partsOf(writeDocx((await compileForms(fillableForm('filled'))).resolved));
  expect(printed.get('word/document.xml')).not.toMatch(/w:sdt|"f_/);
  expect(printed.has('docProps/custom.xml')).toBe(false);
  expect(printed.get('_rels/.rels')).not.toContain('custom');
});

test('a form to be filled in by hand has bookmarks around its dots, and no control', async () => {
  const hand = partsOf(writeDocx((await compileForms(fillableForm('hand'))).resolved));
  const document = hand.get('word/document.xml')!;
  expect(document).not.toContain('w:sdt');
  const bookmarks = [
    ...document.matchAll(
      /<w:bookmarkStart w:id="(\d+)" w:name="f_(\w+)"\/>(.*?)<w:bookmarkEnd w:id="(\d+)"\/>/g,
    ),
  ];
  expect(bookmarks.map(([, , key]) => key)).toEqual(['ten_don_vi', 'ten', 'tien', 'kq']);
  for (const [, start, , content, end] of bookmarks) {
    expect(end).toBe(start);
    expect(textOf(content!)).toMatch(/^[.\n]+$/);
  }
  expect(hand.get('docProps/custom.xml')).toContain('cdcs-may');
});
