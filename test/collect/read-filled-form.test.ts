import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { zip } from '../../src/archive/zip.js';
import type { FilledForm } from '../../src/collect/filled-form.js';
import { readFilledForm } from '../../src/collect/read-filled-form.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { unzip } from '../archive/unzip.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import { compileForms, fillableForm } from './fillable-form.js';

// The kinds are loaded once, before any test's time is taken.
beforeAll(async () => {
  await compileForms(fillableForm('hand'));
});

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

const read = async (bytes: Uint8Array): Promise<FilledForm> => {
  const { value, diagnostics } = await readFilledForm('a.pdf', bytes);
  expect(diagnostics).toEqual([]);
  return value!;
};
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const { value, diagnostics } = await readFilledForm('a.pdf', bytes);
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { file: 'a.pdf' } });
  return `${diagnostics[0]!.code}: ${diagnostics[0]!.message}`;
};
const textsOf = ({ answers }: FilledForm): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(answers.map(({ blank, text }) => [blank.key, text]));

describe.each([
  'filled-by-pypdf.pdf',
  'filled-by-pdfjs.pdf',
  'filled-by-cantoo.pdf',
  'filled-by-libreoffice.docx',
])('%s', (name) => {
  test('gives back what was typed, what was sent out, and whose it is', async () => {
    const form = await read(fixture(name));
    expect(form).toMatchObject({ title: 'BẢNG ĐĂNG KÝ', unitKey: 'cdcs-may' });
    expect(textsOf(form)).toEqual({
      ten_don_vi: 'Công ty May Hòa Giang',
      so_van_ban: '',
      ky_hieu: '',
      dia_danh: '',
      ngay_ban_hanh: '',
      thang_ban_hanh: '',
      ten: 'Nhà ăn ca cho công nhân;\nbếp điện',
      tu: '01/3/2025',
      tien: '1,2 tỷ đồng',
      kq: '1.250',
    });
    expect(form.answers.find(({ blank }) => blank.key === 'ten')?.blank).toEqual({
      key: 'ten',
      label: 'Tên công trình',
      shape: 'text',
      isRequired: true,
    });
  });
});

test('our own empty form has nothing in it but what was sent out with it', async () => {
  const paper = await compileForms(fillableForm('fillable'));
  for (const bytes of [writePdf(paper.pages(), bundledFonts), writeDocx(paper.resolved)]) {
    const given = Object.entries(textsOf(await read(bytes))).filter(([, text]) => text !== '');
    expect(given).toEqual([['tu', '01/3/2025']]);
  }
});

/** The document part of our own form, edited as a word processor might. */
async function edited(edit: (xml: string) => string, form = fillableForm('fillable')): Promise<Uint8Array> {
  const docx = writeDocx((await compileForms(form)).resolved);
  const entries = [...unzip(docx)].map(([name, bytes]) => {
    const xml = new TextDecoder().decode(bytes);
    return { name, bytes: new TextEncoder().encode(name === 'word/document.xml' ? edit(xml) : xml) };
  });
  return zip(entries);
}
/** Puts runs into the control of a key, in place of its dots. */
const typed = (key: string, runs: string) => (xml: string) =>
  xml.replace(
    new RegExp(
      `(<w:tag w:val="${key}"/><w:id w:val="\\d+"/>)<w:showingPlcHdr/>(</w:sdtPr><w:sdtContent>).*?(</w:sdtContent>)`,
    ),
    (_, head: string, middle: string, end: string) => head + middle + runs + end,
  );

describe('in a DOCX', () => {
  test.each([
    [
      'text in several runs',
      '<w:r><w:t>Nhà </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ăn</w:t></w:r>',
      'Nhà ăn',
    ],
    [
      'line breaks and no-break signs',
      '<w:r><w:t>a</w:t><w:br/><w:t>b\u00a0c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>',
      'a\nb c-d',
    ],
    ['letters typed apart from their accents', '<w:r><w:t>Nha\u0300 a\u0306n</w:t></w:r>', 'Nhà ăn'],
    [
      'a tracked insertion and a deletion',
      '<w:ins w:id="90"><w:r><w:t>mới</w:t></w:r></w:ins><w:del w:id="91"><w:r><w:delText>cũ</w:delText></w:r></w:del>',
      'mới',
    ],
    ['dots left behind the words', '<w:r><w:t>Nhà ăn.............</w:t></w:r>', 'Nhà ăn'],
    [
      'dots left in a run of their own keep the end of a sentence',
      '<w:r><w:t>Nhà ăn.</w:t></w:r><w:r><w:t>.............</w:t></w:r>',
      'Nhà ăn.',
    ],
    ['an ellipsis that was typed', '<w:r><w:t>bàn, ghế…</w:t></w:r>', 'bàn, ghế…'],
    ['nothing but spaces', '<w:r><w:t xml:space="preserve">   </w:t></w:r>', ''],
  ])('reads %s', async (_, runs, expected) => {
    expect(textsOf(await read(await edited(typed('tien', runs))))['tien']).toBe(expected);
  });

  test('takes the bookmark where the tag is gone, and tells of a field that is gone', async () => {
    const run = '<w:r><w:t>250 triệu</w:t></w:r>';
    const untagged = await edited((xml) => typed('tien', run)(xml).replace(/<w:tag [^>]*>/g, ''));
    expect(textsOf(await read(untagged))['tien']).toBe('250 triệu');
    const torn = await edited((xml) =>
      xml.replace(/<w:bookmarkStart w:id="\d+" w:name="f_tien"\/><w:sdt>.*?<\/w:sdt>/, run),
    );
    expect(textsOf(await read(torn))['tien']).toBeUndefined();
  });
});

describe('a form to be filled in by hand, typed into in a word processor', () => {
  const hand = async (edit: (xml: string) => string) =>
    textsOf(await read(await edited(edit, fillableForm('hand'))));
  const over = (key: string, runs: string) => (xml: string) =>
    xml.replace(
      new RegExp(`(<w:bookmarkStart w:id="\\d+" w:name="f_${key}"/>).*?(<w:bookmarkEnd )`),
      (_, start: string, end: string) => start + runs + end,
    );

  test('has nothing in it but dots', async () => {
    const given = await hand((xml) => xml);
    expect(Object.keys(given)).toEqual(['ten_don_vi', 'ten', 'tien', 'kq']);
    expect(new Set(Object.values(given))).toEqual(new Set(['']));
  });

  test('gives back what stands in place of the dots, or between them', async () => {
    const instead = over('tien', '<w:r><w:t>250 triệu đồng</w:t></w:r>');
    const between = over('ten', '<w:r><w:t>......Nhà ăn ca.............</w:t></w:r>');
    expect(await hand((xml) => between(instead(xml)))).toMatchObject({
      tien: '250 triệu đồng',
      ten: 'Nhà ăn ca',
    });
  });

  test('tells of a blank whose bookmark is gone', async () => {
    expect(
      await hand((xml) => xml.replace(/<w:bookmarkStart w:id="\d+" w:name="f_kq"\/>/, '')),
    ).toMatchObject({
      kq: undefined,
      tien: '',
    });
  });
});

describe('refuses, in words of its own,', () => {
  test.each([
    ['a PDF with a password', fixture('encrypted.pdf'), /^collect\/encrypted: .*mật khẩu/],
    ['a PDF whose fields are gone', fixture('flattened.pdf'), /^collect\/no-fields: .*không còn ô điền/],
    [
      'a PDF that is cut off',
      new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<'),
      /^collect\/(damaged|no-fields)/,
    ],
    ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /^collect\/picture: .*ảnh/],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /^collect\/old-word: .*\.doc/],
    ['an empty file', new Uint8Array(), /^collect\/empty-file/],
    ['a text', new TextEncoder().encode('Tên: Nhà ăn'), /^collect\/not-a-form/],
    ['a broken ZIP', new TextEncoder().encode('PK\u0003\u0004abc'), /^collect\/damaged/],
    ['another ZIP', zip([{ name: 'a.txt', bytes: new Uint8Array(1) }]), /^collect\/not-a-form/],
  ])('%s', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toMatch(expected);
  });

  test('a paper of ours that is no fillable form', async () => {
    const { pages, resolved } = await compileForms(fillableForm('filled'));
    expect(await refusal(writePdf(pages(), bundledFonts))).toMatch(/^collect\/no-fields/);
    expect(await refusal(writeDocx(resolved))).toMatch(/^collect\/foreign-form/);
    const hand = await compileForms(fillableForm('hand'));
    expect(await refusal(writePdf(hand.pages(), bundledFonts))).toMatch(/^collect\/no-fields/);
  });
});
