import { readMoment } from '../../vietnamese/moment.js';
import type { FieldDefinition } from '../field.js';
import { unreadable } from './fact.js';
import { examplesText } from './fact-examples.js';
import type { ScalarResult } from './scalar.js';

const EXPECTED = `giờ, thứ, ngày, tháng, năm, ${examplesText('moment')}`;

/** A moment as typed; whether weekday and lunar date fit is a check's to say. */
export function readMomentField(text: string, field: FieldDefinition): ScalarResult {
  if (readMoment(text) !== undefined) return { value: text };
  const hints = /\/\d{2}$/.test(text.trim()) ? ['Viết năm đủ bốn chữ số'] : hourHints(text);
  return unreadable('moment', text, field, EXPECTED, { hints, isSlip: hints.length > 0 });
}

const hourHints = (text: string): readonly string[] =>
  [...text.matchAll(/(\d{1,2})\s*(?:giờ|h)/giu)].some(([, hour]) => Number(hour) > 23)
    ? ['Ghi giờ từ 0 đến 23']
    : [];
