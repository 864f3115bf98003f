import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { writeTable } from '../../src/table/write-table.js';
import type { TakenFile } from './studio-page.js';

export const sampleText = (name: string): string =>
  readFileSync(join(packageFolder, 'samples', name), 'utf8');

/** A plan of a grassroots union under its superior's; what it is about stands in the table. */
export const FIFTY_FORM = sampleText('ke-hoach-cong-doan-co-so.yaml').replace(/^Trích yếu:.*\n/m, '');

/** Rows of a spreadsheet, with what is wrong in them. */
export const FAULTS = {
  /** A day that there is not. */
  day: { row: 8, cell: 'E8' },
  /** More than the 70 % of its people that the superior's plan allows. */
  share: { row: 21, cell: 'H21' },
  /** What the form leaves to the table, left empty. */
  missing: { row: 34, cell: 'F34' },
} as const;
export const FAULTY_ROWS: readonly number[] = Object.values(FAULTS).map(({ row }) => row);

const HEADS = [
  'STT',
  'Mã',
  'Cơ quan ban hành',
  'Số, ký hiệu',
  'Ngày ban hành',
  'Trích yếu',
  'Hội nghị của đơn vị.Số người',
  'Hội nghị của đơn vị.Số đại biểu',
  'Người ký.Họ tên',
  '(Điện thoại)',
];

const FIFTY = Array.from({ length: 50 }, (_, index) => {
  const row = index + 2;
  return [
    String(index + 1).padStart(2, '0'),
    `cd-${index + 1}`,
    `Công đoàn cơ sở Công ty số ${index + 1}`,
    `${index + 1}/KH-CĐCS`,
    row === FAULTS.day.row ? '31/2/2025' : '12/01/2026',
    row === FAULTS.missing.row ? '' : 'Tổ chức Hội nghị gặp mặt điển hình tiên tiến giai đoạn 2021 - 2026',
    '260',
    row === FAULTS.share.row ? '250' : '150',
    'Nguyễn Văn A',
    '0900 000 000',
  ];
});

/** Fifty units, three of them wrong. */
export const fiftyUnits = (format: 'xlsx' | 'csv'): TakenFile =>
  tableOf(`units.${format}`, [HEADS, ...FIFTY]);

export const tableOf = (name: string, rows: readonly (readonly string[])[]): TakenFile => ({
  name,
  bytes: writeTable(rows, name.endsWith('.xlsx') ? 'xlsx' : 'csv'),
});

export const textFile = (name: string, text: string): TakenFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});
