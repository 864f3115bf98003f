import { expect, test } from 'vitest';
import { blocksText } from '../../src/document/tree-text.js';
import { parse } from './fields.js';

/** What people type, the tree that a reader of official papers sees in it, and the remarks, each at its line. */
const CASES: readonly (readonly [text: string, tree: string, remarks: readonly string[]])[] = [
  ['* Đối với tập thể:', 'star "*" "Đối với tập thể:"', []],
  ['*Lưu ý:* gửi đúng hạn.', 'paragraph i"Lưu ý:" " gửi đúng hạn."', []],
  ['* **Lưu ý:** gửi đúng hạn.', 'star "*" b"Lưu ý:" " gửi đúng hạn."', []],
  ['** Lưu ý: nộp đủ mẫu.*', 'star "*" i"Lưu ý: nộp đủ mẫu."', ['outline/misplaced-star@1']],
  ['- * **Lưu ý:** nộp đủ.', 'star "*" b"Lưu ý:" " nộp đủ."', ['outline/double-bullet@1']],
  [
    'a) Một;\nb) Hai;\n- c) Cá nhân ngoài ngành, gồm:**',
    'point "a)" "Một;"\npoint "b)" "Hai;"\npoint "c)" "Cá nhân ngoài ngành, gồm:"',
    ['outline/stray-star@3', 'outline/double-bullet@3'],
  ],
  [
    '(*không dưới 70%*), *khách mời 30%*).',
    'paragraph "(" i"không dưới 70%" "), " i"khách mời 30%" ")."',
    ['outline/bracket@1'],
  ],
  [
    '5.3. Trang trí *(có mẫu kèm)*\n5.4. Đoàn Chủ tịch.',
    'clause2 "5.3." title "Trang trí " i"(có mẫu kèm)"\nclause2 "5.4." "Đoàn Chủ tịch."',
    [],
  ],
  ['a) Đối với cấp xã\n- Một.', 'point "a)" "Đối với cấp xã"\n  dash "-" "Một."', []],
  ['Phần tổng kết phong trào', 'paragraph "Phần tổng kết phong trào"', []],
  ['Điều 8 Luật Công đoàn quy định rõ.', 'paragraph "Điều 8 Luật Công đoàn quy định rõ."', []],
  ['1/2 ngày, xong trước 10/3.', 'paragraph "1/2 ngày, xong trước 10/3."', []],
  ['2020 - 2025 là giai đoạn', 'paragraph "2020 - 2025 là giai đoạn"', []],
  ['1.200.000 đồng mỗi suất', 'paragraph "1.200.000 đồng mỗi suất"', []],
  [
    'TT\tViệc\tAi\nQUÝ I\t\t\n1\tXây dựng\tTỉnh\n\ttiếp tục nội dung\t',
    'table 3\n  head "TT" | "Việc" | "Ai"\n  group "QUÝ I"\n  body "1" | "Xây dựng tiếp tục nội dung" | "Tỉnh"',
    ['outline/joined-row@4'],
  ],
  ['– Mục có gạch dài', 'dash "-" "Mục có gạch dài"', ['outline/odd-bullet@1']],
  ['• Mục', 'dash "-" "Mục"', ['outline/odd-bullet@1']],
  [
    '1. Chương trình\n- Chào cờ.\nCăn cứ nội dung trên.',
    'clause "1." title "Chương trình"\n  dash "-" "Chào cờ."\n  paragraph "Căn cứ nội dung trên."',
    [],
  ],
];

test.each(CASES)('%j', (text, tree, remarks) => {
  const found = parse(text);
  expect(blocksText(found.blocks)).toBe(`${tree}\n`);
  expect(found.remarks).toEqual(remarks);
});

const PROSE = [
  'Chương trình gồm ba phần',
  'Mục đích của Kế hoạch',
  'Mục 3, phần II Kế hoạch số 167/KH-UBND.',
  'Phần II Kế hoạch số 167/KH-UBND quy định rõ.',
  'Tiểu mục này không có số.',
  'Điều 5, Điều 6 Luật Công đoàn.',
  'Điều 10.2 của Quy chế.',
  '01 buổi, tại hội trường.',
  '1.5 triệu đồng mỗi suất',
  '30.4.2025 là ngày lễ',
  '10/3/2025 là hạn cuối',
  '2025. Đây là năm đầu nhiệm kỳ',
  '95 năm ngày thành lập Đảng',
  '1... và nhiều việc khác',
  'V.I. Lênin đã viết',
  'V. I. Lênin đã viết',
  'C. Mác đã viết',
  'IC. Không phải số La Mã',
  'Q. Chủ tịch phụ trách',
  'đ/c Nguyễn Văn A',
  '(nếu có)',
  '-5 độ C',
  '+84 912 345 678',
  '| một mình',
];

test.each(PROSE)('prose: %s', (text) => {
  const { blocks, remarks } = parse(text);
  expect(blocksText(blocks)).toBe(`paragraph ${JSON.stringify(text)}\n`);
  expect(remarks).toEqual([]);
});
