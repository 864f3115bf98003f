import type { Blank } from '../document/ast.js';
import type { FormBlank } from './resolved-document.js';

/** The keys of the blanks in a form's letterhead (boxes 3 and 4), which no blank of the text may have. */
export const LETTERHEAD_KEYS = {
  number: 'so_van_ban',
  symbol: 'ky_hieu',
  place: 'dia_danh',
  day: 'ngay_ban_hanh',
  month: 'thang_ban_hanh',
  year: 'nam_ban_hanh',
} as const;

export type LetterheadPart = keyof typeof LETTERHEAD_KEYS;

const LABELS: Readonly<Record<LetterheadPart, string>> = {
  number: 'Số văn bản',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  day: 'Ngày ban hành',
  month: 'Tháng ban hành',
  year: 'Năm ban hành',
};

/** What both writers need to know of a blank: its value as plain text with line ends. */
export const formBlank = ({ key, label, lines, isRequired, shape, value, width }: Blank): FormBlank => ({
  key,
  label,
  width,
  lines: width === 'fill' ? lines : 1,
  isRequired,
  shape,
  value: value.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join(''),
});

/** A blank of the letterhead: as wide as its dots, never asked for. */
export const letterheadBlank = (part: LetterheadPart): FormBlank => ({
  key: LETTERHEAD_KEYS[part],
  label: LABELS[part],
  width: 0,
  lines: 1,
  isRequired: false,
  shape: 'text',
  value: '',
});
