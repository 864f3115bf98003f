import type { FieldDefinition } from '../field.js';
import type { ScalarResult } from './scalar.js';

/** Text of one paragraph, within the length that the kind allows; its bold and italics are read when the paper is made. */
export function readText(text: string, field: FieldDefinition): ScalarResult {
  const max = field.limits?.['maxLength'];
  if (max === undefined || text.length <= max) return { value: text };
  const message = `"${field.label}" dài ${text.length} ký tự, quá giới hạn`;
  return { code: 'too-long', message, expected: `không quá ${max} ký tự` };
}
