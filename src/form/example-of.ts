import type { FieldDefinition } from './field.js';
import { listOf, partsOf } from './key-table.js';
import { examplesOf } from './types/fact-examples.js';

/** So many parts of a group are shown; the first are those that matter. */
const SHOWN_PARTS = 3;

/** How a field is written, as lines of a form with its own example values. */
export function exampleOf(field: FieldDefinition): string {
  const { label, example = field.choices?.[0]?.label ?? examplesOf(field.type)[0] ?? '…' } = field;
  const [first = '…'] = example.split('\n');
  switch (field.type) {
    case 'list':
      return [`${label}:`, ...itemLines(field, example).map((line) => `  ${line}`)].join('\n');
    case 'group':
      return [`${label}:`, ...partLines(field).map((line) => `  ${line}`)].join('\n');
    case 'outline':
    case 'paragraph':
      return `${label}: |\n  ${first}`;
    default:
      return `${label}: ${first}`;
  }
}

function itemLines({ item }: FieldDefinition, example: string): string[] {
  if (item?.type === 'group')
    return partLines(item).map((line, index) => `${index === 0 ? '-' : ' '} ${line}`);
  return example.split('\n').map((line) => `- ${line.replace(/^\s*-\s*/, '')}`);
}

const partLines = (field: FieldDefinition): string[] =>
  partsOf(field)
    .slice(0, SHOWN_PARTS)
    .flatMap((part) => exampleOf(part).split('\n'));

/** What to do with a line that may belong to the field before it; undefined where the field has no lines of its own. */
export function continueHint(field: FieldDefinition): string | undefined {
  if (listOf(field) !== undefined) return `Thêm gạch đầu dòng "- ", nếu đây là một mục của "${field.label}"`;
  const long = field.type === 'outline' || field.type === 'paragraph';
  return long ? `Thụt dòng này vào 2 dấu cách, nếu nó thuộc "${field.label}"` : undefined;
}
