import { foldKey } from '../../vietnamese/fold-key.js';
import { nearest } from '../../vietnamese/nearest.js';
import type { Choice, FieldDefinition } from '../field.js';
import type { ScalarResult } from './scalar.js';

/** One of the field's choices, by value, label or alias, folded as keys are; marks such as "./." are compared as they stand. */
export function readChoice(text: string, field: FieldDefinition): ScalarResult {
  const choices = field.choices ?? [];
  const typed = text.trim();
  const exact = choices.find((choice) => namesOf(choice).includes(typed));
  const folded = foldChoice(typed);
  const found =
    exact ??
    choices.find((choice) => folded !== '' && namesOf(choice).some((name) => foldChoice(name) === folded));
  if (found !== undefined) return { value: found.value };
  const labels = choices.map((choice) => choice.label);
  // A figure is not mistyped as a word is: "15" does not mean "13".
  const near = /^[\d,.]/.test(typed) ? undefined : nearest(typed, labels);
  return {
    code: 'choice',
    message: `"${field.label}" ghi "${text}", không phải một trong các lựa chọn của ô này`,
    expected: labels.map((label) => `"${label}"`).join(', '),
    ...(near !== undefined && { hints: [`có phải ý bạn là "${near}"?`] }),
  };
}

const namesOf = (choice: Choice): readonly string[] => [
  choice.value,
  choice.label,
  ...(choice.aliases ?? []),
];

/** "1,27cm" is "1,27 cm". */
const foldChoice = (name: string): string => foldKey(name).replace(/(\d)(?=[a-z])/g, '$1_');
