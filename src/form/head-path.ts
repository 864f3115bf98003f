import type { FieldDefinition } from './field.js';
import { keyTable, partsOf } from './key-table.js';

/** A step of the way that a table's head names: a field, and which of its items (from 1) where it is a list. */
export interface HeadStep {
  readonly field: FieldDefinition;
  readonly item?: number;
}

/**
 * The fields that a table's head names, from the outermost on: "Địa danh", "nguoi_ky.ho_ten", "Sự kiện > Tên", "Số" (a part
 * of "Số, ký hiệu"), "Nơi nhận 2", "Người ký 2.Họ tên". Of a list of groups the first item is meant where none is numbered.
 * Undefined where there is no such field.
 */
export function headPath(head: string, fields: readonly FieldDefinition[]): readonly HeadStep[] | undefined {
  const whole = stepsOf(head, fields);
  if (whole !== undefined) return whole;
  const steps: HeadStep[] = [];
  let siblings = fields;
  for (const name of head.split(/[.>]/)) {
    const found = stepsOf(name, siblings) ?? numberedStep(name, siblings);
    if (found === undefined) return undefined;
    steps.push(...found);
    const { field } = found.at(-1)!;
    siblings = partsOf(field.item ?? field);
  }
  return steps;
}

function stepsOf(name: string, fields: readonly FieldDefinition[]): readonly HeadStep[] | undefined {
  const match = keyTable(fields).find(name);
  if (match === undefined) return undefined;
  return [{ field: match.field }, ...(match.part === undefined ? [] : [{ field: match.part }])];
}

/** "Người ký 2", "nguoi_ky_2" */
function numberedStep(name: string, fields: readonly FieldDefinition[]): readonly HeadStep[] | undefined {
  const [, owner = '', number] = /^(.*?)[ _]+(\d{1,9})\s*$/su.exec(name) ?? [];
  const field = number === undefined ? undefined : keyTable(fields).find(owner)?.field;
  return field?.type === 'list' && Number(number) >= 1 ? [{ field, item: Number(number) }] : undefined;
}
