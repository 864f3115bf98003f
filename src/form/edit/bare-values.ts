import type { FieldDefinition } from '../field.js';
import { partsOf } from '../key-table.js';
import { type SourceText, sliceText, trimText } from '../source-text.js';
import { splitMargins } from '../types/margins.js';
import { splitPerson } from '../types/person.js';
import { splitReference } from '../types/reference.js';

/** The parts of a value without keys: "91/KH-LĐLĐ", "Nguyễn Văn A, Trưởng ban", "20 20 30 15". */
export function splitParts(
  field: FieldDefinition,
  value: SourceText,
): Readonly<Record<string, SourceText | undefined>> {
  switch (field.type) {
    case 'reference':
      return { ...splitReference(value) };
    case 'person':
      return { ...splitPerson(value) };
    default: {
      const figures = splitMargins(value);
      return Object.fromEntries(partsOf(field).map(({ key }, index) => [key, figures[index]]));
    }
  }
}

/** The parts as one value without keys. Not every parts can be told apart in it again. */
export function composeParts(field: FieldDefinition, parts: Readonly<Record<string, string>>): string {
  const said = partsOf(field).flatMap(({ key }) => parts[key] || []);
  switch (field.type) {
    case 'reference':
      return said.join('/');
    case 'person':
      return said.join(', ');
    default:
      return said.join(' ');
  }
}

/** The items of a list without dashes: parted at line ends and at the text that the field declares. */
export function splitItems(value: SourceText, separator: string): readonly SourceText[] {
  const parts: SourceText[] = [];
  let start = 0;
  for (const part of value.text.replaceAll(separator, '\n'.repeat(separator.length)).split('\n')) {
    if (part.trim() !== '') parts.push(trimText(sliceText(value, start, start + part.length)));
    start += part.length + 1;
  }
  return parts;
}
