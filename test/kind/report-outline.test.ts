import { beforeAll, describe, expect, test, vi } from 'vitest';
import { compileForm } from '../../src/compile.js';
import type { Document } from '../../src/document/ast.js';
import type { Kind } from '../../src/kind/kind.js';
import { describeRandomForms } from './describe-structured.js';
import {
  contextOf,
  expectGolden,
  holesOf,
  labelsOf,
  loadStructured,
  optionalPaths,
  sampleValues,
  textsOf,
  treeOf,
  type Values,
  without,
} from './structured-kind.js';

vi.setConfig({ testTimeout: 120_000 });

let kind: Kind;
let sample: Values;
beforeAll(async () => {
  kind = await loadStructured('report-outline');
  sample = sampleValues(kind);
});

const shown = (way: string, values: Values = sample): Document =>
  treeOf(kind, { ...values, cach_trinh_bay: way });

test('the sample', () => {
  expectGolden('report-outline', treeOf(kind, sample));
});

describe('the way it is sent:', () => {
  const typesOf = (document: Document) => document.sections[0]!.blocks.map(({ type }) => type);

  test('a paper of its own has letterhead and signature, and goes with no other', () => {
    const document = shown('van_ban_rieng');
    expect(document.sections.map(({ role }) => role)).toEqual(['main']);
    expect(document.attachedTo).toBeUndefined();
    expect(typesOf(document)).toEqual(expect.arrayContaining(['letterhead', 'title', 'signature']));
    expect(document.sections[0]!.blocks[1]).toMatchObject({ ruled: true });
  });

  test('a paper of its own that nobody signs has no signature', () => {
    const values = without(sample, 'nguoi_ky', kind.definition.fields);
    expect(typesOf(shown('van_ban_rieng', values))).not.toContain('signature');
  });

  test('sent with a paper: title and text, and on request the reference line', () => {
    const document = shown('gui_kem');
    expect(document.sections.map(({ role }) => role)).toEqual(['enclosure']);
    expect(typesOf(document)).not.toContain('letterhead');
    expect(document.sections[0]!.blocks[0]).toMatchObject({ type: 'title', ruled: false });
    expect(document.sections[0]!.blocks[0]).not.toHaveProperty('hasReferenceLine');
    expect(shown('gui_kem', { ...sample, dong_kem_theo: 'co' }).sections[0]!.blocks[0]).toMatchObject({
      hasReferenceLine: true,
    });
  });

  test('an appendix has the reference line of the paper that it goes with', () => {
    const document = shown('phu_luc');
    expect(document.sections.map(({ role }) => role)).toEqual(['appendix']);
    expect(typesOf(document)).not.toContain('letterhead');
    expect(document.attachedTo).toMatchObject({
      kindName: 'Kế hoạch',
      letterhead: { reference: { number: '37', symbol: 'ĐC-LĐLĐ' } },
      appendices: { before: 0, count: 1 },
    });
  });

  test('which is printed, and nothing asks the appendix to point to itself', () => {
    const text = kind.sample.replace('Cách trình bày: văn bản riêng', 'Cách trình bày: phụ lục');
    const { value, diagnostics } = compileForm({ file: 'f.yaml', text }, contextOf(kind));
    expect(diagnostics).toEqual([]);
    const printed = value![0]!
      .pages()
      .pages.flatMap(({ items }) => items.flatMap((item) => (item.type === 'text' ? [item.text] : [])));
    const words = printed
      .join('')
      .replace(/[\s\u00a0]/g, '')
      .replaceAll('\u2011', '-');
    expect(words).toContain('(KèmtheoKếhoạchsố37/ĐC-LĐLĐngày05tháng01năm2026củaLiênđoànLaođộngtỉnhHòaGiang)');
  });
});

describe('its parts:', () => {
  const styled = (kieu: string): Document =>
    treeOf(kind, { ...sample, bo_cuc: { ...(sample['bo_cuc'] as Values), kieu } });

  test('numbered, or with dashes and plus signs', () => {
    expect(labelsOf(styled('so')).filter((label) => /^[IVX]+\.$/.test(label))).toEqual([
      'I.',
      'II.',
      'III.',
      'IV.',
    ]);
    expect(labelsOf(styled('gach'))).toEqual([]);
    const units = styled('gach').sections[0]!.blocks.flatMap((block) =>
      block.type === 'unit' ? [block] : [],
    );
    expect(new Set(units.map(({ label }) => label))).toEqual(new Set(['-', '+']));
    expect(units[0]!.content).toMatchObject([{ italic: true }, { italic: true, text: ':' }]);
    expect(textsOf(styled('gach'))).toContain('ĐẶC ĐIỂM TÌNH HÌNH:');
  });

  test('a dash with nothing below it is no heading', () => {
    const parts = [{ ten: 'Kiến nghị', y: [], noi_dung_khac: '' }];
    const values = { ...(sample['bo_cuc'] as Values), kieu: 'gach', danh_sach: parts };
    expect(textsOf(treeOf(kind, { ...sample, bo_cuc: values }))).toContain('Kiến nghị.');
  });

  test('no hole where any one field is left out', () => {
    for (const way of ['van_ban_rieng', 'gui_kem', 'phu_luc'])
      for (const path of optionalPaths(kind.definition.fields)) {
        const values = without(sample, path, kind.definition.fields);
        const document = path === 'cach_trinh_bay' ? treeOf(kind, values) : shown(way, values);
        const holes = holesOf(document).filter(
          (hole) => path !== 'bo_cuc.danh_sach.0.y' || !hole.startsWith('nothing'),
        );
        expect({ way, path, holes }).toEqual({ way, path, holes: [] });
      }
  });
});

describeRandomForms(() => kind);
