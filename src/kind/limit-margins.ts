import type { FieldDefinition } from '../form/field.js';
import type { Profile } from '../profile/profile.js';
import type { FieldPlaces } from './read-fields.js';

/** Puts the profile's ranges (R7) on the kind's fields for margins, so that no kind repeats them. */
export function limitMargins(
  fields: readonly FieldDefinition[],
  { margins }: Profile,
  places: FieldPlaces,
): readonly FieldDefinition[] {
  const limits = {
    tren_min: margins.top.min,
    tren_max: margins.top.max,
    duoi_min: margins.bottom.min,
    duoi_max: margins.bottom.max,
    trai_min: margins.left.min,
    trai_max: margins.left.max,
    phai_min: margins.right.min,
    phai_max: margins.right.max,
  };
  return fields.map((field) => {
    if (field.type !== 'margins') return field;
    const limited = { ...field, limits: { ...limits, ...field.limits } };
    const place = places.get(field);
    if (place) places.set(limited, place);
    return limited;
  });
}
