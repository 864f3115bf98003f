import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder for the tests of a file; `here('a', 'b')` is a path in it. Its name is one that tools stumble over. */
export function testFolder(): (...path: readonly string[]) => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thethuc hàng loạt-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (...path) => join(folder, ...path);
}

/** A plan of one page. */
export const FORM = `Loại văn bản: Kế hoạch
Cơ quan chủ quản: LIÊN ĐOÀN LAO ĐỘNG TỈNH HÒA GIANG
Cơ quan ban hành: CÔNG ĐOÀN XÃ SÔNG ĐÀO
Số, ký hiệu: 12/KH-CĐX
Địa danh: Sông Đào
Ngày ban hành: 10/02/2026
Trích yếu: Thăm hỏi đoàn viên
Nội dung: |
  I. MỤC ĐÍCH
  Thăm hỏi, động viên đoàn viên có hoàn cảnh khó khăn.
  II. TỔ CHỨC THỰC HIỆN
  Các tổ công đoàn gửi danh sách trước ngày 20/02/2026.
Nơi nhận:
  - Lưu: VT, VP
Người ký:
  Quyền hạn: TM. BAN THƯỜNG VỤ
  Chức vụ: CHỦ TỊCH
  Họ tên: Lê Văn C
`;

export const HEAD = ['Mã', 'Cơ quan ban hành', 'Trích yếu'] as const;

/** "cd-0007" */
export const keyOf = (number: number): string => `cd-${String(number).padStart(4, '0')}`;
export const unitOf = (number: number): string => `CÔNG ĐOÀN CƠ SỞ SỐ ${number}`;

/** The row of one unit. */
export const rowOf = (number: number): readonly string[] => [
  keyOf(number),
  unitOf(number),
  `Thăm hỏi đoàn viên đợt ${number}`,
];

/** Rows of units 1 to `count`. */
export const rowsOf = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => rowOf(index + 1));

const quoted = (cell: string): string => (/["\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** As a Vietnamese Excel writes it. */
export const csvOf = (rows: readonly (readonly string[])[], head: readonly string[] = HEAD): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;

/** Makes a folder with a form and a table. */
export function writeCase(
  folder: string,
  rows: readonly (readonly string[])[],
  { form = FORM, head = HEAD }: { readonly form?: string; readonly head?: readonly string[] } = {},
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'kh.yaml'), form);
  writeFileSync(join(folder, 'dv.csv'), csvOf(rows, head));
  return folder;
}

/** The command of most tests. */
export const ARGV = ['kh.yaml', '--table', 'dv.csv', '-o', 'ra'] as const;

/** A unit's files under its key: no other unit's name moves them. */
export const BY_KEY = ['--name', '{{ma}}'] as const;

/** The same command by key, into a folder of its own. */
export const into = (output: string, ...options: readonly string[]): readonly string[] => [
  ...ARGV.slice(0, -1),
  output,
  ...BY_KEY,
  ...options,
];

/** A stream of numbers in [0, 1) that a seed determines. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
