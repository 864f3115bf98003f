import { beforeAll, describe, expect, it } from 'vitest';
import { type CompileContext, compileForm, referencedFiles } from '../../src/compile.js';
import { loadContext } from '../end-to-end/papers.js';
import { PROVINCE, STAMPED, subordinate } from '../end-to-end/superior-plans.js';
import { compileRow, plan, type Source, sample, sampleText, TABLE } from './over-form.js';

let base: CompileContext;
beforeAll(async () => {
  base = await loadContext();
});
const compile = (
  source: Source,
  cells: Readonly<Record<string, string>>,
  more?: Parameters<typeof compileRow>[3],
) => compileRow(base, source, cells, more);

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

describe('a row over a plan that carries out its superior’s', () => {
  const files = { 'tinh.yaml': new TextEncoder().encode(PROVINCE) };
  const source = { file: 'cdcs.yaml', text: subordinate(STAMPED('tinh.yaml')) };
  const breaches = (cells: Readonly<Record<string, string>>) =>
    compile(source, cells, { files }).diagnostics.filter(({ code }) => code.startsWith('superior/'));

  it('is held against the superior’s figures, at its cell', () => {
    expect(breaches({ 'Địa danh': 'Sông Đào' })).toEqual([]);
    const found = breaches({ 'Hội nghị của đơn vị.Số đại biểu': '900' });
    const [finding, ...others] = found.filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', place: { ...TABLE, cell: 'A2' } });
  });

  it('may have another number than the superior’s file, which is said at its cell; the form’s own is none', () => {
    const head = 'Kế hoạch cấp trên.Số, ký hiệu';
    const [finding, ...others] = breaches({ [head]: '91/KH-TLĐ' });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'superior/other-number', place: { ...TABLE, cell: 'A2' } });
    expect(finding?.message).toContain('KH-TLĐ');
  });

  it('may name the superior’s file itself', () => {
    const bare = { ...source, text: source.text.replace('Tệp: tinh.yaml', 'Tệp: khac.yaml') };
    expect(bare.text).not.toBe(source.text);
    const made = compile(bare, { 'Kế hoạch cấp trên.Tệp': 'tinh.yaml' }, { files });
    expect(made.shown).toEqual([]);
    expect(made.at('ke_hoach_cap_tren.co_quan_ban_hanh')).toBe('Liên đoàn Lao động tỉnh Hòa Giang');
    const [unread] = compile(source, { 'Kế hoạch cấp trên.Tệp': 'khac.yaml' }, { files }).diagnostics;
    expect(unread).toMatchObject({ code: 'file/unread', place: { ...TABLE, cell: 'A2' } });
  });

  it('is read once for many rows, and says the same to each', () => {
    const cells = { 'Hội nghị của đơn vị.Số đại biểu': '900' };
    const first = breaches(cells);
    expect(breaches({ 'Địa danh': 'Nơi khác' })).toEqual([]);
    expect(breaches(cells)).toEqual(first);
  });
});
