import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompileContext, compileForm } from '../../src/compile.js';
import { hasErrors } from '../../src/diagnostic/diagnostic.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { loadContext } from '../end-to-end/papers.js';
import { compileRow, plan, type Source, sampleText, TABLE } from './over-form.js';

let base: CompileContext;
beforeAll(async () => {
  base = await loadContext();
});
const compile = (
  source: Source,
  cells: Readonly<Record<string, string>>,
  more?: Parameters<typeof compileRow>[3],
) => compileRow(base, source, cells, more);

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

describe('cells and typed values', () => {
  it('give the same values and findings whatever their texts are', () => {
    const text = plan().text;
    const line = fc
      .stringMatching(/^[A-Za-zĐđạếữ0-9 .,;()/-]{1,40}$/)
      .filter((typed) => typed.trim() === typed && /^[A-ZĐ]/.test(typed));
    fc.assert(
      fc.property(line, line, (subject, place) => {
        const cells = { 'Trích yếu': subject, 'Địa danh': place };
        const typed = text
          .replace('Trích yếu: Tổ chức Hội nghị', `Trích yếu: ${subject}`)
          .replace('Địa danh: Hòa Giang', `Địa danh: ${place}`);
        const over = compile({ file: 'a.yaml', text }, cells);
        const plain = compileForm({ file: 'a.yaml', text: typed }, base);
        expect(over.form?.values).toEqual(plain.value?.[0]?.form.values);
        expect(over.papers?.[0]?.facts()).toBe(plain.value?.[0]?.facts());
        const said = (all: readonly { message: string }[]) => all.map(({ message }) => message).sort();
        expect(said(over.diagnostics)).toEqual(said(plain.diagnostics));
      }),
      { numRuns: 60 },
    );
  });
});
