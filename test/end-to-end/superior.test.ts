import { beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../src/collect/read-facts.js';
import { type CompileContext, compileForm, referencedFiles } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { documentText } from '../../src/document/tree-text.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { signPdf } from '../collect/sign-pdf.js';
import { compileText, loadContext } from './papers.js';
import { PROVINCE, STAMPED, subordinate } from './superior-plans.js';

const BREACHES = /^(?:superior|facts|file)\//;
const breachesIn = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter(({ code }) => BREACHES.test(code));

let context: CompileContext;
let superiors: Readonly<Record<string, Uint8Array>>;
beforeAll(async () => {
  context = await loadContext();
  const { paper } = compileText('tinh.yaml', PROVINCE, context);
  const facts = paper.facts();
  const pdf = writePdf(paper.pages(), context.fonts, { facts });
  superiors = {
    'tinh.yaml': new TextEncoder().encode(PROVINCE),
    'tinh.docx': writeDocx(paper.resolved, { facts }),
    'tinh.pdf': pdf,
    'tinh-da-ky.pdf': await signPdf(pdf),
  };
});

/** Compiles a subordinate's form with the superior's file at hand. */
async function compile(file: string, change: (form: string) => string = (form) => form) {
  const bytes = superiors[file];
  const read = bytes === undefined || file.endsWith('.yaml') ? undefined : await readFacts(file, bytes);
  const text = change(subordinate(STAMPED(file)));
  const made = compileForm(
    { file: 'don-vi/cdcs.yaml', text },
    {
      ...context,
      files: bytes === undefined ? new Map() : new Map([[file, bytes]]),
      carriedFacts: read === undefined ? new Map() : new Map([[file, read]]),
    },
  );
  return { ...made, text, breaches: breachesIn(made.diagnostics) };
}
const replaced = (from: string, to: string) => (form: string) => {
  expect(form).toContain(from);
  return form.replace(from, to);
};

const FILES = ['tinh.yaml', 'tinh.docx', 'tinh.pdf', 'tinh-da-ky.pdf'];

describe.each(FILES)('the superior’s plan as %s', (file) => {
  test('lets pass what keeps to it, and gives the basis line with the stamped number', async () => {
    const { value, diagnostics } = await compile(file);
    expect(diagnostics.filter(({ severity }) => severity !== 'remark')).toEqual([]);
    expect(breachesIn(diagnostics)).toEqual([]);
    const words = documentText(value![0]!.document).replace(/\s+/g, ' ');
    expect(words).toContain('91/KH-LĐLĐ');
    expect(words).toContain('Tổ chức Hội nghị biểu dương');
    expect(JSON.stringify(value![0]!.form.values['ke_hoach_cap_tren'])).toContain(
      'Liên đoàn Lao động tỉnh Hòa Giang',
    );
  });

  test('faults 183 delegates of 260 people, at both places', async () => {
    const { breaches } = await compile(file, replaced('Số đại biểu: 180', 'Số đại biểu: 183'));
    expect(breaches).toHaveLength(1);
    const [breach] = breaches as [Diagnostic];
    expect(breach).toMatchObject({ code: 'superior/delegates', severity: 'error', actual: '183' });
    expect(breach.message).toContain('70 % của 260 = 182');
    const shown = renderDiagnostics([breach], {
      style: 'human',
      source: (name) => (name === 'don-vi/tinh.yaml' ? PROVINCE : undefined),
    });
    expect(shown).toContain('don-vi/cdcs.yaml');
    expect(shown).toContain('từ 100 đến dưới 300: 70 %, không quá 200');
    expect(shown).toContain(
      file.endsWith('.yaml')
        ? 'don-vi/tinh.yaml:14:10: kế hoạch cấp trên ghi'
        : `don-vi/${file}: Cấp tổ chức (mục 1) > Số lượng (mục 2): kế hoạch cấp trên ghi`,
    );
  });

  test('takes "trước 10/3/2025" as not met on that day', async () => {
    const { breaches } = await compile(file, replaced('Chủ nhật, ngày 09/3', 'thứ Hai, ngày 10/3'));
    expect(breaches).toMatchObject([{ code: 'superior/conference-day', severity: 'error' }]);
    expect(breaches[0]!.related).toHaveLength(1);
  });

  test('cites it in whose name it was issued', async () => {
    const named = PROVINCE.replace('Trích yếu:', 'Nhân danh: Ban Thường vụ LĐLĐ tỉnh\nTrích yếu:');
    const { paper } = compileText('tinh.yaml', named, context);
    superiors = { ...superiors, 'nhan-danh.docx': writeDocx(paper.resolved, { facts: paper.facts() }) };
    const { value } = await compile('nhan-danh.docx');
    const words = documentText(value![0]!.document).replace(/\s+/g, ' ');
    expect(words).toContain('ngày 12 tháng 9 năm 2024 của Ban Thường vụ LĐLĐ tỉnh về việc');
  });

  test('cites it without the marks of bold', async () => {
    const bold = PROVINCE.replace('Hạn: trước 10/3/2025', 'Hạn: trước **10/3/2025**');
    superiors = { ...superiors, 'dam.yaml': new TextEncoder().encode(bold) };
    const { breaches } = await compile('dam.yaml', replaced('Chủ nhật, ngày 09/3', 'thứ Hai, ngày 10/3'));
    expect(breaches[0]!.message).toMatch(/: trước ngày 10\/3\/2025 \(không tính ngày 10\/3\)$/);
    expect(breaches[0]!.related![0]!.message).toBe('kế hoạch cấp trên ghi "trước 10/3/2025"');
  });
});

describe('what a subordinate says otherwise than its superior', () => {
  test.each([
    ['Đại biểu điển hình: 130', 'Đại biểu điển hình: 125', 'superior/share', 'warning'],
    ['Đại biểu khách mời: 20', 'Đại biểu khách mời: 28', 'superior/share', 'warning'],
    ['Đoàn Chủ tịch: 5', 'Đoàn Chủ tịch: 6', 'superior/presidium', 'warning'],
    ['Đoàn Chủ tịch: 5', 'Đoàn Chủ tịch: 2', 'superior/presidium', 'warning'],
    ['Đoàn Chủ tịch điển hình: 2', 'Đoàn Chủ tịch điển hình: 0', 'superior/presidium', 'warning'],
    ['trước ngày 20/3/2025', 'chậm nhất ngày 20/3/2025', 'superior/deadline', 'error'],
    ['  Số người: 260\n', '', 'superior/no-headcount', 'remark'],
    ['  Số, ký hiệu: 91/KH-LĐLĐ\n', '', 'superior/no-number', 'warning'],
    ['  Ngày ban hành: 12/9/2024\n', '', 'superior/no-number', 'warning'],
    ['Số, ký hiệu: 91/KH-LĐLĐ', 'Số, ký hiệu: 91/KH-TLĐ', 'superior/other-number', 'remark'],
    ['  Cấp: CĐCS\n', '', 'superior/no-level', 'remark'],
  ])('%s > %s', async (from, to, code, severity) => {
    const { breaches } = await compile('tinh.pdf', replaced(from, to));
    expect(breaches).toMatchObject([{ code, severity }]);
  });

  test.each([
    ['the boundary of a share', 'Đại biểu điển hình: 130', 'Đại biểu điển hình: 126'],
    ['the boundary of the delegates', 'Số đại biểu: 180', 'Số đại biểu: 182'],
    [
      'a deadline in other words',
      'Hạn báo cáo: trước ngày 20/3/2025',
      'Hạn báo cáo: chậm nhất ngày 19/3/2025',
    ],
    ['another level, of which nothing is set', '  Cấp: CĐCS\n', '  Cấp: công đoàn xã\n'],
    ['a day that is not said', '08 giờ 00, Chủ nhật, ngày 09/3/2025', 'trong tháng 3'],
  ])('is no fault at %s', async (_, from, to) => {
    const { breaches } = await compile('tinh.pdf', replaced(from, to));
    expect(breaches).toEqual([]);
  });

  test('of an estimate of the superior is a remark', async () => {
    const { breaches } = await compile('tinh.pdf', (form) =>
      form
        .replace('Cấp: CĐCS', 'Cấp: LĐLĐ tỉnh')
        .replace('Số đại biểu: 180', 'Số đại biểu: 260')
        .replace('Chủ nhật, ngày 09/3/2025', 'ngày 02/6/2025'),
    );
    expect(breaches.map(({ code, severity }) => [code, severity])).toEqual([
      ['superior/delegates', 'remark'],
      ['superior/conference-day', 'remark'],
    ]);
  });

  /** What it sets for the unions below it. */
  const withLevel = (level: string) => (form: string) =>
    form.replace('Nơi nhận:', `Cấp tổ chức:\n  - Cấp: CĐCS\n${level}Nơi nhận:`);
  test.each([
    ['    Thời gian: trước 15/3/2025\n', 'superior/deadline', 'error'],
    ['    Báo cáo: chậm nhất ngày 20/3/2025\n', 'superior/deadline', 'error'],
    ['    Đại biểu điển hình: không dưới 65%\n', 'superior/share', 'warning'],
    ['    Đại biểu khách mời: không quá 20%\n', 'superior/share', 'warning'],
  ])('for a level below it: %s', async (level, code, severity) => {
    const { breaches } = await compile('tinh.pdf', withLevel(level));
    expect(breaches).toMatchObject([{ code, severity }]);
  });

  test.each([
    '    Thời gian: trước 10/3/2025\n    Báo cáo: chậm nhất ngày 19/3/2025\n',
    '    Đại biểu điển hình: không dưới 75%\n    Đại biểu khách mời: không quá 10%\n',
    '    Đại biểu khách mời: không dưới 20%\n',
  ])('is no fault for a level below it: %s', async (level) => {
    const { breaches } = await compile('tinh.pdf', withLevel(level));
    expect(breaches).toEqual([]);
  });

  test.each([
    ['không quá 100', []],
    ['dưới 100: toàn thể; từ 100 trở lên: 70 %, không quá 100', []],
    ['dưới 100: toàn thể; từ 100 trở lên: 70 %, không quá 120', ['superior/limit']],
  ])('by bands of its own under one number of the superior: %s', (own, codes) => {
    const typed = '  Cấp tổ chức:\n    - Cấp: công đoàn xã\n      Số lượng: không quá 100';
    const text = subordinate(typed).replace(
      'Nơi nhận:',
      `Cấp tổ chức:\n  - Cấp: công đoàn xã\n    Số lượng:\n${own
        .split('; ')
        .map((line) => `      - "${line}"\n`)
        .join('')}Nơi nhận:`,
    );
    const found = breachesIn(compileForm({ file: 'xa.yaml', text }, context).diagnostics);
    expect(found.map(({ code }) => code).filter((code) => code === 'superior/limit')).toEqual(codes);
  });

  test('all of it is said at once', async () => {
    const { breaches } = await compile('tinh.docx', (form) =>
      form
        .replace('Số đại biểu: 180', 'Số đại biểu: 200')
        .replace('ngày 09/3/2025', 'ngày 11/3/2025')
        .replace('Đoàn Chủ tịch: 5', 'Đoàn Chủ tịch: 9'),
    );
    expect(new Set(breaches.map(({ code }) => code))).toEqual(
      new Set(['superior/delegates', 'superior/conference-day', 'superior/presidium', 'superior/share']),
    );
  });
});

describe('facts of the superior typed in the form', () => {
  const typed = `  Số, ký hiệu: 91/KH-LĐLĐ
  Ngày ban hành: 12/9/2024
  Cơ quan ban hành: Liên đoàn Lao động tỉnh Hòa Giang
  Trích yếu: Tổ chức Hội nghị
  Cấp tổ chức:
    - Cấp: công đoàn cơ sở
      Số lượng: không quá 150
      Thời gian: trước 10/3/2025`;

  test('bind as a file does', () => {
    const { diagnostics } = compileForm({ file: 'cdcs.yaml', text: subordinate(typed) }, context);
    const breaches = breachesIn(diagnostics);
    expect(breaches).toMatchObject([{ code: 'superior/delegates', severity: 'error' }]);
    expect(breaches[0]!.related![0]!.place).toMatchObject({ file: 'cdcs.yaml' });
  });

  test('lie over those of a file: the levels whole', async () => {
    const { breaches } = await compile('tinh.pdf', (form) =>
      form.replace('  Ngày ban hành: 12/9/2024', typed.split('\n').slice(1).join('\n')),
    );
    expect(breaches.map(({ code }) => code)).toEqual(['superior/delegates']);
  });
});

describe('a superior’s file that is none of ours', () => {
  test('is told at the field', async () => {
    superiors = { ...superiors, 'anh.jpg': Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]) };
    const { breaches, text } = await compile('anh.jpg');
    expect(breaches).toMatchObject([{ code: 'facts/not-ours', field: 'Kế hoạch cấp trên' }]);
    const { start, end } = breaches[0]!.place as { start: number; end: number };
    expect(text.slice(start, end)).toBe('anh.jpg');
  });

  test('or has faults of its own', async () => {
    superiors = {
      ...superiors,
      'hong.yaml': new TextEncoder().encode(PROVINCE.replace('Cấp tổ chức:', 'Cấp tổ chứcc:')),
    };
    const { breaches } = await compile('hong.yaml');
    expect(breaches[0]).toMatchObject({ code: 'facts/faulty-form', severity: 'error' });
    expect(breaches[0]!.related![0]!.place).toMatchObject({ file: 'don-vi/hong.yaml' });
  });

  test('or was not loaded', async () => {
    const { breaches, value } = await compile('khong-co.pdf');
    expect(value).toBeUndefined();
    expect(breaches).toMatchObject([{ code: 'file/unread', severity: 'error' }]);
  });
});

test('a paper without a superior’s plan has nothing to keep to', () => {
  const { diagnostics } = compileForm({ file: 'tinh.yaml', text: PROVINCE }, context);
  expect(breachesIn(diagnostics)).toEqual([]);
});

describe('a dossier', () => {
  const dossier = `Loại văn bản: Bộ văn bản
Cơ quan ban hành: Công đoàn cơ sở Công ty TNHH Sông Vàng
Số, ký hiệu: 05/KH-CĐCS
Địa danh: Hòa Giang
Ngày ban hành: 10/1/2025
Trích yếu: Tổ chức Hội nghị biểu dương điển hình tiên tiến
Kế hoạch cấp trên:
${STAMPED('tinh-da-ky.pdf')}
Nơi nhận:
  - Lưu: VT
Người ký:
  Chức vụ: CHỦ TỊCH
  Họ tên: Trần Thị B
Văn bản:
  - Loại văn bản: Kế hoạch tổ chức hội nghị
    Hội nghị:
      Cấp: CĐCS
      Số người: 260
      Số đại biểu: 183
`;

  test('binds as a superior’s form by its main paper', () => {
    const [head = '', levels = ''] = PROVINCE.split('Cấp tổ chức:');
    const [own = '', tail = ''] = levels.split('Đoạn kết:');
    const shared = head.replace('Kế hoạch tổ chức hội nghị', 'Bộ văn bản');
    const indented = `Đoạn kết:${tail.slice(0, tail.indexOf('Nơi nhận:'))}`
      .trimEnd()
      .replace(/\n/g, '\n    ');
    const set = `${shared}${tail.slice(tail.indexOf('Nơi nhận:'))}Cấp tổ chức:${own}Văn bản:
  - Loại văn bản: Kế hoạch tổ chức hội nghị
    ${indented}
  - Loại văn bản: Đề cương báo cáo
    Trích yếu: Kết quả phong trào thi đua
`;
    const text = subordinate(STAMPED('bo.yaml')).replace('Số đại biểu: 180', 'Số đại biểu: 183');
    const files = new Map([['bo.yaml', new TextEncoder().encode(set)]]);
    const found = breachesIn(
      compileForm({ file: 'don-vi/cdcs.yaml', text }, { ...context, files }).diagnostics,
    );
    expect(found).toMatchObject([{ code: 'superior/delegates', severity: 'error' }]);
    const place = found[0]!.related![0]!.place as { readonly file: string; readonly start: number };
    expect(place.file).toBe('don-vi/bo.yaml');
    expect(set.slice(place.start)).toMatch(/^"?từ 100 đến dưới 300/);
  });

  test('names the superior’s file once for its papers, which it binds', async () => {
    const source = { file: 'bo.yaml', text: dossier };
    const [file, ...others] = referencedFiles(source, context.kinds);
    expect([file, others]).toEqual(['tinh-da-ky.pdf', []]);
    const bytes = superiors[file!]!;
    const { diagnostics } = compileForm(source, {
      ...context,
      files: new Map([[file!, bytes]]),
      carriedFacts: new Map([[file!, await readFacts(file!, bytes)]]),
    });
    const breaches = breachesIn(diagnostics);
    expect(breaches).toMatchObject([{ code: 'superior/delegates', severity: 'error' }]);
    expect(breaches[0]!.related![0]!.place).toEqual({
      file: 'tinh-da-ky.pdf',
      field: 'Cấp tổ chức (mục 1) > Số lượng (mục 2)',
    });
  });
});
