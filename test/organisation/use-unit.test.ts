import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CompileContext, compileForm } from '../../src/compile.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { documentText } from '../../src/document/tree-text.js';
import { valueAt } from '../../src/form/value-at.js';
import { normalise } from '../../src/vietnamese/normalise.js';
import { loadContext } from '../end-to-end/papers.js';

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const YAML = normalise(new TextDecoder().decode(sample('don-vi.yaml'))).text;
let base: CompileContext;
beforeAll(async () => {
  base = await loadContext();
});

/** A plan that says no more than it must; `lines` are what it says of its unit. */
function compile(lines: string, register: string | Uint8Array = YAML, name = 'don-vi.yaml') {
  const text = `Loại văn bản: Kế hoạch\nSổ đơn vị: ${name}\nTrích yếu: Tổ chức Hội nghị\nNội dung: Tổ chức trong một buổi.\n${lines}`;
  const bytes = typeof register === 'string' ? new TextEncoder().encode(register) : register;
  const files = new Map(name === 'khong-co.yaml' ? [] : [[name, bytes]]);
  const { value, diagnostics } = compileForm({ file: 'a.yaml', text }, { ...base, files });
  const source = (file: string) =>
    file === 'a.yaml' ? text : typeof register === 'string' ? register : undefined;
  const shown = renderDiagnostics(diagnostics, { style: 'short', source }).trimEnd().split('\n');
  const form = value?.[0]?.form;
  return {
    shown: shown.filter(Boolean),
    diagnostics,
    form,
    at: (path: string) => form && valueAt(form.values, path),
    tree: value?.[0] && documentText(value[0].document),
  };
}

describe('a form that names its unit', () => {
  it.each(['don-vi.yaml', 'don-vi.csv', 'don-vi.xlsx'])(
    'has the letterhead, signer and recipients of %s',
    (name) => {
      const { at, form, shown } = compile(
        'Đơn vị: cdcs-may-song-dao\nNgày ban hành: 12/9/2025\n',
        sample(name),
        name,
      );
      expect(shown).toEqual([]);
      expect(form?.values).toMatchObject({
        co_quan_chu_quan: 'Công đoàn xã Sông Đào',
        co_quan_ban_hanh: 'Công đoàn cơ sở Công ty Cổ phần May Sông Đào',
        so_ky_hieu: { so: '', ky_hieu: 'KH-CĐCS' },
        dia_danh: 'Sông Đào',
        nguoi_ky: { quyen_han: ['TM. BAN CHẤP HÀNH'], chuc_vu: 'CHỦ TỊCH', ho_ten: 'Bùi Thị K' },
        noi_nhan: ['Công đoàn xã Sông Đào (b/c)', 'Ban Giám đốc Công ty', 'Lưu: CĐCS'],
        ky_hieu_nguoi_soan_thao: '',
      });
      expect(at('don_vi')).toBe('cdcs-may-song-dao');
      const place = form?.locate('co_quan_ban_hanh');
      if (name === 'don-vi.xlsx') expect(place).toEqual({ file: name, sheet: 'Sheet1', cell: 'B12' });
      if (name === 'don-vi.yaml' && place && 'start' in place)
        expect(YAML.slice(place.start, place.end)).toBe('Công đoàn cơ sở Công ty Cổ phần May Sông Đào');
    },
  );

  it('prints it, where the kind has a place for it', () => {
    const { tree } = compile('Đơn vị: ldld-hoa-giang\nNgày ban hành: 12/9/2025\n');
    for (const words of ['Tổng Liên đoàn Lao động Việt Nam', 'Nguyễn Văn A', 'Lưu: VT, VP', 'NTC'])
      expect(tree).toContain(words);
  });

  it('may name it by its name, and keeps its own number', () => {
    const { at, shown } = compile('Đơn vị: công đoàn xã sông đào\nSố: 15\nNgày ban hành: 12/9/2025\n');
    expect(shown).toEqual([]);
    expect([at('so_ky_hieu.so'), at('so_ky_hieu.ky_hieu')]).toEqual(['15', 'KH-CĐX']);
  });

  it('has the superior of the day', () => {
    const before = compile('Đơn vị: cdcs-may-song-dao\nNgày ban hành: 12/5/2025\n');
    expect(before.at('co_quan_chu_quan')).toBe('Liên đoàn Lao động huyện Sông Đào');
    expect(before.shown).toEqual([]);
  });

  it('may choose another of its signers by name or title', () => {
    const signer = (typed: string) => compile(`Đơn vị: ldld-hoa-giang\nNgười ký:\n${typed}`).at('nguoi_ky');
    const deputy = { quyen_han: ['TM. BAN THƯỜNG VỤ'], chuc_vu: 'PHÓ CHỦ TỊCH', ho_ten: 'Trần Thị B' };
    expect(signer('  Họ tên: Trần Thị B\n')).toEqual(deputy);
    expect(signer('  Chức vụ: Phó Chủ tịch\n')).toEqual({ ...deputy, chuc_vu: 'Phó Chủ tịch' });
  });

  it('gives no one else the title of a signer', () => {
    const { at, shown } = compile(
      'Đơn vị: ldld-hoa-giang\nNgười ký:\n  Họ tên: Lý Thị X\n  Chức vụ: PHÓ CHỦ TỊCH\n',
    );
    expect(at('nguoi_ky')).toEqual({ quyen_han: [], chuc_vu: 'PHÓ CHỦ TỊCH', ho_ten: 'Lý Thị X' });
    expect(shown).toEqual([]);
  });
});

describe('what does not fit the register is said', () => {
  it('an unknown unit, with the names that are near, and nothing of what follows from it', () => {
    const { shown, diagnostics } = compile('Đơn vị: Công đoàn xã Sông Đáy\n');
    expect(shown).toEqual([
      'a.yaml:5:9: sai: "Đơn vị" ghi "Công đoàn xã Sông Đáy", sổ đơn vị không có đơn vị nào có mã hoặc tên như vậy [unit/unknown]',
    ]);
    expect(diagnostics[0]?.hints?.[0]).toBe('có phải ý bạn là "Công đoàn xã Sông Đào" (mã cd-xa-song-dao)?');
  });

  it('no register, one that is not there, one that is faulty', () => {
    expect(compile('Đơn vị: tld\n', YAML, 'khong-co.yaml').shown).toEqual([
      'a.yaml:2:12: sai: "Sổ đơn vị": không tìm thấy tệp "khong-co.yaml" cùng thư mục với biểu mẫu [file/unread]',
    ]);
    expect(compile('Đơn vị: tld\n', YAML, '').shown).toEqual([
      'a.yaml:5:9: sai: Có "Đơn vị" nhưng chưa ghi "Sổ đơn vị" [unit/no-register]',
    ]);
    const faulty = YAML.replace('Mã: tld', 'Mã: ldld-hoa-giang').replace('Cấp trên: tld', 'Cấp trên: tlđ x');
    expect(
      compile('Đơn vị: ldld-hoa-giang\n', faulty).shown.map((line) => line.replace(/^(\S+) .*\[/, '$1 [')),
    ).toEqual([
      'a.yaml:2:12: [unit/faulty-register]',
      'don-vi.yaml:10:9: [register/repeated-key]',
      'don-vi.yaml:13:15: [register/unknown-unit]',
    ]);
  });

  it.each([
    ['ldld-huyen-song-dao', '30/6/2025', []],
    ['ldld-huyen-song-dao', '2025', []],
    [
      'ldld-huyen-song-dao',
      '1/7/2025',
      [
        '"Liên đoàn Lao động huyện Sông Đào" đã kết thúc hoạt động ngày 30/6/2025, còn văn bản đề ngày 1/7/2025',
        'Ghi "Công đoàn xã Sông Đào" (mã cd-xa-song-dao), đơn vị kế tục',
      ],
    ],
    [
      'ldld-thi-xa-tan-hoa',
      '4/2025',
      [
        '"Liên đoàn Lao động thị xã Tân Hòa" đã kết thúc hoạt động ngày 14/3/2025, còn văn bản đề tháng 4/2025',
        'Ghi "Liên đoàn Lao động tỉnh Hòa Giang" (mã ldld-hoa-giang), đơn vị kế tục',
      ],
    ],
    [
      'cd-xa-song-dao',
      '30/6/2025',
      [
        '"Công đoàn xã Sông Đào" chỉ hoạt động từ ngày 1/7/2025, còn văn bản đề ngày 30/6/2025',
        'Ghi "Liên đoàn Lao động huyện Sông Đào" (mã ldld-huyen-song-dao), đơn vị có trước',
      ],
    ],
  ])('a unit that was not there on the day of the paper: %s on %s', (unit, day, expected) => {
    const { diagnostics } = compile(`Đơn vị: ${unit}\nNgày ban hành: ${day}\n`);
    const found = diagnostics.filter(({ code }) => code === 'unit/not-there');
    expect(found.flatMap(({ message, hints }) => [message, hints?.[0]])).toEqual(expected);
    expect(found.every(({ severity, related }) => severity === 'warning' && related?.length === 1)).toBe(
      true,
    );
  });

  it('nothing of a paper without a date, nor of a word such as huyện in a name', () => {
    expect(compile('Đơn vị: ldld-huyen-song-dao\n').shown).toEqual([]);
    const still = YAML.replace('    Đến ngày: 30/6/2025\n    Đơn vị kế tục: cd-xa-song-dao\n', '');
    expect(compile('Đơn vị: ldld-huyen-song-dao\nNgày ban hành: 1/7/2026\n', still).shown).toEqual([]);
  });

  it('a superior that was not there, when the register does not tell who came after it', () => {
    const lost = YAML.replace('    Đơn vị kế tục: cd-xa-song-dao\n', '').replace(
      'Cấp trên: cd-xa-song-dao',
      'Cấp trên: ldld-huyen-song-dao',
    );
    expect(compile('Đơn vị: cdcs-may-song-dao\nNgày ban hành: 1/7/2025\n', lost).shown).toEqual([
      'a.yaml:5:9: nên sửa: Cấp trên của "Công đoàn cơ sở Công ty Cổ phần May Sông Đào" là "Liên đoàn Lao động huyện Sông Đào" đã kết thúc hoạt động ngày 30/6/2025, còn văn bản đề ngày 1/7/2025 [unit/parent-not-there]',
    ]);
  });

  it('a letterhead of its own that says otherwise, as a remark; an abbreviated superior and another tone mark say the same', () => {
    const { shown } = compile(
      'Đơn vị: cd-kcn\nCơ quan chủ quản: LĐLĐ tỉnh Hoà Giang\nĐịa danh: Tân Hòa\nSố, ký hiệu: 12/KH-CĐCKCN\n',
    );
    expect(shown).toEqual([
      'a.yaml:7:11: lưu ý: "Địa danh" ghi "Tân Hòa", sổ đơn vị ghi "Hòa Giang" [unit/contradiction]',
      'a.yaml:8:17: lưu ý: "Số, ký hiệu > Ký hiệu" ghi "CĐCKCN", sổ đơn vị ghi "CĐKCN" [unit/contradiction]',
    ]);
  });

  it.each([
    ['cdcs-go-minh-phat', '1/9/2025', 5],
    ['cdcs-go-minh-phat', '1/9/2024', 7],
    ['cdcs-an-ha', '1/9/2025', 3],
    ['cdcs-may-song-dao', '1/9/2025', undefined],
    ['cdcs-thuy-san', '1/9/2025', undefined],
    ['ldld-hoa-giang', '1/9/2025', undefined],
  ])('a union too small for a standing committee that signs for one: %s on %s', (unit, day, members) => {
    const { diagnostics } = compile(
      `Đơn vị: ${unit}\nNgày ban hành: ${day}\nNgười ký:\n  Quyền hạn: TM. BAN THƯỜNG VỤ\n  Chức vụ: CHỦ TỊCH\n  Họ tên: Lý Thị X\n`,
    );
    const found = diagnostics.filter(({ code }) => code === 'unit/standing-committee');
    expect(
      found.map(({ message, severity }) => [/nhiều nhất (\d+) ủy viên/.exec(message)?.[1], severity]),
    ).toEqual(members === undefined ? [] : [[String(members), 'remark']]);
  });

  it('a faulty register, also where it is there for its acts alone', () => {
    const own =
      'Cơ quan ban hành: Công đoàn xã A\nNơi nhận: [Lưu]\nNgười ký: { Chức vụ: CHỦ TỊCH, Họ tên: Lý Thị X }\n';
    const { shown } = compile(own, YAML.replace('Cấp trên: tld', 'Cấp trên: zzz'));
    expect(shown.filter((line) => line.includes(': sai')).map((line) => line.split(' ')[0])).toEqual([
      'a.yaml:2:12:',
      'don-vi.yaml:13:15:',
    ]);
  });

  it('an act that the office adds to its register', () => {
    const register = `${YAML}\nVăn bản trích dẫn:\n  - Số: 12/2021/QĐ-UBND\n    Đến ngày: 14/8/2025\n`;
    const { shown } = compile(
      'Đơn vị: ldld-hoa-giang\nNgày ban hành: 12/9/2025\nCăn cứ: \n  - Quyết định số 12/2021/QĐ-UBND của Ủy ban nhân dân tỉnh\n',
      register,
    );
    expect(shown).toEqual([
      'a.yaml:8:19: nên sửa: 12/2021/QĐ-UBND đã hết hiệu lực từ ngày 15/8/2025 [acts/replaced]',
    ]);
  });
});
