import type { FieldDefinition } from './field.js';
import { partsOf } from './key-table.js';

/** "nguoi_ky.ho_ten" → "Người ký > Họ tên"; "kem_theo.0.ten" → "Kèm theo (mục 1) > Tên". A path that is not known comes back. */
export function labelOf(fields: readonly FieldDefinition[], path: string): string {
  const labels: string[] = [];
  let siblings = fields;
  let field: FieldDefinition | undefined;
  let hidden: string | undefined;
  for (const step of path.split('.')) {
    if (field?.type === 'list' && /^\d+$/.test(step)) {
      labels.push(`${labels.pop() ?? ''} (mục ${Number(step) + 1})`);
      field = field.item;
    } else {
      field = siblings.find((candidate) => candidate.key === step);
      if (field === undefined) return path;
      if (field.key !== hidden) labels.push(field.label);
    }
    // What a bare value belongs to has no name in the form: "Căn cứ (mục 1)".
    hidden = field?.shorthand;
    siblings = field === undefined ? [] : partsOf(field);
  }
  return labels.join(' > ');
}
