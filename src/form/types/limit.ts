import { readLimits } from '../../vietnamese/limit.js';
import type { FieldDefinition } from '../field.js';
import { unreadable } from './fact.js';
import { examplesText } from './fact-examples.js';
import type { ScalarResult } from './scalar.js';

const EXPECTED = `một mức, ${examplesText('limit')}`;

/** A limit, or several parted by ";", as typed. */
export function readLimitField(text: string, field: FieldDefinition): ScalarResult {
  if (readLimits(text) !== undefined) return { value: text };
  const [, percent] = /(\d{3,})\s*%/.exec(text) ?? [];
  const hints = percent !== undefined && Number(percent) > 100 ? ['Ghi tỷ lệ không quá 100 %'] : [];
  return unreadable('limit', text, field, EXPECTED, { hints });
}
