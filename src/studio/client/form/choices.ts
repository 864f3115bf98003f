import type { Choice, FieldDefinition } from '../../../form/field.js';
import { readChoice } from '../../../form/types/choice.js';

/** Which choice a typed text is: by its value, label or another name of it. */
export function chosen(field: FieldDefinition, text: string): Choice | undefined {
  if (text.trim() === '') return undefined;
  const read = readChoice(text, field);
  return 'value' in read ? field.choices?.find(({ value }) => value === read.value) : undefined;
}

/** What the form file says for a choice: its label, unless that is another's name too. */
export const writtenAs = (field: FieldDefinition, choice: Choice): string =>
  chosen(field, choice.label)?.value === choice.value ? choice.label : choice.value;

const MOST_LETTERS = 40;

/** "để trống: giấy": what holds when nothing is chosen, where the kind says so. */
export function blankLabel(field: FieldDefinition): string {
  if (field.required) return 'chọn…';
  const said = field.default ?? /Bỏ trống (?:là|thì) (.+?)(?:;|\.\s|$)/u.exec(field.help ?? '')?.[1];
  // What is a sentence stands in the help above already.
  if (said === undefined || said.length > MOST_LETTERS) return 'để trống';
  return `để trống: ${chosen(field, said)?.label ?? said.replace(/\.$/, '')}`;
}
