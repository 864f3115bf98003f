import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from './field.js';
import { isKindKey } from './find-kind.js';
import { partsOf } from './key-table.js';
import type { FormLayer } from './layer.js';
import type { Places, RawGroup, RawPlace, RawValue } from './raw.js';
import { shapeForm } from './shape-form.js';
import type { MapNode } from './tree.js';

/** Two values of one field, a scalar or a whole list. The form has the upper one; this is what it lies over. */
export interface Meeting {
  readonly path: string;
  readonly field: FieldDefinition;
  readonly lower: RawValue;
  readonly place: RawPlace | undefined;
}

/** Values as typed, of a form, of a layer or of several of them put together. */
interface Values {
  readonly raw: RawGroup;
  readonly places: Places;
  readonly faulty: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LayeredForm extends Values {
  readonly file: string;
  readonly meetings: readonly Meeting[];
  /** What the form says whatever other layers there are: of a value that is the same object here nothing was changed. */
  readonly base: RawGroup;
}

/**
 * The form's own tree with the values of layers under and over it; without layers it is the shape of the tree alone. `fixed`
 * are the uppermost of the layers under it that every reading of the same tree has; with them it is shaped once.
 */
export function shapeWithLayers(
  own: MapNode,
  layers: readonly FormLayer[],
  fields: readonly FieldDefinition[],
  file: string,
  fixed: readonly FormLayer[] = [],
): LayeredForm {
  const base = rememberedBase(own, fields, file, fixed);
  if (layers.length === 0) return { ...base, file, base: base.raw };
  const meetings: Meeting[] = [];
  const mergeAll = (some: readonly Values[]): Values =>
    some.reduce((lower, upper) => merge(lower, upper, fields, meetings));
  const shapesOf = (rank: FormLayer['rank']): readonly Values[] =>
    layers.filter((layer) => layer.rank === rank).map((layer) => shapeLayer(layer, fields, file));
  const under = shapesOf('under');
  const merged = mergeAll([...(under.length > 0 ? [mergeAll(under)] : []), base, ...shapesOf('over')]);
  return { ...merged, file, meetings: [...base.meetings, ...meetings], base: base.raw };
}

interface Base extends Values {
  readonly meetings: readonly Meeting[];
}

interface RememberedBase {
  readonly fields: readonly FieldDefinition[];
  readonly file: string;
  readonly fixed: readonly FormLayer[];
  readonly base: Base;
}

const bases = new WeakMap<MapNode, RememberedBase>();

function rememberedBase(
  own: MapNode,
  fields: readonly FieldDefinition[],
  file: string,
  fixed: readonly FormLayer[],
): Base {
  const known = bases.get(own);
  const isKnown =
    known?.fields === fields &&
    known.file === file &&
    known.fixed.length === fixed.length &&
    known.fixed.every((layer, at) => layer === fixed[at]);
  if (isKnown) return known.base;
  const meetings: Meeting[] = [];
  const shapes: readonly Values[] = [
    ...fixed.map((layer) => shapeLayer(layer, fields, file)),
    shapeForm(own, fields, file),
  ];
  const merged = shapes.reduce((lower, upper) => merge(lower, upper, fields, meetings));
  const base = { ...merged, meetings };
  bases.set(own, { fields, file, fixed, base });
  return base;
}

function shapeLayer(layer: FormLayer, fields: readonly FieldDefinition[], file: string): Values {
  const { raw, places, faulty, diagnostics } = shapeForm(withoutKind(layer.tree), fields, file, layer);
  const get = (path: string): RawPlace | undefined => {
    const place = places.get(path);
    return place && { ...place, layer };
  };
  return { raw, places: { get }, faulty, diagnostics };
}

/** What a form is of, it says itself. */
const withoutKind = (tree: MapNode): MapNode => ({
  ...tree,
  entries: tree.entries.filter(({ key }) => !isKindKey(key.value.text)),
});

/** Of a field that only one of them has nothing is copied: a row of a few cells over a long form costs those few. */
function merge(
  lower: Values,
  upper: Values,
  fields: readonly FieldDefinition[],
  meetings: Meeting[],
): Values {
  const places = new Map<string, RawPlace>();
  const merging: Merging = { lower, upper, places, meetings };
  const common = fields.filter(({ key }) => key in lower.raw && key in upper.raw);
  const raw: Record<string, RawValue> = { ...lower.raw, ...upper.raw };
  for (const field of common) mergeField(merging, lower.raw, upper.raw, field, field.key, raw);
  const met = new Set(common.map(({ key }) => key));
  const get = (path: string): RawPlace | undefined => {
    const [key = ''] = path.split('.', 1);
    return met.has(key) ? places.get(path) : (upper.places.get(path) ?? lower.places.get(path));
  };
  const faulty = new Set([...lower.faulty, ...upper.faulty]);
  return { raw, places: { get }, faulty, diagnostics: lower.diagnostics.concat(upper.diagnostics) };
}

interface Merging {
  readonly lower: Values;
  readonly upper: Values;
  readonly places: Map<string, RawPlace>;
  readonly meetings: Meeting[];
}

function mergeField(
  merging: Merging,
  lower: RawGroup,
  upper: RawGroup,
  field: FieldDefinition,
  path: string,
  into: Record<string, RawValue>,
): void {
  const [low, high] = [lower[field.key], upper[field.key]];
  if (isGroup(low) && isGroup(high)) {
    const raw: Record<string, RawValue> = {};
    for (const part of partsOf(field)) mergeField(merging, low, high, part, `${path}.${part.key}`, raw);
    into[field.key] = raw;
    copyPlace(merging, merging.upper, path);
    return;
  }
  const lowSays = saysSomething(low);
  const highSays = saysSomething(high);
  if (highSays && lowSays)
    merging.meetings.push({ path, field, lower: low, place: merging.lower.places.get(path) });
  // Of two that say nothing the one that stands somewhere is remembered for its place.
  const isUpper = highSays || (!lowSays && merging.upper.places.get(path) !== undefined);
  into[field.key] = isUpper ? high : low;
  copyPlaces(merging, isUpper ? merging.upper : merging.lower, path, into[field.key]);
}

const isGroup = (value: RawValue): value is RawGroup => typeof value === 'object' && !Array.isArray(value);

/** An empty value gives way to one that says something. */
function saysSomething(value: RawValue): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Object.values(value).some(saysSomething);
}

function copyPlace({ places }: Merging, from: Values, path: string): void {
  const place = from.places.get(path);
  if (place !== undefined) places.set(path, place);
}

function copyPlaces(merging: Merging, from: Values, path: string, value: RawValue): void {
  copyPlace(merging, from, path);
  if (typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) copyPlaces(merging, from, `${path}.${key}`, inner);
}
