import type { FieldDefinition } from '../field.js';
import type { ScalarResult } from './scalar.js';

/**
 * A whole number, kept as typed: "5", "05", "91"; one zero may lead it (a number below ten is written so), two may not.
 * Where a limit of the field is not whole, neither need the number be: "1,1" → "1.1".
 */
export function readNumber(text: string, field: FieldDefinition): ScalarResult {
  const { min, max } = field.limits ?? {};
  const fractional = [min, max].some((limit) => limit !== undefined && !Number.isInteger(limit));
  const digits = fractional ? text.trim().replace(',', '.') : text.trim();
  if (!(fractional ? /^\d+(\.\d+)?$/ : /^\d+$/).test(digits)) return notANumber(text, field, fractional);
  // None at all is a number where the kind allows it.
  const isNone = digits === '0' && min === 0;
  if (!fractional && !isNone && /^0(?![1-9]$)/.test(digits)) return leadingZeros(digits, field);
  if ((min !== undefined && Number(digits) < min) || (max !== undefined && Number(digits) > max)) {
    const range = [min !== undefined && `từ ${local(min)}`, max !== undefined && `đến ${local(max)}`];
    const message = `"${field.label}" ghi ${text.trim()}, ngoài khoảng cho phép`;
    return { code: 'number', message, expected: range.filter(Boolean).join(' ') };
  }
  return { value: digits };
}

/** A figure as it is written in Vietnamese. */
const local = (value: number): string => String(value).replace('.', ',');

function notANumber(text: string, field: FieldDefinition, fractional: boolean): ScalarResult {
  const example = field.example ?? (fractional ? '1,1' : '91');
  const hints = text.includes('/')
    ? [`Viết cả số và ký hiệu trong một ô: "Số, ký hiệu: ${text.trim()}"`]
    : undefined;
  return {
    code: 'number',
    message: `"${field.label}" ghi "${text}", nhưng chỉ được gồm các chữ số`,
    expected: `chữ số, ví dụ ${example}`,
    ...(hints && { hints }),
  };
}

function leadingZeros(digits: string, field: FieldDefinition): ScalarResult {
  const value = digits.replace(/^0+/, '');
  return {
    code: 'number',
    message: `"${field.label}" ghi "${digits}", thừa chữ số 0 ở đầu`,
    expected: 'số bắt đầu từ 1; số dưới 10 được thêm một số 0 ở trước khi in',
    ...(value !== '' && { hints: [`Viết ${value}`] }),
  };
}
