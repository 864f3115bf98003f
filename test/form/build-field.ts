import type { FieldDefinition, FieldType } from '../../src/form/field.js';

/** A field that need not be filled in, unless `more` says otherwise. */
export const field = (
  type: FieldType,
  key: string,
  label: string,
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  type,
  key,
  label,
  required: false,
  ...more,
});
