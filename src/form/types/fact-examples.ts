import type { FieldType } from '../field.js';

/** How each fact may be written; shown where the kind gives no example of its own, and offered by editors. */
const EXAMPLES: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  deadline: [
    'trước 10/3/2025',
    'chậm nhất ngày 10/2/2025',
    'trong Quý I năm 2025',
    'nửa cuối tháng 5/2025',
    'trước 15 ngày so với ngày tổ chức',
  ],
  limit: [
    'không quá 250',
    'khoảng 450',
    'dưới 100: toàn thể',
    'từ 100 đến dưới 300: 70 %, không quá 200',
    'từ 300 trở lên: 70 %, tối đa 300',
  ],
  share: ['không dưới 70 %', 'không quá 15 % so với đại biểu chính thức', 'từ 10 % đến 15 %'],
  money: ['250 triệu đồng', '1,2 tỷ', '250.000.000 đồng', '200 - 300 triệu đồng', 'từ 150 triệu trở lên'],
  moment: ['08 giờ 00, thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)', 'ngày 20/3/2025', 'tháng 5/2025'],
  file: ['ke-hoach.pdf', '../2025/ke-hoach.pdf'],
};

/** The examples of a type; none for one that anything can be written in. */
export const examplesOf = (type: FieldType): readonly string[] => EXAMPLES[type] ?? [];

/** "ví dụ: trước 10/3/2025; …" */
export const examplesText = (type: FieldType): string => `ví dụ: ${examplesOf(type).join('; ')}`;
