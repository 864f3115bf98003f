import type { FieldDefinition } from './field.js';
import { type KeyMatch, keyTable, partsOf, shorthandOf } from './key-table.js';
import type { FormLayer } from './layer.js';
import type { RawGroup, RawValue } from './raw.js';
import { refuse, remarkOnEmptyItem, reportRepeated, reportUnknown, type Shape } from './shape-findings.js';
import { mapText, type SourceText, sliceText, trimText } from './source-text.js';
import type { ListNode, MapEntry, MapNode, ScalarNode, YamlNode } from './tree.js';
import { MARGIN_ORDER, splitMargins } from './types/margins.js';
import { splitPerson } from './types/person.js';
import { splitReference } from './types/reference.js';

/** A form's values as typed, before they are read by their types. */
export type ShapedForm = Shape & { readonly raw: RawGroup };

/** Fits a tree to the declared fields: keys to fields, bare values to groups, "91/KH-LĐLĐ" to its two parts. */
export function shapeForm(
  tree: MapNode,
  fields: readonly FieldDefinition[],
  file: string,
  layer?: FormLayer,
): ShapedForm {
  const shape: Shape = {
    file,
    ...(layer && { layer }),
    root: fields,
    places: new Map(),
    diagnostics: [],
    faulty: new Set(),
  };
  return { ...shape, raw: shapeGroup(shape, tree, fields, '', undefined) };
}

function shapeGroup(
  shape: Shape,
  map: MapNode,
  fields: readonly FieldDefinition[],
  prefix: string,
  group: FieldDefinition | undefined,
): RawGroup {
  const table = keyTable(fields);
  const raw: Record<string, RawValue> = {};
  const seen = new Map<string, MapEntry>();
  let before: KeyMatch | undefined;
  for (const entry of map.entries) {
    const match = table.find(entry.key.value.text);
    if (match === undefined) {
      reportUnknown(shape, entry, table, prefix, group, before);
      continue;
    }
    before = match;
    const { field, part } = match;
    const path = prefix + field.key;
    const repeated = seen.get(path) ?? (part ? seen.get(`${path}.${part.key}`) : firstPart(seen, path));
    if (repeated !== undefined) {
      reportRepeated(shape, entry, repeated, (part ?? field).label);
      continue;
    }
    seen.set(part ? `${path}.${part.key}` : path, entry);
    if (part === undefined) {
      raw[field.key] = shapeValue(shape, entry.value, field, path, entry.key);
    } else {
      const value = shapeValue(shape, entry.value, part, `${path}.${part.key}`, entry.key);
      raw[field.key] = { ...(raw[field.key] as RawGroup | undefined), [part.key]: value };
      if (!shape.places.has(path)) shape.places.set(path, { start: entry.key.start, end: entry.value.end });
    }
  }
  return raw;
}

const firstPart = (seen: ReadonlyMap<string, MapEntry>, path: string): MapEntry | undefined =>
  [...seen].find(([key]) => key.startsWith(`${path}.`))?.[1];

/**
 * `key` is where a message about the whole value points when the value is empty; `shown` is the field that people see:
 * not that of a list's item, nor that which a bare value belongs to.
 */
function shapeValue(
  shape: Shape,
  node: YamlNode,
  field: FieldDefinition,
  path: string,
  key: ScalarNode | undefined,
  shown = field,
): RawValue {
  const empty = node.type === 'scalar' && node.value.text.trim() === '';
  const place =
    empty && key !== undefined ? { start: key.start, end: key.end } : { start: node.start, end: node.end };
  shape.places.set(path, { ...place, ...(key && { key: { start: key.start, end: key.end } }) });
  if (empty && field.type !== 'list') return undefined;
  switch (field.type) {
    case 'list':
      return shapeList(shape, node, field, path, shown);
    case 'group': {
      if (node.type === 'map') return shapeGroup(shape, node, partsOf(field), `${path}.`, field);
      const bare = shorthandOf(field);
      if (bare !== undefined)
        return {
          [bare.key]: shapeValue(shape, node, bare, `${path}.${bare.key}`, key, {
            ...bare,
            label: field.label,
          }),
        };
      return refuse(shape, node, field, path, shown);
    }
    case 'reference':
      if (node.type === 'map') return shapeGroup(shape, node, partsOf(field), `${path}.`, field);
      return node.type === 'scalar'
        ? shapeParts(shape, splitReference(node.value), path)
        : refuse(shape, node, field, path, shown);
    case 'person':
      if (node.type === 'map') return shapeGroup(shape, node, partsOf(field), `${path}.`, field);
      return node.type === 'scalar'
        ? shapeParts(shape, splitPerson(node.value), path)
        : refuse(shape, node, field, path, shown);
    case 'margins':
      if (node.type === 'map') return shapeGroup(shape, node, partsOf(field), `${path}.`, field);
      return shapeMargins(shape, node, field, path);
    default:
      if (node.type !== 'scalar') return refuse(shape, node, field, path, shown);
      return take(
        shape,
        path,
        field.type === 'paragraph' || field.type === 'outline' ? node.value : oneLine(node.value),
      );
  }
}

const oneLine = (value: SourceText): SourceText => mapText(value, (text) => text.replace(/\n/g, ' '));

function take(shape: Shape, path: string, value: SourceText): string {
  const first = value.pieces[0];
  const last = value.pieces.at(-1);
  const place = shape.places.get(path);
  const start = first?.source ?? place?.start ?? 0;
  const end = last === undefined ? start : last.source + (last.sourceLength ?? last.length);
  shape.places.set(path, { ...place, start, end: Math.max(start, end), value });
  return value.text;
}

function shapeParts(shape: Shape, parts: Readonly<Record<string, SourceText>>, path: string): RawGroup {
  const raw: Record<string, RawValue> = {};
  for (const [key, value] of Object.entries(parts)) raw[key] = take(shape, `${path}.${key}`, value);
  return raw;
}

function shapeMargins(
  shape: Shape,
  node: ScalarNode | ListNode,
  field: FieldDefinition,
  path: string,
): RawValue {
  const sides = partsOf(field);
  const figures =
    node.type === 'scalar'
      ? splitMargins(node.value)
      : node.items.flatMap((item) => (item.type === 'scalar' ? [item.value] : []));
  if (figures.length !== sides.length) {
    return refuse(
      shape,
      node,
      field,
      path,
      field,
      `"${field.label}" cần 4 số đo (${MARGIN_ORDER}), nhưng tìm thấy ${figures.length}`,
    );
  }
  return shapeParts(shape, Object.fromEntries(sides.map((side, index) => [side.key, figures[index]!])), path);
}

function shapeList(
  shape: Shape,
  node: YamlNode,
  field: FieldDefinition,
  path: string,
  shown: FieldDefinition,
): RawValue {
  const item = field.item;
  if (item === undefined) return [];
  if (node.type === 'scalar') {
    const parts = node.value.text.trim() === '' ? [] : splitBare(node.value, field);
    if (parts === undefined) return refuse(shape, node, field, path, shown);
    return parts.map((part, index) => take(shape, `${path}.${index}`, part));
  }
  if (node.type === 'map') return refuse(shape, node, field, path, shown);
  const raw: RawValue[] = [];
  for (const child of node.items) {
    if (child.type === 'scalar' && child.value.text.trim() === '') {
      remarkOnEmptyItem(shape, child, shown);
      continue;
    }
    raw.push(shapeValue(shape, child, item, `${path}.${raw.length}`, undefined, shown));
  }
  return raw;
}

/** A list without dashes: allowed where the field declares what parts its items. */
function splitBare(value: SourceText, field: FieldDefinition): readonly SourceText[] | undefined {
  if (field.separator === undefined) return undefined;
  const parts: SourceText[] = [];
  let start = 0;
  const text = value.text.replaceAll(field.separator, '\n'.repeat(field.separator.length));
  for (const part of text.split('\n')) {
    if (part.trim() !== '') parts.push(trimText(sliceText(value, start, start + part.length)));
    start += part.length + 1;
  }
  return parts;
}
