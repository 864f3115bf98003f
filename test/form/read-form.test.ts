import { describe, expect, it } from 'vitest';
import { read, SPECIFIED } from './plan-fields.js';

describe('the form of the specification', () => {
  const { value: form, diagnostics } = read(SPECIFIED);

  it('reads exactly as written', () => {
    expect(diagnostics).toEqual([]);
    expect(form?.values).toEqual({
      loai_van_ban: 'Kế hoạch',
      co_quan_chu_quan: 'Tổng Liên đoàn Lao động Việt Nam',
      co_quan_ban_hanh: 'Liên đoàn Lao động tỉnh Lai Châu',
      so_ky_hieu: { so: '91', ky_hieu: 'KH-LĐLĐ' },
      dia_danh: 'Lai Châu',
      ngay_ban_hanh: '2024-09-12',
      trich_yeu: 'Phát động thi đua: đợt 1, chào mừng Đại hội "Đoàn kết - Đổi mới"',
      can_cu: { kieu: 'nghieng', danh_sach: ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'] },
      noi_dung: [
        'Thực hiện Hướng dẫn số 2709/HD-UBND ngày 12/7/2024 của Ủy ban nhân dân tỉnh, Ban Thường vụ xây dựng Kế hoạch như sau:',
        'I. MỤC ĐÍCH, YÊU CẦU',
        '1. Biểu dương các tập thể, cá nhân tiêu biểu.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Liên đoàn Lao động tỉnh',
        '- Ban hành kế hoạch trước ngày **30/12/2024**.',
        'a) Phân công *từng đơn vị*;',
      ].join('\n'),
      ghi_chu: '',
      noi_nhan: ['Thường trực Tỉnh ủy (b/c)', 'Các đơn vị: công đoàn xã, phường', 'Lưu: VT, CSPL'],
      nguoi_ky: { quyen_han: ['TM. BAN THƯỜNG VỤ'], chuc_vu: 'CHỦ TỊCH', ho_ten: 'Nguyễn Văn A' },
      kem_theo: [
        { kieu: 'phu_luc', ten: 'Đề cương báo cáo', noi_dung: '1. Đặc điểm tình hình', ky_hieu: '', nam: '' },
      ],
      le_trang: { tren: '20', duoi: '20', trai: '30', phai: '15' },
      thut_dau_dong: '',
      gian_dong: '',
      ket_thuc: '',
      hinh_thuc_van_ban: '',
      so_ban: '',
      dia_chi_lien_he: [],
    });
  });

  it.each([
    ['trich_yeu', 'đợt 1', 'đợt 1'],
    ['noi_dung', 'a) Phân công', 'a) Phân công'],
    ['noi_nhan.1', 'công đoàn xã', 'công đoàn xã'],
    ['so_ky_hieu.ky_hieu', 'KH-LĐLĐ', 'KH-LĐLĐ'],
    ['nguoi_ky.ho_ten', 'Văn A', 'Văn A'],
    ['nguoi_ky.quyen_han.0', 'BAN', 'BAN'],
    ['kem_theo.0.noi_dung', 'tình hình', 'tình hình'],
    ['can_cu.danh_sach.0', 'khen thưởng', 'khen thưởng'],
  ])('finds the source of a stretch of %s', (path, part, expected) => {
    let value: unknown = form?.values;
    for (const step of path.split('.')) value = (value as Record<string, unknown>)[step];
    const start = (value as string).indexOf(part);
    const place = form?.locate(path, start, start + part.length);
    expect(place).toBeDefined();
    if (place !== undefined && 'start' in place)
      expect(SPECIFIED.slice(place.start, place.end)).toBe(expected);
  });

  it('gives the whole source of a value that is not as typed', () => {
    const place = form?.locate('ngay_ban_hanh', 0, 4);
    if (place !== undefined && 'start' in place)
      expect(SPECIFIED.slice(place.start, place.end)).toBe('12/9/2024');
    expect(form?.locate('le_trang')).toBeUndefined();
  });

  it('names fields as people read them', () => {
    expect(form?.labelOf('nguoi_ky.ho_ten')).toBe('Người ký > Họ tên');
    expect(form?.labelOf('noi_nhan.1')).toBe('Nơi nhận (mục 2)');
    expect(form?.labelOf('can_cu.danh_sach.0')).toBe('Căn cứ (mục 1)');
    expect(form?.labelOf('kem_theo.0.ten')).toBe('Kèm theo (mục 1) > Tên');
  });
});
