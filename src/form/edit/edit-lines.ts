import type { FieldDefinition } from '../field.js';
import { keyTable, partsOf, shorthandOf } from '../key-table.js';
import type { MapNode } from '../tree.js';
import type { FieldModel, ReadModel, TypedValue } from './form-model.js';
import { STEP, toJson } from './notation.js';
import { partsOnce } from './parts-once.js';
import { extentEnd, isComment, lineAt, lineIndex, prefixOf } from './places.js';
import type { TextChange } from './text-change.js';
import { trimChange } from './text-diff.js';
import { keyOf, type Manner, writeEntry, writeItems } from './write-value.js';

type Changes = readonly TextChange[];

/** Writes a field into a group of lines: behind the nearest one that comes before it in the kind's order. */
export function insertEntry(
  model: ReadModel,
  group: FieldModel,
  field: FieldDefinition,
  value: TypedValue,
  manner: Manner,
): Changes {
  const siblings = partsOf(group.field);
  const map = group.node?.type === 'map' ? group.node : undefined;
  const first = map?.entries[0];
  const prefix = first === undefined ? '' : prefixOf(model, first.key.start);
  const lines = writeEntry(field, siblings, value, prefix, manner);
  if (first === undefined) return [atEnd(model, lines)];
  const before = nearestBefore(map!, partsOnce(group.field), siblings, field);
  if (before === undefined) {
    const insert = `${lines.join('\n').slice(prefix.length)}\n${prefix}`;
    return [{ from: first.key.start, to: first.key.start, insert }];
  }
  const at = extentEnd(model, before.key.start, before.value.end);
  return [{ from: at, to: at, insert: `\n${lines.join('\n')}` }];
}

function nearestBefore(
  map: MapNode,
  order: readonly FieldDefinition[],
  siblings: readonly FieldDefinition[],
  field: FieldDefinition,
) {
  const table = keyTable(siblings);
  const rank = (key: string | undefined): number => order.findIndex((one) => one.key === key);
  const own = rank(field.key);
  let [found, best]: [MapNode['entries'][number] | undefined, number] = [undefined, -1];
  for (const entry of map.entries) {
    const at = rank(table.find(entry.key.value.text)?.field.key);
    if (at >= 0 && at < own && at >= best) [found, best] = [entry, at];
  }
  return found;
}

function atEnd({ text }: ReadModel, lines: readonly string[]): TextChange {
  const isOpen = text !== '' && !text.endsWith('\n');
  return { from: text.length, to: text.length, insert: `${isOpen ? '\n' : ''}${lines.join('\n')}\n` };
}

/** The other half of "Số: 91" beside "Ký hiệu: KH-LĐLĐ", in its order. */
export function insertBeside(
  model: ReadModel,
  group: FieldModel,
  whole: FieldModel,
  part: FieldModel,
  value: TypedValue,
  manner: Manner,
): Changes {
  const other = whole.parts.find((one) => one.slot !== undefined);
  if (other?.slot === undefined) return [];
  const { at } = other.slot;
  const prefix = prefixOf(model, at);
  const lines = writeEntry(part.field, partsOf(group.field), value, prefix, manner).join('\n');
  if (whole.parts.indexOf(part) < whole.parts.indexOf(other))
    return [{ from: at, to: at, insert: `${lines.slice(prefix.length)}\n${prefix}` }];
  const end = extentEnd(model, at, other.range?.to ?? at);
  return [{ from: end, to: end, insert: `\n${lines}` }];
}

/** Writes an item before the one that stands at `index`, or behind the last. */
export function insertItem(
  model: ReadModel,
  list: FieldModel,
  index: number,
  value: TypedValue,
  manner: Manner,
): Changes {
  const { items } = list;
  const beside = items[index > 0 ? index - 1 : 0]?.slot;
  if (beside === undefined) return [];
  const prefix = prefixOf(model, beside.at);
  const lines = writeItems(list.field, [value], prefix, manner, index).join('\n');
  if (index === 0)
    return [{ from: beside.at, to: beside.at, insert: `${lines.slice(prefix.length)}\n${prefix}` }];
  const at = itemEnd(model, items[index - 1]!);
  return [{ from: at, to: at, insert: `\n${lines}` }];
}

const itemEnd = (model: ReadModel, { slot, node }: FieldModel): number =>
  extentEnd(model, slot!.at, Math.max(slot!.from, node!.end));

export function removeItem(model: ReadModel, list: FieldModel, index: number): Changes {
  const { slot } = list.items[index]!;
  const { text } = model;
  const line = lineAt(model, slot!.at);
  const end = itemEnd(model, list.items[index]!);
  const next = list.items[index + 1]?.slot?.at;
  // The first item of a list in a list stands on the line of that one's dash.
  if (line.content < slot!.at && next !== undefined) return [{ from: slot!.at, to: next, insert: '' }];
  if (end === text.length) return [{ from: Math.max(0, line.start - 1), to: end, insert: '' }];
  const before = model.lines[lineIndex(model, line.start) - 1];
  const after = lineAt(model, end + 1);
  // Of the blank lines around it one stays.
  const from = before?.blank === true && after.blank ? before.start : line.start;
  return [{ from, to: end + 1, insert: '' }];
}

/** Items change places; what stands between two stays there, but comments right above an item go with it. */
export function moveItem(model: ReadModel, list: FieldModel, from: number, to: number): Changes {
  const { text } = model;
  const spans = list.items.map((item, index) => ({
    start: index === 0 ? item.slot!.at : startWithComments(model, item.slot!.at),
    at: item.slot!.at,
    end: itemEnd(model, item),
  }));
  const order = spans.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const stretch = (index: number): string => {
    const { start, at, end } = spans[order[index]!]!;
    // What comes first has its dash where the first one's was, and its comments above it.
    const lead = text.slice(start, at);
    return low === 0 && index === 0 && lead !== ''
      ? `${lead.trimStart()}${text.slice(at, end)}`
      : text.slice(start, end);
  };
  let insert = '';
  for (let index = low; index <= high; index++)
    insert += stretch(index) + (index < high ? text.slice(spans[index]!.end, spans[index + 1]!.start) : '');
  return trimChange(text, { from: spans[low]!.start, to: spans[high]!.end, insert });
}

/** The beginning of the comment lines right above an item, from their first sign; else its dash. */
function startWithComments(model: ReadModel, at: number): number {
  let index = lineIndex(model, at);
  if (model.lines[index]!.content !== at) return at;
  const own = model.lines[index]!.indent;
  let start = at;
  for (index -= 1; index >= 0; index--) {
    const line = model.lines[index]!;
    if (!isComment(model, line) || line.indent !== own) break;
    start = line.content;
  }
  return start;
}

/** "Thời gian: trước 10/3" as "Thời gian:" and "Hạn: trước 10/3" under it; in the same letters, white space and comments. */
export function spellOut(model: ReadModel, group: FieldModel): Changes {
  const { slot, node, field } = group;
  const bare = shorthandOf(field);
  if (slot === undefined || node === undefined || bare === undefined) return [];
  const key = keyOf(bare, partsOf(field));
  if (slot.isFlow) {
    return [
      { from: node.start, to: node.start, insert: `{ ${toJson(key)}: ` },
      { from: node.end, to: node.end, insert: ' }' },
    ];
  }
  const last = lineIndex(model, extentEnd(model, slot.at, Math.max(slot.from, node.end)));
  const first = lineIndex(model, slot.from);
  const deeper = model.lines
    .slice(first + 1, last + 1)
    .flatMap(
      (line): Changes =>
        line.blank && line.spaces === 0 ? [] : [{ from: line.start, to: line.start, insert: STEP }],
    );
  if (slot.isItem) {
    const gap = /^[ \t]*/.exec(model.text.slice(slot.from))![0];
    const start = slot.from + gap.length;
    return [
      { from: slot.from, to: start, insert: ` ${key}:${model.text[start] === '\n' ? '' : ' '}` },
      ...deeper,
    ];
  }
  return [...headOnItsOwn(model, group, `${prefixOf(model, slot.at)}${STEP}${key}:`), ...deeper];
}

/** What stands behind a key goes to a line of its own; a comment behind it stays with the key. */
function headOnItsOwn(model: ReadModel, { slot, node }: FieldModel, key: string): Changes {
  const { text } = model;
  const line = lineAt(model, slot!.from);
  const isBelow = node!.type === 'list' && node!.start > line.end;
  if (isBelow) return [{ from: line.end, to: line.end, insert: `\n${key}` }];
  const head = text.slice(slot!.from, line.end);
  const isOnLine = node!.start >= slot!.from && node!.end <= line.end && node!.type === 'scalar';
  const end = isOnLine && node!.style !== 'block' ? node!.end : line.end;
  const value = isOnLine ? text.slice(slot!.from, end) : head;
  return [
    { from: slot!.from, to: slot!.from + value.length, insert: '' },
    { from: line.end, to: line.end, insert: `\n${key}${value.trimEnd()}` },
  ];
}
