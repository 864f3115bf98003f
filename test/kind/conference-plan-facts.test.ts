import { beforeAll, describe, expect, test } from 'vitest';
import type { FormValue } from '../../src/form/form.js';
import { readForm } from '../../src/form/read-form.js';
import { emptyValue } from '../../src/form/schema.js';
import type { Kind } from '../../src/kind/kind.js';
import {
  boldTextsOf,
  changedAt,
  loadStructured,
  sampleValues,
  textsOf,
  treeOf,
  type Values,
  without,
} from './structured-kind.js';

let kind: Kind;
let sample: Values;
beforeAll(async () => {
  kind = await loadStructured('conference-plan');
  sample = sampleValues(kind);
});

const changed = (path: string, value: FormValue, values: Values = sample): Values =>
  changedAt(values, path, value);
const dropped = (...paths: readonly string[]): Values =>
  paths.reduce((values, path) => without(values, path, kind.definition.fields), sample);
const linesOf = (values: Values): readonly string[] => textsOf(treeOf(kind, values));
const boldOf = (values: Values): readonly string[] => boldTextsOf(treeOf(kind, values));

describe('a level:', () => {
  const TIME = 'cap_to_chuc.0.thoi_gian';
  test.each([
    [
      '1/2 ngày',
      'trước ngày 15/3/2026',
      '1/2 ngày, hoàn thành trước ngày 15/3/2026.',
      ['trước ngày 15/3/2026'],
    ],
    ['1 buổi', 'trong Quý I năm 2026', '01 buổi, hoàn thành trong Quý I năm 2026.', ['trong Quý I năm 2026']],
    ['', 'trước **10/3/2026**', 'hoàn thành trước 10/3/2026.', ['10/3/2026']],
    ['1/2 ngày', 'dự kiến nửa cuối tháng 5/2026', '1/2 ngày, dự kiến nửa cuối tháng 5/2026.', []],
    [
      '1/2 ngày',
      'từ ngày 01/3 đến hết ngày 20/3/2026',
      '1/2 ngày, từ ngày 01/3 đến hết ngày 20/3/2026.',
      ['từ ngày 01/3 đến hết ngày 20/3/2026'],
    ],
    ['1/2 ngày', '', '1/2 ngày.', []],
  ])('"%s" and "%s"', (length, deadline, sentence, bold) => {
    const values = changed(`${TIME}.han`, deadline, changed(`${TIME}.thoi_luong`, length));
    const others = boldOf(dropped(`${TIME}.han`));
    expect(linesOf(values)).toContain(`Thời gian tổ chức: ${sentence}`);
    expect(boldOf(values).filter((text) => !others.includes(text))).toEqual(bold);
  });

  test('one limit is a sentence, several are a list; shares stand in brackets, in italics', () => {
    const shared = changed('cap_to_chuc.0.dai_bieu_khach_moi', 'không quá 10%');
    const limits = (...muc: readonly string[]) => changed('cap_to_chuc.0.so_luong.muc', muc, shared);
    expect(linesOf(limits('không quá 100'))).toContain(
      'Số lượng đại biểu: Không quá 100 đại biểu (đại biểu điển hình tiên tiến không dưới 70%, đại biểu khách mời không quá 10%).',
    );
    expect(linesOf(limits('toàn thể đoàn viên'))).toContain(
      'Số lượng đại biểu: Toàn thể đoàn viên (đại biểu điển hình tiên tiến không dưới 70%, đại biểu khách mời không quá 10%).',
    );
    const lines = linesOf(limits('dưới 100: toàn thể', 'từ 100 trở lên: 70%, không quá 200'));
    expect(lines).toContain('Dưới 100: toàn thể;');
    expect(lines).toContain('Từ 100 trở lên: 70%, không quá 200 đại biểu.');
    expect(linesOf(limits())).toContain(
      'Cơ cấu đại biểu (đại biểu điển hình tiên tiến không dưới 70%, đại biểu khách mời không quá 10%).',
    );
    const block = treeOf(kind, limits('không quá 100')).sections[0]!.blocks.find(
      (one) => one.type === 'unit' && JSON.stringify(one).includes('ông quá 100'),
    );
    const italic = block?.type === 'unit' ? block.content.filter((i) => i.type === 'text' && i.italic) : [];
    expect(italic.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')).toBe(
      'đại biểu điển hình tiên tiến không dưới 70%, đại biểu khách mời không quá 10%',
    );
  });

  test.each([
    [['dai_bieu_khach_moi'], '(đại biểu điển hình tiên tiến không dưới 70%).'],
    [['dai_bieu_dien_hinh'], '(đại biểu khách mời không quá 15%).'],
    [['dai_bieu_dien_hinh', 'dai_bieu_khach_moi'], 'Không quá 150 đại biểu.'],
  ])('shares without %j', (gone, end) => {
    const lines = linesOf(
      dropped('cap_to_chuc.1.so_luong.viet_la', ...gone.map((key) => `cap_to_chuc.1.${key}`)),
    );
    expect(lines.find((line) => line.includes('Không quá 150'))?.endsWith(end)).toBe(true);
  });

  test.each([
    ['cong_doan_co_so', 'Đối với Công đoàn cơ sở'],
    ['cong_doan_xa', 'Đối với công đoàn xã, phường, đặc khu'],
    ['khac', 'Đối với các đơn vị'],
    ['', 'Đối với các đơn vị'],
  ])('of the kind "%s" that has no name', (level, heading) => {
    expect(linesOf(changed('cap_to_chuc.0.cap', level, changed('cap_to_chuc.0.ten', '')))).toContain(heading);
  });

  const PRESIDIUM = 'cap_to_chuc.0.doan_chu_tich';
  const WHO = 'có đại diện cấp ủy, người sử dụng lao động, công đoàn';
  test.each([
    [
      {},
      `Số lượng Đoàn Chủ tịch từ 03 đến 05 người; ${WHO} và có từ 01 đến 02 đại biểu điển hình tiên tiến.`,
    ],
    [
      { thanh_phan: '' },
      'Số lượng Đoàn Chủ tịch từ 03 đến 05 người; có từ 01 đến 02 đại biểu điển hình tiên tiến.',
    ],
    [
      { tu: '', thanh_phan: '', dien_hinh_tu: '' },
      'Số lượng Đoàn Chủ tịch không quá 05 người; có không quá 02 đại biểu điển hình tiên tiến.',
    ],
    [
      { den: '', dien_hinh_den: '' },
      `Số lượng Đoàn Chủ tịch từ 03 người trở lên; ${WHO} và có ít nhất 01 đại biểu điển hình tiên tiến.`,
    ],
    [
      { tu: '5', den: '5', dien_hinh_tu: '2', dien_hinh_den: '2' },
      `Số lượng Đoàn Chủ tịch 05 người; ${WHO} và có 02 đại biểu điển hình tiên tiến.`,
    ],
    [{ tu: '', den: '', dien_hinh_tu: '', dien_hinh_den: '' }, `${WHO}.`],
    [{ tu: '', den: '', thanh_phan: '' }, 'có từ 01 đến 02 đại biểu điển hình tiên tiến.'],
  ])('its presidium with %j', (facts, sentence) => {
    const values = changed(PRESIDIUM, {
      ...((sample['cap_to_chuc'] as readonly Values[])[0]!['doan_chu_tich'] as Values),
      ...facts,
    });
    expect(linesOf(values)).toContain(`Đối với công đoàn cơ sở: ${sentence}`);
  });

  test('a heading for the presidium only where a level says something of it', () => {
    const PATHS = [0, 1, 2].map((index) => `cap_to_chuc.${index}.doan_chu_tich`);
    const heading = 'Thành phần, số lượng Đoàn Chủ tịch Hội nghị';
    expect(linesOf(dropped(...PATHS.slice(1)))).toContain(heading);
    expect(linesOf(dropped(...PATHS))).not.toContain(heading);
  });
});

describe('the conference of the issuer itself:', () => {
  const OWN: Values = {
    cap: 'cong_doan_co_so',
    so_nguoi: '260',
    thoi_luong: '1 buổi',
    thoi_gian: '08 giờ 00, thứ Năm, ngày 05/3/2026',
    dia_diem: 'Hội trường Công ty',
    so_dai_bieu: '180',
    dai_bieu_dien_hinh: '130',
    dai_bieu_khach_moi: '8',
    doan_chu_tich: '5',
    doan_chu_tich_dien_hinh: '2',
    han_bao_cao: 'trước ngày 25/3/2026',
  };
  const own = (facts: Values): readonly string[] => {
    const field = kind.definition.fields.find(({ key }) => key === 'hoi_nghi')!;
    const before = linesOf(sample);
    return linesOf(changed('hoi_nghi', { ...(emptyValue(field) as Values), ...facts })).filter(
      (line) => !before.includes(line),
    );
  };

  test('alone needs no name of whose it is', () => {
    const alone = changed('cap_to_chuc', [], changed('hoi_nghi.thoi_luong', '1 buổi'));
    expect(linesOf(alone)).toContain('Hình thức, thời gian, địa điểm, thành phần và số lượng đại biểu');
    expect(linesOf(alone).join()).not.toContain('Hội nghị của Liên đoàn');
  });

  test('each fact that is given', () => {
    expect(own(OWN)).toEqual([
      'Hội nghị của Liên đoàn Lao động tỉnh Hòa Giang',
      'Thời gian: 01 buổi, 08 giờ 00, thứ Năm, ngày 05/3/2026.',
      'Địa điểm: Hội trường Công ty.',
      'Số lượng đại biểu: 180 đại biểu, trong đó có 130 đại biểu điển hình tiên tiến, 08 đại biểu khách mời.',
      'Đoàn Chủ tịch Hội nghị: 05 người, trong đó có 02 đại biểu điển hình tiên tiến.',
      'Báo cáo kết quả với công đoàn cấp trên trước ngày 25/3/2026.',
    ]);
  });

  test.each([
    [['dai_bieu_dien_hinh'], 'Số lượng đại biểu: 180 đại biểu, trong đó có 08 đại biểu khách mời.'],
    [['dai_bieu_dien_hinh', 'dai_bieu_khach_moi'], 'Số lượng đại biểu: 180 đại biểu.'],
    [['so_dai_bieu', 'dai_bieu_khach_moi'], 'Số lượng đại biểu: 130 đại biểu điển hình tiên tiến.'],
    [['doan_chu_tich'], 'Đoàn Chủ tịch Hội nghị: có 02 đại biểu điển hình tiên tiến.'],
  ])('without %j', (gone, line) => {
    expect(own({ ...OWN, ...Object.fromEntries(gone.map((key) => [key, ''])) })).toContain(line);
  });

  test('its level and headcount alone print nothing', () => {
    expect(own({ cap: 'cong_doan_co_so', so_nguoi: '260' })).toEqual([]);
  });
});

describe("the writer's own sentence stands in the place of the generated one, and the fact stays:", () => {
  const read = (text: string): Values => {
    const { value, diagnostics } = readForm({ file: 'f.yaml', text }, () => kind.definition, [
      kind.definition.name,
    ]);
    expect(diagnostics).toEqual([]);
    return value!.values as Values;
  };

  test('from the form to the paper', () => {
    const limit = '    Số lượng:\n      Mức: không quá 150\n';
    const own = /^ {6}Viết là: (Không quá \*\*150.*)\n/m;
    const [line = '', sentence = ''] = own.exec(kind.sample) ?? [];
    expect(kind.sample).toContain(limit + line);
    const soLuong = (values: Values) => (values['cap_to_chuc'] as readonly Values[])[1]!['so_luong'];
    expect(soLuong(sample)).toEqual({ muc: ['không quá 150'], viet_la: sentence });
    expect(linesOf(sample)).toContain(`Số lượng đại biểu: ${sentence.replaceAll('*', '')}.`);
    expect(boldOf(sample)).toContain('150');

    const bare = read(kind.sample.replace(limit + line, '    Số lượng: không quá 150\n'));
    expect(soLuong(bare)).toEqual({ muc: ['không quá 150'], viet_la: '' });
    expect(linesOf(bare)).toContain(
      'Số lượng đại biểu: Không quá 150 đại biểu (đại biểu điển hình tiên tiến không dưới 70%, đại biểu khách mời không quá 15%).',
    );
    expect(boldOf(bare)).not.toContain('150');
  });

  test.each([
    ['cap_to_chuc.1.thoi_gian.viet_la', 'hoàn thành trước ngày 20/4/2026'],
    ['cap_to_chuc.1.bao_cao.viet_la', 'chậm nhất ngày 25/4/2026'],
    ['cap_to_chuc.1.doan_chu_tich.viet_la', 'có ít nhất 02 đại biểu'],
    ['don_vi_lam_diem.danh_sach.1.viet_la', 'hoàn thành trước ngày 31/3/2026'],
    ['doan_ket.bao_cao.0.viet_la', 'Đề nghị công đoàn xã, phường, đặc khu gửi danh sách'],
    ['doan_ket.loi', 'Trên đây là Kế hoạch'],
    ['trong_tam.doan_chu_tich.viet_la', 'Số lượng Đoàn Chủ tịch từ 03 đến 05 người'],
  ])('%s', (path, generated) => {
    expect(linesOf(sample).join('\n')).toContain(generated);
    const text = linesOf(changed(path, 'Câu của người viết')).join('\n');
    expect(text).toContain('Câu của người viết');
    expect(text).not.toContain(generated);
  });
});

describe('facts that cannot be together are found in the form:', () => {
  const findings = (from: string, to: string): readonly string[] => {
    expect(kind.sample).toContain(from);
    const source = { file: 'f.yaml', text: kind.sample.replace(from, to) };
    const find = () => kind.definition;
    return readForm(source, find, [kind.definition.name]).diagnostics.map(
      ({ severity, code, place }) =>
        `${severity} ${code} ${place && 'start' in place ? source.text.slice(place.start, place.end) : ''}`,
    );
  };

  test.each([
    ['      Từ: 05\n', '      Từ: 09\n', ['error form/range-order 09']],
    ['      Điển hình đến: 03\n', '      Điển hình đến: 08\n', ['error form/range-order 08']],
    ['khách mời: không quá 15%', 'khách mời: không dưới 31%', ['error form/shares-sum không dưới 31%']],
    [
      'từ 300 đoàn viên trở lên',
      'trên 300 đoàn viên',
      ['warning form/bands-gap nơi có trên 300 đoàn viên: 70%, không quá 300'],
    ],
    [
      'Hạn: trước ngày 15/3/2026',
      'Hạn: trước ngày 15/5/2026',
      ['remark form/deadline-order trước ngày 15/5/2026'],
    ],
    [
      'Hạn: trước ngày 10/02/2026',
      'Hạn: trước ngày 10/02/2025',
      ['remark form/date-order trước ngày 10/02/2025'],
    ],
    [
      'Chương trình:\n',
      'Hội nghị của đơn vị:\n  Thời gian: thứ Hai, ngày 05/3/2026\n  Số đại biểu: 100\n  Đại biểu điển hình: 120\nChương trình:\n',
      ['error form/range-order 120', 'warning form/weekday thứ Hai, ngày 05/3/2026'],
    ],
    ['Địa danh: Hòa Giang', 'Địa danh: Hòa Giang ', []],
  ])('%j becomes %j', (from, to, expected) => {
    expect(findings(from, to)).toEqual(expected);
  });
});

test('a task to be sent in says so once', () => {
  const TASK = 'to_chuc_thuc_hien.danh_sach.0.viec.0';
  const task = (noi_dung: string): Values =>
    changed(TASK, { noi_dung, gui_ve: 'CĐCS', han: 'trước ngày 15/02/2026', viet_la: '' });
  expect(linesOf(task('Gửi danh sách đại biểu'))).toContain(
    'Gửi danh sách đại biểu về CĐCS trước ngày 15/02/2026.',
  );
  expect(linesOf(task('Lập danh sách đại biểu'))).toContain(
    'Lập danh sách đại biểu gửi về CĐCS trước ngày 15/02/2026.',
  );
});
