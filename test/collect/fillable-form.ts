import type { Paper } from '../../src/compile.js';
import { compileText, loadContext } from '../end-to-end/papers.js';

const MODES = { hand: 'điền tay', filled: 'đã điền', fillable: 'điền máy' } as const;

/** A small registration form, as its form file. */
export const fillableForm = (mode: keyof typeof MODES): string => `Loại văn bản: Bảng đăng ký
Bản in: ${MODES[mode]}
Mã đơn vị: cdcs-may
Cơ quan chủ quản: Liên đoàn Lao động tỉnh Hòa Giang
Số, ký hiệu: ĐK-…
Ngày ban hành: 2025
Trích yếu: Công trình thi đua
Các mục:
  - Câu: Tên công trình
    Khóa: ten
    Bắt buộc: có
    Số dòng: 2
  - Câu: Thời gian
    Ô trong dòng:
      - Chữ: từ ngày
        Khóa: tu
        Kiểu: ngày
        Giá trị: 01/3/2025
  - Câu: Kinh phí
    Khóa: tien
    Kiểu: số tiền
  - Câu: Kết quả
    Mục con:
      - Câu: Số người hưởng lợi
        Khóa: kq
        Kiểu: số
Nơi nhận:
  - Lưu VT
Chức vụ: CHỦ TỊCH
`;

let context: ReturnType<typeof loadContext> | undefined;

/** The paper of a form file. */
export async function compileForms(text: string): Promise<Paper> {
  context ??= loadContext();
  return compileText('dang-ky.yaml', text, await context).paper;
}
