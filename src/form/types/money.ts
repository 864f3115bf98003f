import { readMoney } from '../../vietnamese/money.js';
import type { FieldDefinition } from '../field.js';
import { unreadable } from './fact.js';
import { examplesText } from './fact-examples.js';
import type { ScalarResult } from './scalar.js';

const EXPECTED = `một số tiền có đơn vị, ${examplesText('money')}`;

/** An amount as typed. */
export function readMoneyField(text: string, field: FieldDefinition): ScalarResult {
  if (readMoney(text) !== undefined) return { value: text };
  const figure = text.trim();
  const thousands = /\d{1,3}(?:,\d{3}){2,}/.exec(figure)?.[0];
  const hints = [
    ...(/^\d{1,3}([.,]\d+)?$/.test(figure) ? [`Ghi thêm đơn vị, ví dụ ${figure} triệu đồng`] : []),
    ...(thousands === undefined
      ? []
      : [`Ngăn hàng nghìn bằng dấu chấm: ${figure.replace(thousands, thousands.replaceAll(',', '.'))}`]),
  ];
  return unreadable('money', text, field, EXPECTED, { hints, isSlip: hints.length > 0 });
}
