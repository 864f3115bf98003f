import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompileContext, compileForm } from '../../src/compile.js';
import { documentText } from '../../src/document/tree-text.js';
import { loadContext } from '../end-to-end/papers.js';
import { PROVINCE, subordinate } from '../end-to-end/superior-plans.js';

const read = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = (path: string): string => new TextDecoder().decode(read(path));
const REGISTER = 'so/don-vi.yaml';
const UNIT = `Đơn vị: ldld-hoa-giang\nSổ đơn vị: ${REGISTER}\n`;

let base: CompileContext;
beforeAll(async () => {
  base = await loadContext();
});

/** Without what the register has of the unit; a field goes on until the next line in the first column. */
const withoutKeys = (form: string, ...keys: readonly string[]): string =>
  form
    .split(/\n(?=\S)/)
    .filter((entry) => !keys.some((key) => entry.startsWith(`${key}:`)))
    .join('\n');

const GIVEN = ['Cơ quan chủ quản', 'Cơ quan ban hành', 'Số, ký hiệu', 'Địa danh', 'Nơi nhận', 'Người ký'];
const named = (form: string, ...more: readonly string[]): string =>
  `${withoutKeys(form, ...GIVEN, 'Ký hiệu người soạn thảo', 'Kế hoạch cấp trên', ...more).replace(/\n*$/, '\n')}${UNIT}`;

function compile(form: string, files: readonly (readonly [string, Uint8Array])[] = []) {
  const all = new Map([[REGISTER, read('samples/don-vi.yaml')] as const, ...files]);
  const { value, diagnostics } = compileForm({ file: 'a.yaml', text: form }, { ...base, files: all });
  return {
    found: diagnostics.map(({ code, message }) => `${code}: ${message}`),
    papers: value ?? [],
    tree: value?.map(({ document }) => documentText(document)).join('\n') ?? '',
  };
}

const WORDS = ['Tổng Liên đoàn Lao động Việt Nam', 'Liên đoàn Lao động tỉnh Hòa Giang', 'Hòa Giang'];

describe('a form that names its unit has the letterhead, the signer and the recipients of the register', () => {
  it.each([
    ['annual-work-plan', 'KH-LĐLĐ'],
    ['conference-plan', 'KH-LĐLĐ'],
    ['emulation-launch-plan', 'KH-LĐLĐ'],
    ['report-outline', 'ĐC-LĐLĐ'],
  ])('%s', (kind, symbol) => {
    const { found, tree } = compile(named(text(`templates/${kind}/sample.yaml`)));
    expect(found).toEqual([]);
    for (const words of [...WORDS, symbol, 'Nguyễn Văn A', 'TM. BAN THƯỜNG VỤ', 'Lưu: VT, VP'])
      expect(tree).toContain(words);
  });

  it('what is sent with another paper bears that one’s symbol', () => {
    const banner = compile(named(text('templates/hall-banner/sample.yaml')));
    expect(banner.found).toEqual([]);
    for (const words of [...WORDS, 'KH-LĐLĐ']) expect(banner.tree).toContain(words);
    const outline = text('templates/report-outline/sample.yaml').replace('văn bản riêng', 'phụ lục');
    const appendix = compile(named(`${outline}Văn bản chính: Hướng dẫn\n`));
    expect(appendix.found).toEqual([]);
    expect(appendix.papers[0]?.form.values['so_ky_hieu']).toMatchObject({ ky_hieu: 'HD-LĐLĐ' });
    const letter = compile(named(`${outline}Văn bản chính: Công văn\n`));
    expect(letter.papers[0]?.form.values['so_ky_hieu'] ?? '').not.toMatchObject({ ky_hieu: 'ĐC-LĐLĐ' });
  });
});

describe('a dossier that names its unit', () => {
  const dossier = named(text('samples/bo-hoi-nghi.yaml'));

  it('gives it to all its papers; forms go out under it, and are filled in by others', () => {
    const { found, papers, tree } = compile(dossier);
    expect(found).toEqual([]);
    for (const words of [...WORDS, 'KH-LĐLĐ', 'Nguyễn Văn A', 'Lưu: VT, VP']) expect(tree).toContain(words);
    expect(papers.length).toBeGreaterThan(0);
    const list = papers[0]?.form.values['van_ban'] as readonly Record<string, unknown>[];
    const form = list.find((values) => 'cac_muc' in values);
    expect(form).toMatchObject({
      co_quan_chu_quan: 'Liên đoàn Lao động tỉnh Hòa Giang',
      co_quan_ban_hanh: '',
      don_vi: '',
    });
  });

  it('that the register does not have is said once', () => {
    const { found } = compile(dossier.replace('ldld-hoa-giang', 'ldld-hoa-gian'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^unit\/unknown: .*"ldld-hoa-gian"/);
  });
});

describe('a superior’s plan that names its unit', () => {
  const province = named(PROVINCE).replace(REGISTER, 'don-vi.yaml');
  const own = subordinate('  Tệp: so/tinh.yaml\n  Số, ký hiệu: 91/KH-LĐLĐ\n  Ngày ban hành: 12/9/2024\n');

  it('gives what the register says, found beside the plan', () => {
    const { found, tree } = compile(own, [['so/tinh.yaml', new TextEncoder().encode(province)]]);
    expect(found).toEqual([]);
    expect(tree).toContain('Liên đoàn Lao động tỉnh Hòa Giang');
  });

  it('whose register was not loaded is said in words', () => {
    const alone = province.replace('don-vi.yaml', 'khac.yaml');
    const { found } = compile(own, [['so/tinh.yaml', new TextEncoder().encode(alone)]]);
    expect(found.join()).toContain('Tệp biểu mẫu "so/tinh.yaml" còn chỗ sai');
    expect(found.join()).toContain('khac.yaml');
  });
});
