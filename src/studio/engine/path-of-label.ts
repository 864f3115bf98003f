import type { FieldDefinition } from '../../form/field.js';
import { partsOf } from '../../form/key-table.js';

/** How a dossier's papers are told: under the key of their list they have the fields of their kinds. */
export interface LabelledFields {
  readonly fields: readonly FieldDefinition[];
  readonly papers?: { readonly list: string; readonly fields: readonly (readonly FieldDefinition[])[] };
}

/**
 * "Người ký > Họ tên" → "nguoi_ky.ho_ten"; "Kèm theo (mục 1) > Tên" → "kem_theo.0.ten": back from `labelOf`. What a bare value
 * belongs to has no name in a label: the path is then that of the whole. Undefined of a label that is no field's.
 */
export function pathOfLabel(known: LabelledFields, label: string): string | undefined {
  return pathIn(known.fields, label.split(' > '), known);
}

function pathIn(
  siblings: readonly FieldDefinition[],
  [step, ...rest]: readonly string[],
  known: LabelledFields,
): string | undefined {
  if (step === undefined) return undefined;
  const whole = siblings.find(({ label }) => label === step);
  const { name, items } = splitItems(step);
  const field = whole ?? siblings.find(({ label }) => label === name);
  if (field === undefined) return undefined;
  const { path, inner } = enter(field, whole === undefined ? items : []);
  if (rest.length === 0) return path;
  const papers = known.papers?.list === field.key ? known.papers.fields : [];
  const below = [partsOf(inner), ...papers]
    .map((fields) => pathIn(fields, rest, known))
    .find((found) => found !== undefined);
  return below === undefined ? undefined : `${path}.${below}`;
}

/** "Cấp tổ chức (mục 1)" → "Cấp tổ chức" and [0] */
function splitItems(step: string): { readonly name: string; readonly items: readonly number[] } {
  const behind = /(?: \(mục \d+\))+$/u.exec(step)?.[0] ?? '';
  const items = [...behind.matchAll(/\d+/g)].map(([digits]) => Number(digits) - 1);
  return { name: step.slice(0, step.length - behind.length), items };
}

/** Down into the items of a list, which may be what a group without further name holds ("Căn cứ (mục 1)"). */
function enter(
  field: FieldDefinition,
  items: readonly number[],
): { readonly path: string; readonly inner: FieldDefinition } {
  let path = field.key;
  let inner = field;
  for (const item of items) {
    const hidden =
      inner.type === 'list' ? undefined : partsOf(inner).find(({ key }) => key === inner.shorthand);
    if (hidden !== undefined) {
      path += `.${hidden.key}`;
      inner = hidden;
    }
    path += `.${item}`;
    inner = inner.item ?? inner;
  }
  return { path, inner };
}
