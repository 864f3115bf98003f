import type { Place } from '../diagnostic/diagnostic.js';
import type { Form, FormValue } from '../form/form.js';
import { labelOf } from '../form/labels.js';
import { buildLayer, type FormLayer, type LayerGroup, type LayerValue, layerText } from '../form/layer.js';
import type { KindDefinition } from '../kind/kind.js';
import type { FactSheet } from './fact-sheet.js';

/** The fields of a form that name the superior's plan; `_common/superior.yaml` declares them. */
export const SUPERIOR = 'ke_hoach_cap_tren';
export const SUPERIOR_FILE = 'tep';

/** The plan of the superior, from its form or from a finished paper. */
export interface SuperiorPlan {
  /** As printed: "KẾ HOẠCH". */
  readonly title: string;
  readonly values: Form['values'];
  /** Where a value of it stands: a line of its form, or a field of a finished paper. */
  readonly placeOf: (path: string) => Place | undefined;
}

export const planOfForm = (form: Form, kind: Pick<KindDefinition, 'title'>): SuperiorPlan => ({
  title: kind.title,
  values: form.values,
  placeOf: (path) => form.locate(path),
});

/** `fields`: those of its kind, where the kind is known here; else of the form that names it. */
export const planOfSheet = (
  sheet: FactSheet,
  file: string,
  fields: KindDefinition['fields'],
): SuperiorPlan => ({
  title: sheet.title,
  values: sheet.values,
  placeOf: (path) => ({ file, field: labelOf(fields, path) }),
});

/** What a subordinate's form takes from the plan: what its basis line says, and the levels that bind it. */
const TAKEN = ['so_ky_hieu', 'ngay_ban_hanh', 'co_quan_ban_hanh', 'trich_yeu', 'cap_to_chuc'];

/** Whose the plan is, where that is not the issuer: its basis line says so. */
const IN_WHOSE_NAME = 'nhan_danh';

/** The plan under a subordinate's form: what is typed there lies over it, so that a stamped number wins over a blank. */
export function superiorLayer(plan: SuperiorPlan): FormLayer {
  const taken = TAKEN.flatMap((key): (readonly [string, LayerValue])[] => {
    const value = plan.values[key];
    return value === undefined ? [] : [[key, layerValue(value, key, plan)]];
  });
  const title = sentenceCase(plan.title);
  const name = plan.values[IN_WHOSE_NAME];
  const group: LayerGroup = {
    ...(title === '' ? {} : { ten_loai: layerText(title, plan.placeOf('loai_van_ban')) }),
    ...Object.fromEntries(taken),
    ...(typeof name === 'string' &&
      name !== '' && { co_quan_ban_hanh: layerText(name, plan.placeOf(IN_WHOSE_NAME)) }),
  };
  return buildLayer('under', { [SUPERIOR]: group });
}

function layerValue(value: FormValue, path: string, plan: SuperiorPlan): LayerValue {
  if (typeof value === 'string') return layerText(value, plan.placeOf(path));
  if (Array.isArray(value))
    return value.map((item: FormValue, index) => layerValue(item, `${path}.${index}`, plan));
  return Object.fromEntries(
    Object.entries(value as { readonly [key: string]: FormValue }).map(([key, inner]) => [
      key,
      layerValue(inner, `${path}.${key}`, plan),
    ]),
  );
}

/** "Kế hoạch" of "KẾ HOẠCH", as a type name is written in the middle of a text. */
const sentenceCase = (title: string): string => title.slice(0, 1) + title.slice(1).toLowerCase();
