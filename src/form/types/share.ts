import { readShare } from '../../vietnamese/share.js';
import type { FieldDefinition } from '../field.js';
import { unreadable } from './fact.js';
import { examplesText } from './fact-examples.js';
import type { ScalarResult } from './scalar.js';

const EXPECTED = `một tỷ lệ từ trên 0 đến 100 %, ${examplesText('share')}`;

/** A share as typed. */
export function readShareField(text: string, field: FieldDefinition): ScalarResult {
  if (readShare(text) !== undefined) return { value: text };
  const figure = text.trim();
  const hints = /^\d{1,3}$/.test(figure) ? [`Thêm dấu %: ${figure} %`] : [];
  return unreadable('share', text, field, EXPECTED, { hints });
}
