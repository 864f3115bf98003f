import type { FieldDefinition } from '../form/field.js';
import { isKindKey } from '../form/find-kind.js';
import { partsOf, shorthandOf } from '../form/key-table.js';

/** A field that a cell can hold, under the keys and labels of the groups that it is in. */
export interface CellField {
  readonly path: readonly string[];
  readonly labels: readonly string[];
  readonly field: FieldDefinition;
}

/** Whether a cell can say all of a field: one value, or a list of such, one a line. */
export function holdsCell(field: FieldDefinition): boolean {
  switch (field.type) {
    case 'list':
      return field.item !== undefined && holdsCell(field.item);
    case 'group': {
      const bare = shorthandOf(field);
      // The items of a dossier's list may be written as kinds alone; they are the form's own affair.
      return bare !== undefined && !isKindKey(bare.key) && holdsCell(bare);
    }
    default:
      return true;
  }
}

/** Every field that a column can be of, in the form's order: those of groups one by one, no part of a list. */
export function cellFields(
  fields: readonly FieldDefinition[],
  path: readonly string[] = [],
  labels: readonly string[] = [],
): readonly CellField[] {
  return fields.flatMap((field): readonly CellField[] => {
    if (path.length === 0 && isKindKey(field.key)) return [];
    const own = { path: [...path, field.key], labels: [...labels, field.label], field };
    if (field.type === 'group') return cellFields(partsOf(field), own.path, own.labels);
    return holdsCell(field) ? [own] : [];
  });
}

/** "Người ký.Họ tên": as a column of the field is headed. */
export const headOf = ({ labels }: CellField): string => labels.join('.');
