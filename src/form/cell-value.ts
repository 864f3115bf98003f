import type { Place } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from './field.js';
import { listOf } from './key-table.js';
import { type LayerValue, layerText } from './layer.js';

/** A table's cell as the value of a field: a list has an item on each line, from `placeOf` its number. */
export function cellValue(
  text: string,
  field: FieldDefinition,
  placeOf: (line: number) => Place | undefined,
): LayerValue {
  const list = listOf(field);
  if (list === undefined || list.separator !== undefined) return layerText(text.trim(), placeOf(0));
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [layerText(line.trim(), placeOf(at))]));
}
