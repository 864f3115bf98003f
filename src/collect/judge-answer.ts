import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import { isoDay } from '../vietnamese/calendar-day.js';
import { readMoney } from '../vietnamese/money.js';
import type { Answer } from './filled-form.js';

/** An answer held against what its blank asks for. */
export interface JudgedAnswer {
  /** đồng, of a blank for money whose text is one exact amount. */
  readonly amount?: number;
  /** Of a blank for a number. */
  readonly number?: number;
  readonly finding?: Diagnostic;
}

/** What the table can reckon with, and what somebody has to look at. Nothing is ever guessed. */
export function judgeAnswer(file: string, answer: Answer): JudgedAnswer {
  const { blank, text } = answer;
  const find = (severity: Severity, code: string, message: string, hint: string): JudgedAnswer => ({
    finding: {
      code: `collect/${code}`,
      severity,
      message,
      field: blank.label,
      place: { file, start: 0, end: 0 },
      ...(text === undefined || text === '' ? {} : { actual: text }),
      hints: [hint],
    },
  });
  if (text === undefined) {
    const message = `Không còn ô "${blank.label}" trong tệp`;
    return find(
      'warning',
      'field-gone',
      message,
      'Xem tệp và nhập tay giá trị này, hoặc xin đơn vị điền lại',
    );
  }
  if (text === '') {
    if (!blank.isRequired) return {};
    return find('warning', 'missing', `Chưa điền "${blank.label}", mục bắt buộc`, 'Xin đơn vị bổ sung');
  }
  switch (blank.shape) {
    case 'text':
      return {};
    case 'money':
      return judgeMoney(text, blank.label, find);
    case 'date':
      return isDate(text)
        ? {}
        : find(
            'warning',
            'date',
            `"${blank.label}" ghi "${text}", không đọc được thành ngày`,
            'Xem lại ngày này',
          );
    case 'number': {
      const number = readNumber(text);
      if (number !== undefined) return { number };
      const message = `"${blank.label}" ghi "${text}", không đọc được thành một số`;
      return find('warning', 'number', message, 'Xem lại số này');
    }
  }
}

type Find = (severity: Severity, code: string, message: string, hint: string) => JudgedAnswer;

function judgeMoney(text: string, label: string, find: Find): JudgedAnswer {
  const money = readMoney(text);
  const said = `"${label}" ghi "${text}"`;
  const hint = 'Hỏi lại đơn vị số tiền cụ thể nếu cần cộng';
  if (money === undefined)
    return find(
      'warning',
      'money',
      `${said}, không đọc được thành số tiền nên không cộng`,
      'Xem lại số tiền này',
    );
  if (money.approximate)
    return find('remark', 'money-about', `${said}, là con số ước chừng nên không cộng`, hint);
  if (money.from === undefined || money.from !== money.to)
    return find('remark', 'money-range', `${said}, không phải một số tiền cụ thể nên không cộng`, hint);
  return { amount: money.from };
}

/** "12/9/2025", "12-9-2025", "ngày 12 tháng 9 năm 2025", "2025-09-12", and the same without a day. */
function isDate(text: string): boolean {
  const plain = text
    .replace(/^ngày\s+/iu, '')
    .replace(/[.;,]$/u, '')
    .trim();
  const [, d, m, y] =
    /^(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(plain) ??
    /^(?:(\d{1,2})\s+)?tháng\s+(\d{1,2})(?:\s+năm\s+|\s*\/\s*)(\d{4})$/iu.exec(plain) ??
    [];
  if (y !== undefined) return isoDay(Number(y), Number(m), Number(d ?? 1)) !== undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain) ?? [];
  return day !== undefined && isoDay(Number(year), Number(month), Number(day)) !== undefined;
}

/** "15", "1.200", "2,5"; "1.5" may be either and is none. */
function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s/gu, '');
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6})?$/.test(plain)) return undefined;
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}
