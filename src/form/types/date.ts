import { daysInMonth } from '../../vietnamese/calendar-day.js';
import type { FieldDefinition } from '../field.js';
import type { ScalarResult } from './scalar.js';

/** How a date may be written; groups d, m, y. */
const FORMS = [
  /^(?<d>\d{1,2})\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*(?<y>\d{4})$/,
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<m>\d{1,2})\s*[/.-]\s*(?<y>\d{4})$/,
  /^(?<y>\d{4})-(?<m>\d{1,2})$/,
  /^(?<y>\d{4})$/,
  /^(?:ngày\s+(?<d>\d{1,2})\s+)?tháng\s+(?<m>\d{1,2})\s+năm\s+(?<y>\d{4})$/iu,
  /^năm\s+(?<y>\d{4})$/iu,
];
const EXPECTED = 'ngày/tháng/năm, ví dụ 12/9/2024; "9/2024" để trống ngày, "2024" để trống cả ngày và tháng';

/** "12/9/2024" → "2024-09-12"; "9/2024" → "2024-09"; "2024" stays. A day that the month does not have is refused. */
export function readDate(text: string, field: FieldDefinition): ScalarResult {
  const groups = FORMS.map((form) => form.exec(text.trim())?.groups).find((found) => found !== undefined);
  if (groups === undefined) return notADate(text, field);
  const year = Number(groups['y']);
  const month = groups['m'] === undefined ? undefined : Number(groups['m']);
  const day = groups['d'] === undefined ? undefined : Number(groups['d']);
  if (year < 1000)
    return {
      code: 'date',
      message: `"${field.label}" ghi năm ${groups['y']}, không có năm như vậy`,
      expected: EXPECTED,
    };
  if (month === undefined) return { value: groups['y']! };
  if (month < 1 || month > 12) {
    return {
      code: 'date',
      message: `"${field.label}" ghi tháng ${month}, nhưng một năm chỉ có 12 tháng`,
      expected: EXPECTED,
    };
  }
  const iso = `${groups['y']}-${pad(month)}`;
  if (day === undefined) return { value: iso };
  const length = daysInMonth(month, year);
  if (day < 1 || day > length) {
    const message = `"${field.label}" ghi ngày ${day}, nhưng tháng ${month} năm ${year} chỉ có ${length} ngày`;
    return { code: 'date', message, expected: `ngày từ 1 đến ${length}` };
  }
  return { value: `${iso}-${pad(day)}` };
}

function notADate(text: string, field: FieldDefinition): ScalarResult {
  const shortYear = /^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$/.exec(text.trim());
  const day = excelDay(text.trim());
  const hints = shortYear
    ? [`Viết năm đủ bốn chữ số: ${shortYear[1]}20${shortYear[2]}`]
    : day && [`Viết ${day}: Excel lưu ngày này thành số ${text.trim()} (chọn ô, Format Cells > Date)`];
  return {
    code: 'date',
    message: `"${field.label}" ghi "${text}", không đọc được thành ngày`,
    expected: EXPECTED,
    ...(hints && { hints }),
  };
}

/** "45547" → "12/9/2024": days since the end of 1899, as spreadsheets count them; of the years that papers are of. */
function excelDay(text: string): string | undefined {
  if (!/^[3-6]\d{4}$/.test(text)) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30 + Number(text)));
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
