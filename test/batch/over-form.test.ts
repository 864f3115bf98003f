import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readColumns } from '../../src/batch/columns.js';
import { rowLayer } from '../../src/batch/row-layer.js';
import { type CompileContext, compileForm, fieldsOfForm, referencedFiles } from '../../src/compile.js';
import { hasErrors } from '../../src/diagnostic/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { valueAt } from '../../src/form/value-at.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { loadContext } from '../end-to-end/papers.js';

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const sampleText = (name: string): string => new TextDecoder().decode(sample(name));
let base: CompileContext;
beforeAll(async () => {
  base = await loadContext();
});

const TABLE = { file: 'units.xlsx', sheet: 'Sheet1' };

interface Source {
  readonly file: string;
  readonly text: string;
}

/** Compiles a form with one row over it: cells under their heads. `row` as the spreadsheet counts. */
function compile(
  source: Source,
  cells: Readonly<Record<string, string>>,
  { row = 2, files = {} }: { row?: number; files?: Readonly<Record<string, Uint8Array>> } = {},
) {
  const fields = fieldsOfForm(source, base.kinds).value ?? [];
  const head = { row: 1, texts: Object.keys(cells) };
  const columns = readColumns(head as never, TABLE as never, fields, []);
  expect(columns.diagnostics).toEqual([]);
  const over = [rowLayer(columns.value ?? [], { row, texts: Object.values(cells) } as never, TABLE as never)];
  const context = { ...base, over, files: new Map(Object.entries(files)) };
  const { value, diagnostics } = compileForm(source, context);
  const shown = renderDiagnostics(diagnostics, { style: 'short', source: () => source.text });
  const forms = value?.map(({ form }) => form) ?? [];
  return {
    papers: value,
    diagnostics,
    shown: shown.trimEnd().split('\n').filter(Boolean),
    forms,
    form: forms[0],
    at: (path: string) => forms[0] && valueAt(forms[0].values, path),
    over,
  };
}

const plan = (lines = ''): Source => ({
  file: 'a.yaml',
  text: `Loại văn bản: Kế hoạch\nCơ quan ban hành: Liên đoàn Lao động tỉnh\nSố, ký hiệu: 7/KH-LĐLĐ\nĐịa danh: Hòa Giang\nNgày ban hành: 5/2/2026\nTrích yếu: Tổ chức Hội nghị\nNội dung: |\n  I. MỤC ĐÍCH\n  1. Một\n  2. Hai\nNơi nhận:\n  - Như trên\n  - Lưu: VT\nNgười ký:\n  Quyền hạn: TM. BAN THƯỜNG VỤ\n  Chức vụ: CHỦ TỊCH\n  Họ tên: Nguyễn Văn A\n${lines}`,
});

describe('a row over a form', () => {
  it('wins in texts, dates, numbers, lists, groups, persons and outlines, each at its cell', () => {
    const { form, at, shown } = compile(plan(), {
      'Cơ quan ban hành': 'Công đoàn phường Tân Hòa',
      'Ngày ban hành': '12/9/2026',
      'Số, ký hiệu.Số': '05',
      'Nơi nhận': 'Công đoàn cơ sở\nLưu: CĐ',
      'Người ký.Họ tên': 'Trần Thị B',
      'Nội dung': 'I. YÊU CẦU\n1. Gọn\n2. Nhẹ',
    });
    expect(shown).toEqual([]);
    expect(form?.values).toMatchObject({
      co_quan_ban_hanh: 'Công đoàn phường Tân Hòa',
      ngay_ban_hanh: '2026-09-12',
      so_ky_hieu: { so: '05', ky_hieu: 'KH-LĐLĐ' },
      noi_nhan: ['Công đoàn cơ sở', 'Lưu: CĐ'],
      nguoi_ky: { quyen_han: ['TM. BAN THƯỜNG VỤ'], chuc_vu: 'CHỦ TỊCH', ho_ten: 'Trần Thị B' },
    });
    expect(at('noi_dung')).toBe('I. YÊU CẦU\n1. Gọn\n2. Nhẹ');
    expect(form?.locate('co_quan_ban_hanh')).toEqual({ ...TABLE, cell: 'A2' });
    expect(form?.locate('noi_nhan.1')).toEqual({ ...TABLE, cell: 'D2' });
    expect(form?.locate('nguoi_ky.ho_ten')).toEqual({ ...TABLE, cell: 'E2' });
    expect(form?.locate('nguoi_ky.chuc_vu')).toMatchObject({ file: 'a.yaml' });
    expect(form?.locate('noi_dung', 3, 8)).toEqual({ ...TABLE, cell: 'F2' });
    expect(form?.overridden).toBeUndefined();
  });

  it('leaves what an empty cell does not say', () => {
    const { at, form } = compile(plan(), { 'Địa danh': ' ', 'Trích yếu': 'Khác' });
    expect(at('dia_danh')).toBe('Hòa Giang');
    expect(at('trich_yeu')).toBe('Khác');
    expect(form?.locate('dia_danh')).toMatchObject({ file: 'a.yaml' });
  });

  it('gives what the form lacks or leaves empty', () => {
    const bare = {
      ...plan(),
      text: plan().text.replace('Cơ quan ban hành: Liên đoàn Lao động tỉnh\n', 'Cơ quan ban hành:\n'),
    };
    expect(compile(bare, { 'Địa danh': 'X' }).shown.join('\n')).toContain('a.yaml:2');
    expect(compile(bare, { 'Cơ quan ban hành': 'Công đoàn X' }).shown).toEqual([]);
    const without = { ...plan(), text: bare.text.replace('Cơ quan ban hành:\n', '') };
    expect(compile(without, { 'Địa danh': 'X' }).papers).toBeUndefined();
    expect(compile(without, { 'Cơ quan ban hành': 'Công đoàn X' }).shown).toEqual([]);
  });

  it('is told at its cell what is wrong with it', () => {
    const { papers, diagnostics } = compile(
      plan(),
      { 'Địa danh': 'X', 'Ngày ban hành': '31/2/2026' },
      { row: 9 },
    );
    expect(papers).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      place: { ...TABLE, cell: 'B9' },
      actual: '31/2/2026',
    });
  });

  it('makes good what is wrong in the form there', () => {
    const wrong = { ...plan(), text: plan().text.replace('5/2/2026', '31/2/2026') };
    expect(hasErrors(compile(wrong, { 'Địa danh': 'X' }).diagnostics)).toBe(true);
    expect(compile(wrong, { 'Ngày ban hành': '28/2/2026' }).shown).toEqual([]);
  });

  it('says nothing to the next row over the same form', () => {
    const source = plan();
    const first = compile(source, { 'Địa danh': 'Một', 'Nơi nhận': 'A\nB' }).form;
    const second = compile(source, { 'Trích yếu': 'Hai' }).form;
    const bare = compileForm(source, base).value?.[0]?.form;
    const fresh = compileForm(plan(), base).value?.[0]?.form;
    expect(first?.values['dia_danh']).toBe('Một');
    expect(second?.values).toEqual({ ...fresh?.values, trich_yeu: 'Hai' });
    expect(bare?.values).toEqual(fresh?.values);
    expect(bare?.locate('dia_danh')).toEqual(fresh?.locate('dia_danh'));
    expect(compile(source, { 'Ngày ban hành': '31/2/2026' }).papers).toBeUndefined();
    expect(compile(source, { 'Địa danh': 'Một' }).shown).toEqual([]);
  });

  it('reads a form anew whose text is another', () => {
    const source = { ...plan() };
    compileForm(source, base);
    source.text = source.text.replace('Hòa Giang', 'Nơi khác');
    expect(compileForm(source, base).value?.[0]?.form.values['dia_danh']).toBe('Nơi khác');
  });

  it.each([
    ['ke-hoach-hoi-nghi.yaml', 'Địa danh'],
    ['ke-hoach-hoi-nghi.yaml', 'Cơ quan ban hành'],
    ['ke-hoach-hoi-nghi.yaml', 'Ngày ban hành'],
    ['ke-hoach-hoi-nghi.yaml', 'Trích yếu'],
    ['bo-hoi-nghi.yaml', 'Cơ quan ban hành'],
    ['bo-hoi-nghi.yaml', 'Địa danh'],
  ])('gives of %s with a cell for %s the bytes of a form with the same words typed', (name, label) => {
    const text = sampleText(name);
    const typed = new RegExp(`^${label}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    expect(typed).not.toBe('');
    const emptied = { file: name, text: text.replace(`${label}: ${typed}`, `${label}: Tạm`) };
    const over = compile(emptied, { [label]: typed }).papers ?? [];
    const plain = compileForm({ file: name, text }, base).value ?? [];
    expect(over).toHaveLength(plain.length);
    for (const [index, paper] of plain.entries()) {
      const other = over[index]!;
      expect(other.facts()).toBe(paper.facts());
      const docx = (one: typeof paper) => Buffer.from(writeDocx(one.resolved, { facts: one.facts() }));
      const pdf = (one: typeof paper) =>
        Buffer.from(writePdf(one.pages(), base.fonts, { facts: one.facts() }));
      expect(docx(other).equals(docx(paper))).toBe(true);
      expect(pdf(other).equals(pdf(paper))).toBe(true);
    }
  });
});

describe('a row that names a unit', () => {
  const files = { 'don-vi.yaml': sample('don-vi.yaml') };
  const source = plan('Sổ đơn vị: don-vi.yaml\n');

  it('has its letterhead and its signer over those of the form, and the form’s recipients', () => {
    const { form, at } = compile(source, { 'Đơn vị': 'cdcs-may-song-dao' }, { files });
    expect(form?.values).toMatchObject({
      co_quan_chu_quan: 'Công đoàn xã Sông Đào',
      co_quan_ban_hanh: 'Công đoàn cơ sở Công ty Cổ phần May Sông Đào',
      so_ky_hieu: { so: '7', ky_hieu: 'KH-CĐCS' },
      dia_danh: 'Sông Đào',
      nguoi_ky: { ho_ten: 'Bùi Thị K' },
      noi_nhan: ['Như trên', 'Lưu: VT'],
    });
    expect(at('don_vi')).toBe('cdcs-may-song-dao');
  });

  it('keeps what its other cells say', () => {
    const { at } = compile(source, { 'Đơn vị': 'cdcs-may-song-dao', 'Địa danh': 'Nơi khác' }, { files });
    expect(at('dia_danh')).toBe('Nơi khác');
    expect(at('co_quan_ban_hanh')).toBe('Công đoàn cơ sở Công ty Cổ phần May Sông Đào');
  });

  it('takes the place of the unit that the form names', () => {
    const named = plan('Sổ đơn vị: don-vi.yaml\nĐơn vị: ldld-hoa-giang\n');
    expect(compile(named, { 'Đơn vị': 'cdcs-may-song-dao' }, { files }).at('dia_danh')).toBe('Sông Đào');
    // Only what the form names lies under what it says.
    expect(compile(named, { 'Trích yếu': 'X' }, { files }).at('co_quan_ban_hanh')).toBe(
      'Liên đoàn Lao động tỉnh',
    );
  });

  it('is told at the cell that the register has no such unit', () => {
    const { diagnostics } = compile(source, { STT: '1', 'Đơn vị': 'cdcs-khong-co' }, { files, row: 4 });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'unit/unknown', place: { ...TABLE, cell: 'B4' } });
  });

  it('may name the register too, and is told at the cell what cannot be read', () => {
    const cells = { 'Đơn vị': 'cdcs-may-song-dao', 'Sổ đơn vị': 'don-vi.yaml' };
    expect(compile(plan(), cells, { files }).at('dia_danh')).toBe('Sông Đào');
    const { diagnostics } = compile(plan(), cells);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'file/unread', place: { ...TABLE, cell: 'B2' } });
  });

  it('takes its day for who was there', () => {
    const { diagnostics } = compile(
      source,
      { 'Đơn vị': 'cdcs-may-song-dao', 'Ngày ban hành': '5/2/1990' },
      { files },
    );
    for (const { place } of diagnostics.filter(({ code }) => code === 'unit/not-there'))
      expect(place).toEqual({ ...TABLE, cell: 'A2' });
  });
});

describe('the files that rows name', () => {
  it('are those of the form and of the cells, each once', () => {
    const source = plan('Sổ đơn vị: a.yaml\n');
    const { over } = compile(source, { 'Sổ đơn vị': 'b.yaml' });
    expect(referencedFiles(source, base.kinds)).toEqual(['a.yaml']);
    expect(referencedFiles(source, base.kinds, over)).toEqual(['a.yaml', 'b.yaml']);
  });
});

describe('a row over a dossier', () => {
  const source = { file: 'bo.yaml', text: sampleText('bo-hoi-nghi.yaml') };

  it('wins over the shared facts, in every paper', () => {
    const { papers, forms } = compile(source, { 'Địa danh': 'Tân Hòa', 'Sự kiện.Lần thứ': 'IX' });
    expect(papers).toBeDefined();
    const plain = compileForm(source, base).value?.map(({ form }) => JSON.stringify(form.values)) ?? [];
    const own = forms.map(({ values }) => JSON.stringify(values));
    const said = (all: readonly string[], place: string) =>
      all.join('').split(`"dia_danh":"${place}"`).length - 1;
    expect(said(plain, 'Hòa Giang')).toBeGreaterThan(1);
    expect(said(own, 'Tân Hòa')).toBe(said(plain, 'Hòa Giang'));
    expect(said(own, 'Hòa Giang')).toBe(0);
  });

  it('goes to a paper that has the fact under another key', () => {
    const { forms } = compile(source, { 'Cơ quan ban hành': 'Liên đoàn Lao động tỉnh Thử' });
    const values = forms.flatMap(
      (form) => (form.values['van_ban'] as unknown as Record<string, string>[]) ?? [],
    );
    const under = values.filter((one) => one['co_quan_chu_quan'] === 'Liên đoàn Lao động tỉnh Thử');
    expect(under.length).toBeGreaterThan(0);
  });

  it('wins over what a paper says itself, and is no contradiction of it', () => {
    const text = source.text.replace(
      '    Cách gửi: văn bản chính\n',
      '    Cách gửi: văn bản chính\n    Địa danh: Riêng\n',
    );
    const typed = compileForm({ file: 'bo.yaml', text }, base);
    expect(typed.diagnostics.map(({ code }) => code)).toContain('dossier/contradiction');
    const { at, diagnostics } = compile({ file: 'bo.yaml', text }, { 'Địa danh': 'Tân Hòa' });
    expect(at('dia_danh')).toBe('Tân Hòa');
    expect(diagnostics.map(({ code }) => code)).not.toContain('dossier/contradiction');
  });

  it('gives number and subject to the main paper alone', () => {
    const { forms } = compile(source, { 'Trích yếu': 'Việc của riêng đơn vị' });
    const [main, ...others] = (forms[0]?.values['van_ban'] ?? []) as unknown as Record<string, string>[];
    expect(main?.['trich_yeu']).toBe('Việc của riêng đơn vị');
    for (const other of others) expect(other['trich_yeu']).not.toBe('Việc của riêng đơn vị');
  });

  it('is told once, at its cell, what is wrong in every paper', () => {
    const { diagnostics, papers } = compile(source, { 'Ngày ban hành': '31/2/2026' });
    expect(papers).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ place: { ...TABLE, cell: 'A2' } });
    expect(diagnostics[0]?.message).not.toContain('mục');
  });

  it('leaves the next row nothing', () => {
    const fresh = compileForm({ ...source }, base).value?.map((paper) => paper.facts());
    compile(source, { 'Địa danh': 'Tân Hòa', 'Nơi nhận': 'Một\nHai' });
    expect(compileForm(source, base).value?.map((paper) => paper.facts())).toEqual(fresh);
  });

  it('may have a register of which each paper takes its symbol', () => {
    const files = { 'don-vi.yaml': sample('don-vi.yaml') };
    const cells = { 'Đơn vị': 'cdcs-may-song-dao', 'Sổ đơn vị': 'don-vi.yaml' };
    const { at, diagnostics } = compile(source, cells, { files });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(at('co_quan_ban_hanh')).toBe('Công đoàn cơ sở Công ty Cổ phần May Sông Đào');
    expect(at('so_ky_hieu.ky_hieu')).toBe('KH-CĐCS');
  });
});
