import { describe, expect, it, test } from 'vitest';
import { namesIn, parseNamePattern, renderName, unknownNames } from '../../src/batch/name-pattern.js';

const VALUES: Readonly<Record<string, string>> = {
  stt: '007',
  ten: 'Công đoàn xã Sông Đào',
  ma: 'cd-song-dao',
  dia_danh: 'Sông Đào',
  so: '',
  so_ky_hieu: '91/KH-CĐX',
  'nguoi_ky.ho_ten': 'Lê Văn C',
  xau: '../../x',
  thiet_bi: 'CON',
};

function nameOf(text: string, ascii = false): string {
  const { value, diagnostics } = parseNamePattern(text);
  expect(diagnostics).toEqual([]);
  const made = renderName(value!, (name) => VALUES[name], { ascii });
  expect(made.diagnostics).toEqual([]);
  return made.value!;
}

describe('a pattern of names', () => {
  test.each([
    ['{{stt}}-{{ten}}', '007-Công đoàn xã Sông Đào'],
    ['{{ STT }} {{Tên}}', '007 Công đoàn xã Sông Đào'],
    ['{{dia_danh}}/{{stt}}', 'Sông Đào/007'],
    ['{{Địa danh}}\\{{stt}}', 'Sông Đào/007'],
    ['{{Người ký.Họ tên}}', 'Lê Văn C'],
    ['{{so_ky_hieu}}', '91-KH-CĐX'],
    ['{{so}}-{{ten}}', 'Công đoàn xã Sông Đào'],
    ['KH-{{so}}-{{stt}}', 'KH-007'],
    ['{{stt}}-{{so}}', '007'],
    ['{{so}}', 'khong-ten'],
    ['{{xau}}-{{stt}}', 'x-007'],
    ['{{xau}}/{{stt}}', 'x/007'],
    ['{{stt}}/{{thiet_bi}}', '007/CON-van-ban'],
    ['Kế hoạch {{ma}}', 'Kế hoạch cd-song-dao'],
  ])('%j → %j', (pattern, name) => expect(nameOf(pattern)).toBe(name));

  it('is plain ASCII where asked for', () =>
    expect(nameOf('{{dia_danh}}/{{stt}}-{{ten}}', true)).toBe('Song-Dao/007-Cong-doan-xa-Song-Dao'));

  it('keeps each part of a path with folders shorter', () => {
    const { value } = parseNamePattern('{{a}}/{{a}}');
    const made = renderName(value!, () => 'dài '.repeat(100), { ascii: false });
    expect(made.value!.split('/').every((part) => part.length > 50 && part.length <= 60)).toBe(true);
  });

  it('knows its names and where they stand', () => {
    const { value } = parseNamePattern('Đ {{Số, ký hiệu}}/{{x.y}}');
    expect(namesIn(value!)).toEqual([
      { shown: 'Số, ký hiệu', folded: 'so_ky_hieu', column: 3 },
      { shown: 'x.y', folded: 'x.y', column: 19 },
    ]);
  });

  test.each([
    ['{{stt', ['batch/unclosed-name'], 'vị trí 1'],
    ['{{ten}}-{{stt', ['batch/unclosed-name'], 'vị trí 9'],
    ['{{stt}} }}', ['batch/unclosed-name'], 'vị trí 9'],
    ['{stt}-{{ten}}', ['batch/unclosed-name'], 'vị trí 1'],
    ['{{ten}}.docx', ['batch/name-with-extension'], '".docx"'],
    ['{{dia_danh}}/{{stt}}.PDF', ['batch/name-with-extension'], '".PDF"'],
    ['{{}}-{{ten}}', ['batch/empty-name'], 'vị trí 1'],
    ['{{ten}}{{ … }}', ['batch/empty-name'], 'vị trí 8'],
    ['{{ten}}//{{stt}}', ['batch/empty-part'], 'vị trí 9'],
    ['/{{ten}}', ['batch/empty-part'], 'vị trí 1'],
    ['../{{ten}}', ['batch/name-outside'], 'vị trí 1'],
    ['{{ten}}/..', ['batch/name-outside'], 'vị trí 9'],
    ['D:\\{{ten}}', ['batch/name-outside'], '"D:"'],
    ['ke-hoach', ['batch/constant-name'], '"ke-hoach"'],
    ['', ['batch/constant-name'], '""'],
    ['a/b/c/d/e/f/{{ten}}', ['batch/too-many-folders'], '6 tầng'],
  ])('%j is refused', (pattern, codes, words) => {
    const { value, diagnostics } = parseNamePattern(pattern);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(diagnostics[0]!.message).toContain(words);
  });

  it('names the nearest of a name that nothing has', () => {
    const { value } = parseNamePattern('{{stt}}-{{dia_dan}}');
    const { value: made, diagnostics } = renderName(value!, (name) => VALUES[name], {
      ascii: false,
      known: ['Số', 'Địa danh'],
    });
    expect(made).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.message).toContain('{{dia_dan}} ở vị trí 9');
    expect(diagnostics[0]!.hints![0]).toBe('Có phải ý bạn là {{Địa danh}}?');
  });

  it('finds a name of a group by what stands behind its dot', () => {
    const { value } = parseNamePattern('{{Quyền hạn}}');
    const [unknown] = unknownNames(value!, () => false, ['stt', 'Người ký.Quyền hạn']);
    expect(unknown!.hints![0]).toBe('Có phải ý bạn là {{Người ký.Quyền hạn}}?');
  });

  it('takes a dot that is no extension', () => {
    expect(parseNamePattern('{{ten}}.2026').diagnostics).toEqual([]);
  });
});
