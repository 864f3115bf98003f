/** A province's plan: bands by headcount, and levels whose days differ. Its number and its day are stamped later. */
export const PROVINCE = `Loại văn bản: Kế hoạch tổ chức hội nghị
Cơ quan ban hành: Liên đoàn Lao động tỉnh Hòa Giang
Số, ký hiệu: KH-LĐLĐ
Địa danh: Hòa Giang
Ngày ban hành: 9/2024
Trích yếu: Tổ chức Hội nghị điển hình tiên tiến các cấp công đoàn
Cấp tổ chức:
  - Cấp: công đoàn cơ sở
    Thời gian:
      Thời lượng: 1/2 ngày
      Hạn: trước 10/3/2025
    Số lượng:
      - "dưới 100: toàn thể"
      - "từ 100 đến dưới 300: 70 %, không quá 200"
      - "từ 300 trở lên: 70 %, không quá 300"
    Đại biểu điển hình: không dưới 70%
    Đại biểu khách mời: không quá 15%
    Đoàn Chủ tịch:
      Từ: 3
      Đến: 5
      Điển hình từ: 1
      Điển hình đến: 2
    Báo cáo:
      Hạn: trước ngày 20/3/2025
      Mẫu: Đề cương gửi kèm
      Gửi về: công đoàn cấp trên
  - Cấp: công đoàn cấp trên trực tiếp cơ sở khác
    Thời gian: trước 15/4/2025
    Số lượng: không quá 150
  - Cấp: LĐLĐ tỉnh
    Thời gian: dự kiến nửa cuối tháng 5/2025
    Số lượng: khoảng 250
Đoạn kết:
  Báo cáo:
    - Nội dung: báo cáo kết quả phong trào thi đua
      Hạn: trước ngày 31/3/2025
      Gửi về: LĐLĐ tỉnh
Nơi nhận:
  - Các công đoàn cấp trên trực tiếp cơ sở
  - Lưu: VT
Người ký:
  Quyền hạn: TM. BAN THƯỜNG VỤ
  Chức vụ: CHỦ TỊCH
  Họ tên: Nguyễn Văn A
`;

/** Of a union of 260 people, within all that the province sets; `superior` stands under "Kế hoạch cấp trên:". */
export const subordinate = (superior: string): string => `Loại văn bản: Kế hoạch tổ chức hội nghị
Cơ quan chủ quản: Liên đoàn Lao động tỉnh Hòa Giang
Cơ quan ban hành: Công đoàn cơ sở Công ty TNHH Sông Vàng
Số, ký hiệu: 05/KH-CĐCS
Địa danh: Hòa Giang
Ngày ban hành: 10/1/2025
Trích yếu: Tổ chức Hội nghị biểu dương điển hình tiên tiến
Kế hoạch cấp trên:
${superior}
Hội nghị:
  Cấp: CĐCS
  Số người: 260
  Thời gian: 08 giờ 00, Chủ nhật, ngày 09/3/2025
  Số đại biểu: 180
  Đại biểu điển hình: 130
  Đại biểu khách mời: 20
  Đoàn Chủ tịch: 5
  Đoàn Chủ tịch điển hình: 2
  Hạn báo cáo: trước ngày 20/3/2025
Nơi nhận:
  - Liên đoàn Lao động tỉnh (b/c)
  - Lưu: VT
Người ký:
  Quyền hạn: TM. BAN CHẤP HÀNH
  Chức vụ: CHỦ TỊCH
  Họ tên: Trần Thị B
`;

/** The superior's file, with the number and the day that were stamped on it. */
export const STAMPED = (file: string): string =>
  `  Tệp: ${file}\n  Số, ký hiệu: 91/KH-LĐLĐ\n  Ngày ban hành: 12/9/2024`;
