import type { FieldDefinition } from './field.js';
import { isKindKey } from './find-kind.js';
import { partsOf } from './key-table.js';
import type { FormLayer } from './layer.js';
import type { RawGroup, RawPlace, RawValue } from './raw.js';
import { type ShapedForm, shapeForm } from './shape-form.js';
import type { MapNode } from './tree.js';

/** Two values of one field, a scalar or a whole list. The form has the upper one; this is what it lies over. */
export interface Meeting {
  readonly path: string;
  readonly field: FieldDefinition;
  readonly lower: RawValue;
  readonly place: RawPlace | undefined;
}

export interface LayeredForm extends ShapedForm {
  readonly meetings: readonly Meeting[];
}

/** The form's own tree with the values of layers under and over it; without layers it is the shape of the tree alone. */
export function shapeWithLayers(
  own: MapNode,
  layers: readonly FormLayer[],
  fields: readonly FieldDefinition[],
  file: string,
): LayeredForm {
  const shape = shapeForm(own, fields, file);
  if (layers.length === 0) return { ...shape, meetings: [] };
  const shapesOf = (rank: FormLayer['rank']): ShapedForm[] =>
    layers
      .filter((layer) => layer.rank === rank)
      .map((layer) => shapeForm(withoutKind(layer.tree), fields, file, layer));
  const [first, ...others] = [...shapesOf('under'), shape, ...shapesOf('over')] as [
    ShapedForm,
    ...ShapedForm[],
  ];
  const meetings: Meeting[] = [];
  const merged = others.reduce((lower, upper) => merge(lower, upper, fields, meetings), first);
  return { ...shape, ...merged, meetings };
}

/** What a form is of, it says itself. */
const withoutKind = (tree: MapNode): MapNode => ({
  ...tree,
  entries: tree.entries.filter(({ key }) => !isKindKey(key.value.text)),
});

function merge(
  lower: ShapedForm,
  upper: ShapedForm,
  fields: readonly FieldDefinition[],
  meetings: Meeting[],
): ShapedForm {
  const places = new Map<string, RawPlace>();
  const merging: Merging = { lower, upper, places, meetings };
  const raw = mergeGroup(merging, lower.raw, upper.raw, fields, '');
  const faulty = new Set([...lower.faulty, ...upper.faulty]);
  return { ...upper, raw, places, faulty, diagnostics: lower.diagnostics.concat(upper.diagnostics) };
}

interface Merging {
  readonly lower: ShapedForm;
  readonly upper: ShapedForm;
  readonly places: Map<string, RawPlace>;
  readonly meetings: Meeting[];
}

function mergeGroup(
  merging: Merging,
  lower: RawGroup,
  upper: RawGroup,
  fields: readonly FieldDefinition[],
  prefix: string,
): RawGroup {
  const raw: Record<string, RawValue> = {};
  for (const field of fields) {
    const path = prefix + field.key;
    const [low, high] = [lower[field.key], upper[field.key]];
    if (isGroup(low) && isGroup(high)) {
      raw[field.key] = mergeGroup(merging, low, high, partsOf(field), `${path}.`);
      copyPlace(merging, merging.upper, path);
      continue;
    }
    const isUpper = saysSomething(high) || !saysSomething(low);
    if (saysSomething(high) && saysSomething(low))
      merging.meetings.push({ path, field, lower: low, place: placeFrom(merging.lower, path) });
    raw[field.key] = isUpper ? high : low;
    copyPlaces(merging, isUpper ? merging.upper : merging.lower, path, raw[field.key]);
  }
  return raw;
}

const isGroup = (value: RawValue): value is RawGroup => typeof value === 'object' && !Array.isArray(value);

/** An empty value gives way to one that says something. */
function saysSomething(value: RawValue): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Object.values(value).some(saysSomething);
}

const placeFrom = ({ places, layer }: ShapedForm, path: string): RawPlace | undefined => {
  const place = places.get(path);
  return place === undefined || layer === undefined || place.layer ? place : { ...place, layer };
};

function copyPlace({ places }: Merging, from: ShapedForm, path: string): void {
  const place = placeFrom(from, path);
  if (place !== undefined) places.set(path, place);
}

function copyPlaces(merging: Merging, from: ShapedForm, path: string, value: RawValue): void {
  copyPlace(merging, from, path);
  if (typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) copyPlaces(merging, from, `${path}.${key}`, inner);
}
