import type { FieldDefinition } from '../field.js';
import { keyTable, partsOf } from '../key-table.js';
import type { YamlNode } from '../tree.js';
import type { FieldModel, ReadModel, TypedValue } from './form-model.js';
import { toJson } from './notation.js';
import { partsOnce } from './parts-once.js';
import { lineAt } from './places.js';
import type { TextChange } from './text-change.js';
import { trimChange } from './text-diff.js';
import { isGroup, isList, isNothing } from './typed-values.js';
import { keyOf } from './write-value.js';

type Changes = readonly TextChange[];

/** A value in brackets as JSON, its parts under the labels that people read. What says nothing is left out. */
export function flowValue(field: FieldDefinition, value: TypedValue): unknown {
  if (isList(value)) return value.map((item) => (field.item ? flowValue(field.item, item) : item));
  if (!isGroup(value)) return value;
  const parts = partsOnce(field).filter(({ key }) => !isNothing(value[key]));
  return Object.fromEntries(
    parts.map((part) => [keyOf(part, partsOf(field)), flowValue(part, value[part.key]!)]),
  );
}

export function replaceFlow(
  model: ReadModel,
  node: YamlNode,
  field: FieldDefinition,
  value: TypedValue,
): Changes {
  const insert = json(model, node.start, flowValue(field, value));
  return trimChange(model.text, {
    from: node.start,
    to: node.end,
    insert: node.end === node.start ? ` ${insert}` : insert,
  });
}

/** Writes a field into a group in brackets, in the kind's order, on a line of its own where the others have one. */
export function insertFlowEntry(
  model: ReadModel,
  group: FieldModel,
  field: FieldDefinition,
  value: TypedValue,
): Changes {
  const { node } = group;
  if (node?.type !== 'map') return [];
  const siblings = partsOf(group.field);
  const order = partsOnce(group.field).map(({ key }) => key);
  const ranks = node.entries.map(({ key }) =>
    order.indexOf(keyTable(siblings).find(key.value.text)?.field.key ?? ''),
  );
  const own = order.indexOf(field.key);
  const best = Math.max(...ranks.filter((rank) => rank >= 0 && rank < own), -1);
  const index = best < 0 ? 0 : ranks.lastIndexOf(best) + 1;
  const stretches = node.entries.map(({ key, value: { end } }) => ({
    start: key.start,
    end: Math.max(end, key.end),
  }));
  return insertStretch(model, node, stretches, index, (at) => {
    const key = toJson(keyOf(field, siblings));
    return `${key}: ${json(model, at, flowValue(field, value))}`;
  });
}

export function insertFlowItem(
  model: ReadModel,
  list: FieldModel,
  index: number,
  value: TypedValue,
): Changes {
  const { node, field } = list;
  const item = model.itemOf(field, index) ?? field.item;
  if (node?.type !== 'list' || item === undefined) return [];
  return insertStretch(model, node, node.items, index, (at) => json(model, at, flowValue(item, value)));
}

type Stretch = { readonly start: number; readonly end: number };

function insertStretch(
  model: ReadModel,
  node: YamlNode,
  stretches: readonly Stretch[],
  index: number,
  write: (at: number) => string,
): Changes {
  const { text } = model;
  const [before, after] = [stretches[index - 1], stretches[index]];
  if (before !== undefined) {
    const gap = gapBefore(text, node, stretches, index - 1);
    return [{ from: before.end, to: before.end, insert: `,${gap}${write(before.start)}` }];
  }
  if (after !== undefined) {
    const gap = gapBefore(text, node, stretches, 0) || ' ';
    return [{ from: after.start, to: after.start, insert: `${write(after.start)},${gap}` }];
  }
  const line = lineAt(model, node.start);
  const indent = text.slice(line.start, line.content);
  const made = write(node.start);
  const isWhole = text.slice(0, node.start).trim() === '';
  const insert =
    isWhole || made.includes('\n') ? `\n${indent}  ${made.replaceAll('\n', '\n  ')}\n${indent}` : made;
  return [{ from: node.start + 1, to: node.end - 1, insert }];
}

/** The white space before an entry, as others are to have it; comments are no part of it. */
function gapBefore(text: string, node: YamlNode, stretches: readonly Stretch[], index: number): string {
  const from = stretches[index - 1]?.end ?? node.start + 1;
  return /\s*$/.exec(text.slice(from, stretches[index]!.start))![0];
}

export function removeFlowItem(_: ReadModel, list: FieldModel, index: number): Changes {
  const { node } = list;
  if (node?.type !== 'list') return [];
  const [before, own, after] = [node.items[index - 1], node.items[index]!, node.items[index + 1]];
  if (after !== undefined) return [{ from: own.start, to: after.start, insert: '' }];
  if (before !== undefined) return [{ from: before.end, to: own.end, insert: '' }];
  return [{ from: node.start + 1, to: node.end - 1, insert: '' }];
}

export function moveFlowItem(model: ReadModel, list: FieldModel, from: number, to: number): Changes {
  const { node } = list;
  if (node?.type !== 'list') return [];
  const order = node.items.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  return node.items.flatMap(({ start, end }, index): Changes => {
    const other = node.items[order[index]!]!;
    return trimChange(model.text, { from: start, to: end, insert: model.text.slice(other.start, other.end) });
  });
}

/** JSON, over several lines where the value has parts and stands on a line of its own. */
function json(model: ReadModel, at: number, value: unknown): string {
  const line = lineAt(model, at);
  const isOwnLine = line.start !== lineAt(model, model.text.trimEnd().length).start || line.start > 0;
  if (typeof value === 'string' || !isOwnLine) return toJson(value);
  const indent = model.text.slice(line.start, line.content);
  return toJson(value, 2).replaceAll('\n', `\n${indent}`);
}
