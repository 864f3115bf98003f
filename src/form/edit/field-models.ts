import type { FieldDefinition } from '../field.js';
import { type KeyTable, keepsLines, keyTable, partsOf, shorthandOf } from '../key-table.js';
import type { Line } from '../lines.js';
import type { ItemOf } from '../read-form-tree.js';
import { mapText, type SourceText } from '../source-text.js';
import type { ListNode, MapEntry, MapNode, YamlNode } from '../tree.js';
import { composeParts, splitItems, splitParts } from './bare-values.js';
import type { FieldModel, Slot, Stray } from './form-model.js';
import { onceByKey } from './parts-once.js';
import { dashesOf, entrySlot, isFlow } from './places.js';
import { withTrailingLines } from './trailing-lines.js';

/** What the models of a form's fields are made of. */
export interface Reading {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly itemOf: ItemOf;
  readonly strays: Stray[];
}

/** What stands for a field: its key's entry, or its dash. */
interface Given {
  readonly node: YamlNode;
  readonly slot: Slot;
  readonly key?: { readonly from: number; readonly to: number };
}

interface Path {
  readonly path: string;
  readonly formPath: string;
}

/** The fields of a group as the form gives them, in the kind's order. */
export function readParts(
  reading: Reading,
  map: MapNode | undefined,
  fields: readonly FieldDefinition[],
  prefix: string,
  formPrefix: string,
): readonly FieldModel[] {
  const given = map === undefined ? NOTHING : entriesByKey(reading, map, keyTable(fields));
  return onceByKey(fields).map((field) => {
    const at = { path: prefix + field.key, formPath: formPrefix + field.key };
    const whole = given.get(field.key);
    const isApart =
      whole === undefined && partsOf(field).some((part) => given.has(`${field.key}.${part.key}`));
    return isApart ? readApart(reading, field, at, given) : readField(reading, field, at, whole);
  });
}

const NOTHING: ReadonlyMap<string, Given> = new Map();

/** The entries of a group by key ("so_ky_hieu", of a part that stands beside it "so_ky_hieu.so"); the others are strays. */
function entriesByKey(reading: Reading, map: MapNode, table: KeyTable): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const entry of map.entries) {
    const match = table.find(entry.key.value.text);
    if (match === undefined) {
      addStray(reading, 'unknown-key', entry);
      continue;
    }
    const key = match.field.key + (match.part === undefined ? '' : `.${match.part.key}`);
    const isRepeated =
      given.has(key) ||
      given.has(match.field.key) ||
      (match.part === undefined && [...given.keys()].some((other) => other.startsWith(`${key}.`)));
    if (isRepeated) addStray(reading, 'repeated-key', entry);
    else given.set(key, givenBy(reading, map, entry));
  }
  return given;
}

const givenBy = (reading: Reading, map: MapNode, entry: MapEntry): Given => ({
  node: entry.value,
  slot: entrySlot(reading.text, map, entry),
  key: { from: entry.key.start, to: entry.key.end },
});

function addStray({ strays, text }: Reading, type: Stray['type'], { key, value }: MapEntry): void {
  const range = { from: key.start, to: Math.max(key.end, value.end) };
  strays.push({ type, range, text: text.slice(range.from, range.to) });
}

function readField(reading: Reading, field: FieldDefinition, at: Path, given: Given | undefined): FieldModel {
  if (given === undefined) return absentField(reading, field, at);
  const { node, slot, key } = given;
  const isEmpty = node.type === 'scalar' && node.value.text.trim() === '';
  const {
    text = '',
    value,
    isShort = false,
    isMisfit = false,
    parts = NONE,
    items = NONE,
  } = isEmpty && !isScalar(field)
    ? readShape(reading, field, at, undefined)
    : readShape(reading, field, at, given);
  return {
    path: at.path,
    formPath: at.formPath,
    field,
    text,
    isGiven: true,
    isShort,
    isMisfit,
    parts,
    items,
    node,
    slot,
    range: { from: node.start, to: node.end },
    ...(key && { key }),
    ...(value && { value }),
  };
}

const NONE: readonly FieldModel[] = [];
const absent = new WeakMap<FieldDefinition, Map<string, FieldModel>>();
/** So many places of a field are remembered; a list of more items has its own ones made anew. */
const REMEMBERED = 500;

/** What is not given is the same in every text. */
function absentField(reading: Reading, field: FieldDefinition, at: Path): FieldModel {
  const known = absent.get(field) ?? new Map<string, FieldModel>();
  absent.set(field, known);
  const name = at.path === at.formPath ? at.path : `${at.path} ${at.formPath}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const { parts = NONE } = readShape(reading, field, at, undefined);
  const made: FieldModel = { ...at, field, ...NO_SHAPE, parts };
  if (known.size < REMEMBERED) known.set(name, made);
  return made;
}

const isScalar = (field: FieldDefinition): boolean => field.type !== 'list' && partsOf(field).length === 0;

function readShape(reading: Reading, field: FieldDefinition, at: Path, given: Given | undefined): Shape {
  switch (field.type) {
    case 'list':
      return readList(reading, field, at, given);
    case 'group':
      return readGroup(reading, field, at, given);
    case 'reference':
    case 'person':
    case 'margins':
      return readComposite(reading, field, at, given);
    default:
      return given === undefined ? {} : readScalar(reading, field, given.node);
  }
}

const NO_SHAPE = {
  text: '',
  isGiven: false,
  isShort: false,
  isMisfit: false,
  parts: NONE,
  items: NONE,
} as const satisfies Partial<FieldModel>;

type Shape = Partial<Pick<FieldModel, 'text' | 'value' | 'isShort' | 'isMisfit' | 'parts' | 'items'>>;

function readScalar(reading: Reading, field: FieldDefinition, node: YamlNode): Shape {
  if (node.type !== 'scalar') return { text: textOf(node), isMisfit: true };
  const keeps = keepsLines(field);
  const value = keeps ? withTrailingLines(reading, node) : oneLine(node.value);
  return { text: value.text, value };
}

const oneLine = (value: SourceText): SourceText =>
  value.text.includes('\n') ? mapText(value, (text) => text.replace(/\n/g, ' ')) : value;

/** Reads the parts of a field, of a map or of nothing. */
const partsReader =
  (reading: Reading, field: FieldDefinition, { path, formPath }: Path) =>
  (map: MapNode | undefined): readonly FieldModel[] =>
    readParts(reading, map, partsOf(field), `${path}.`, `${formPath}.`);

function readGroup(
  reading: Reading,
  field: FieldDefinition,
  { path, formPath }: Path,
  given: Given | undefined,
): Shape {
  const read = partsReader(reading, field, { path, formPath });
  if (given === undefined) return { parts: read(undefined) };
  const { node } = given;
  if (node.type === 'map') return { parts: read(node) };
  const bare = shorthandOf(field);
  const text = textOf(node);
  if (bare === undefined) return { parts: read(undefined), text, isMisfit: true };
  const inner = { path: `${path}.${bare.key}`, formPath: `${formPath}.${bare.key}` };
  const parts = read(undefined).map((part) =>
    part.field.key === bare.key ? readField(reading, part.field, inner, given) : part,
  );
  return { parts, isShort: true, text: parts.find((part) => part.path === inner.path)?.text ?? text };
}

function readComposite(reading: Reading, field: FieldDefinition, at: Path, given: Given | undefined): Shape {
  const read = partsReader(reading, field, at);
  if (given === undefined) return { parts: read(undefined) };
  const { node } = given;
  if (node.type === 'map') {
    const parts = read(node);
    return { parts, text: composeParts(field, partTexts(parts)) };
  }
  const whole = node.type === 'scalar' ? oneLine(node.value) : undefined;
  const values = whole === undefined ? itemValues(field, node as ListNode) : splitParts(field, whole);
  const parts = read(undefined).map((part): FieldModel => {
    const value = values[part.field.key];
    if (value === undefined) return part;
    return { ...part, isGiven: true, text: value.text, value, ...rangeOf(value) };
  });
  return whole === undefined
    ? { parts, text: textOf(node), isMisfit: true }
    : { parts, text: whole.text, value: whole, isShort: true };
}

/** "Số: 91" and "Ký hiệu: KH-LĐLĐ" beside each other in the group around them. */
function readApart(
  reading: Reading,
  field: FieldDefinition,
  at: Path,
  given: ReadonlyMap<string, Given>,
): FieldModel {
  const parts = partsOf(field).map((part) =>
    readField(
      reading,
      part,
      { path: `${at.path}.${part.key}`, formPath: `${at.formPath}.${part.key}` },
      given.get(`${field.key}.${part.key}`),
    ),
  );
  return { ...at, field, ...NO_SHAPE, isGiven: true, parts, text: composeParts(field, partTexts(parts)) };
}

export const partTexts = (parts: readonly FieldModel[]): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map((part) => [part.field.key, part.text]));

/** `[20, 20, 30, 15]` */
function itemValues(
  field: FieldDefinition,
  { items }: ListNode,
): Readonly<Record<string, SourceText | undefined>> {
  const values = items.map((item) => (item.type === 'scalar' ? item.value : undefined));
  return Object.fromEntries(partsOf(field).map(({ key }, index) => [key, values[index]]));
}

function readList(reading: Reading, field: FieldDefinition, at: Path, given: Given | undefined): Shape {
  if (given === undefined) return {};
  const { node } = given;
  if (node.type === 'list') return { items: readItems(reading, field, at, node) };
  const item = reading.itemOf(field, 0) ?? field.item;
  if (item === undefined || node.type === 'map') return { text: textOf(node), isMisfit: true };
  const values = field.separator === undefined ? [node.value] : splitItems(node.value, field.separator);
  const items = values.map((value, index): FieldModel => {
    const path = { path: `${at.path}.${index}`, formPath: `${at.formPath}.${index}` };
    const text = { text: value.text, value, ...rangeOf(value) };
    return { ...path, field: item, ...NO_SHAPE, isGiven: true, ...text };
  });
  return { items, text: node.value.text, isShort: true, isMisfit: field.separator === undefined };
}

function readItems(reading: Reading, list: FieldDefinition, at: Path, node: ListNode): FieldModel[] {
  const flow = isFlow(reading.text, node);
  const dashes = flow ? [] : dashesOf(reading, node);
  let shown = 0;
  return node.items.flatMap((child, index): FieldModel[] => {
    const field = reading.itemOf(list, index);
    if (field === undefined) return [];
    const path = { path: `${at.path}.${index}`, formPath: `${at.formPath}.${shown}` };
    if (child.type !== 'scalar' || child.value.text.trim() !== '') shown += 1;
    const dash = dashes[index] ?? child.start;
    const slot: Slot = { at: dash, from: flow ? child.start : dash + 1, isItem: true, isFlow: flow };
    return [readField(reading, field, path, { node: child, slot })];
  });
}

const rangeOf = ({ pieces }: SourceText): Pick<FieldModel, 'range'> => {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return {};
  return { range: { from: first.source, to: last.source + (last.sourceLength ?? last.length) } };
};

/** What can be read of something that stands where it should not. */
function textOf(node: YamlNode): string {
  switch (node.type) {
    case 'scalar':
      return node.value.text;
    case 'list':
      return node.items.map(textOf).join(' ');
    case 'map':
      return node.entries.map(({ key, value }) => `${key.value.text}: ${textOf(value)}`).join(' ');
  }
}
