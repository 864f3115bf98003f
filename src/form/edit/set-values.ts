import { shorthandOf } from '../key-table.js';
import { composeParts } from './bare-values.js';
import { insertFlowEntry, insertFlowItem, moveFlowItem, removeFlowItem, replaceFlow } from './edit-flow.js';
import { insertBeside, insertEntry, insertItem, moveItem, removeItem, spellOut } from './edit-lines.js';
import { textChanges } from './edit-text.js';
import type { FieldModel, TypedValue } from './form-model.js';
import { partsOnce } from './parts-once.js';
import { isFlow, prefixOf } from './places.js';
import { replaceValue } from './replace-value.js';
import type { TextChange } from './text-change.js';
import { isGroup, isList, isNothing, isSame, shaped, type TypedGroup, typedValue } from './typed-values.js';
import { attempt, KIND_KEY, namesKind, type Wanted, type Work } from './work.js';
import { mannersOf, writeValue } from './write-value.js';

type Ways = Iterable<readonly TextChange[]>;

const toBe = (path: string, value: TypedValue): Wanted => ({ path, change: () => value });
const parentPath = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** Gives a field another value; false where the form cannot be brought to say it. */
export function setValue(work: Work, path: string, value: TypedValue): boolean {
  if (!setKindOf(work, path, value)) return false;
  const target = work.model.find(path);
  if (target === undefined) return appendItem(work, path, value);
  if (path === work.model.kind.papers?.list && isList(value)) return setPapers(work, path, value);
  const wanted = shaped(target.field, value, work.model.itemOf);
  if (isSame(wanted, typedValue(target))) return true;
  if (isList(wanted)) return setList(work, target, wanted);
  if (isGroup(wanted)) return setParts(work, target, wanted, typeof value === 'string' ? value : undefined);
  return setText(work, target, wanted as string);
}

/** Which fields a dossier's paper has depends on its kind: that is set before the rest of it. */
function setKindOf(work: Work, path: string, value: TypedValue): boolean {
  const kindPath = `${path}.${KIND_KEY}`;
  const isPaper = isGroup(value) && namesKind(work.model, kindPath) && work.model.find(path) !== undefined;
  return !isPaper || isNothing(value[KIND_KEY]) || setValue(work, kindPath, value[KIND_KEY]!);
}

function setPapers(work: Work, path: string, papers: readonly TypedValue[]): boolean {
  const count = (): number => work.model.find(path)?.items.length ?? 0;
  while (count() > papers.length) if (!removeAt(work, path, count() - 1)) return false;
  return papers.every((paper, index) =>
    index < count() ? setValue(work, `${path}.${index}`, paper) : insertAt(work, path, index, paper),
  );
}

/** A path that leads into the item behind a list's last one. */
function appendItem(work: Work, path: string, value: TypedValue): boolean {
  const [list, index, inner] = nearestList(work, path);
  if (list === undefined || Number(index) !== list.items.length) return false;
  const made = inner.reduceRight<TypedValue>(
    (whole, step) => (/^\d+$/.test(step) ? [whole] : { [step]: whole }),
    value,
  );
  return insertAt(work, list.path, list.items.length, made);
}

function nearestList(
  { model }: Work,
  path: string,
): readonly [FieldModel | undefined, string, readonly string[]] {
  const steps = path.split('.');
  for (let count = steps.length - 1; count > 0; count--) {
    const found = model.find(steps.slice(0, count).join('.'));
    if (found?.field.type === 'list') return [found, steps[count]!, steps.slice(count + 1)];
  }
  return [undefined, '', []];
}

function setText(work: Work, target: FieldModel, text: string): boolean {
  const { path } = target;
  const wanted = toBe(path, text);
  if (attempt(work, textChanges(work.model, target, text), wanted)) return true;
  const parent = work.model.find(parentPath(path));
  if (parent === undefined) return placeValue(work, path, text);
  if (parent.field.type === 'list' && parent.isShort) {
    const items = typedValue(parent) as readonly TypedValue[];
    return setList(work, parent, items.with(Number(path.slice(parent.path.length + 1)), text));
  }
  if (!parent.isShort) return target.slot === undefined && placeValue(work, path, text);
  if (parent.field.type !== 'group')
    return setComposite(work, parent, { ...(typedValue(parent) as TypedGroup), [target.field.key]: text });
  return spellOutGroup(work, parent) && setValue(work, path, text);
}

const spellOutGroup = (work: Work, group: FieldModel): boolean =>
  attempt(work, [spellOut(work.model, group)], toBe(group.path, typedValue(group)));

function setParts(work: Work, target: FieldModel, wanted: TypedGroup, text?: string): boolean {
  const { path, field } = target;
  if (field.type !== 'group' && (target.isShort || target.isMisfit))
    return setComposite(work, target, wanted, text);
  if (isNothing(wanted) && target.node !== undefined && target.slot?.isItem !== true) {
    if (attempt(work, emptied(work, target), toBe(path, wanted))) return true;
  }
  const isThere =
    target.isGiven && !target.isMisfit && (target.node?.type === 'map' || target.slot === undefined);
  if (!isThere && !target.isShort) return placeValue(work, path, wanted);
  if (target.isShort && !isOnlyBare(target, wanted) && !spellOutGroup(work, target)) return false;
  return partsOnce(field).every(({ key }) => setValue(work, `${path}.${key}`, wanted[key] ?? ''));
}

function isOnlyBare(target: FieldModel, wanted: TypedGroup): boolean {
  const bare = shorthandOf(target.field);
  return Object.keys(wanted).every((key) => key === bare?.key || isNothing(wanted[key]));
}

/** "91/KH-LĐLĐ": as one text as long as its parts can be told apart in it. */
function setComposite(work: Work, target: FieldModel, wanted: TypedGroup, text?: string): boolean {
  const { path, field } = target;
  const parts = wanted as Readonly<Record<string, string>>;
  // Margins are four figures or stand under their names.
  const isWhole = field.type !== 'margins' || partsOnce(field).every(({ key }) => parts[key]);
  const composed = isWhole ? [withPart(target, parts), composeParts(field, parts)] : [];
  const texts = text === undefined ? composed : [text];
  const ways = function* (): Generator<readonly TextChange[]> {
    for (const one of texts) if (one !== undefined) yield* textChanges(work.model, target, one);
    yield* valuesInPlace(work, target, wanted);
  };
  return attempt(work, ways(), toBe(path, wanted));
}

/** The text as it is, but for the one part that changes. */
function withPart(target: FieldModel, wanted: Readonly<Record<string, string>>): string | undefined {
  const changed = target.parts.filter((part) => part.text !== (wanted[part.field.key] ?? ''));
  const [part, ...more] = changed;
  if (part === undefined || more.length > 0 || part.text === '') return undefined;
  const made = wanted[part.field.key];
  const index = target.text.indexOf(part.text);
  const isOne = index >= 0 && !target.text.includes(part.text, index + 1);
  if (!made || !isOne) return undefined;
  return target.text.slice(0, index) + made + target.text.slice(index + part.text.length);
}

function setList(work: Work, target: FieldModel, wanted: readonly TypedValue[]): boolean {
  const { path, field, node } = target;
  if (wanted.length === 0) return attempt(work, emptied(work, target), toBe(path, []));
  if (target.isShort) {
    const separator = target.text.includes('\n') ? '\n' : (field.separator ?? '');
    const ways = function* (): Generator<readonly TextChange[]> {
      if (field.separator !== undefined && wanted.every((item) => typeof item === 'string'))
        yield* textChanges(work.model, target, wanted.join(separator));
      yield* valuesInPlace(work, target, wanted);
    };
    return attempt(work, ways(), toBe(path, wanted));
  }
  if (node?.type !== 'list' || target.items.length === 0) return placeValue(work, path, wanted);
  const old = typedValue(target) as readonly TypedValue[];
  let head = 0;
  while (head < Math.min(old.length, wanted.length) && isSame(old[head], wanted[head])) head += 1;
  let tail = 0;
  const most = Math.min(old.length, wanted.length) - head;
  while (tail < most && isSame(old[old.length - 1 - tail], wanted[wanted.length - 1 - tail])) tail += 1;
  const [gone, come] = [old.length - head - tail, wanted.length - head - tail];
  for (let index = gone - 1; index >= come; index--) if (!removeAt(work, path, head + index)) return false;
  for (let index = 0; index < come; index++) {
    const value = wanted[head + index]!;
    const isDone =
      index < gone
        ? setValue(work, `${path}.${head + index}`, value)
        : insertAt(work, path, head + index, value);
    if (!isDone) return false;
  }
  return true;
}

export function insertAt(work: Work, path: string, index: number, value: TypedValue): boolean {
  const list = work.model.find(path);
  if (list?.field.type !== 'list' || index < 0 || index > list.items.length) return false;
  const item = work.model.itemOf(list.field, index) ?? list.field.item;
  if (item === undefined) return false;
  const made = shaped(item, value, work.model.itemOf);
  const old = typedValue(list) as readonly TypedValue[];
  const all = old.toSpliced(index, 0, made);
  if (list.node?.type !== 'list' || list.items.length === 0 || list.isShort) {
    if (!setList(work, list, all)) return false;
  } else {
    const ways = function* (): Generator<readonly TextChange[]> {
      if (isFlow(work.model.text, list.node!)) yield insertFlowItem(work.model, list, index, made);
      else
        for (const manner of mannersOf(work.model.itemOf))
          yield insertItem(work.model, list, index, made, manner);
    };
    if (!attempt(work, ways(), toBe(path, all))) return false;
  }
  // What only the kind of a new paper has is known now.
  const isPaper = isGroup(value) && path === work.model.kind.papers?.list;
  return !isPaper || setValue(work, `${path}.${index}`, value);
}

export function removeAt(work: Work, path: string, index: number): boolean {
  const list = work.model.find(path);
  if (list?.field.type !== 'list' || list.items[index] === undefined) return false;
  const rest = (typedValue(list) as readonly TypedValue[]).toSpliced(index, 1);
  if (rest.length === 0 || list.isShort) return setList(work, list, rest);
  const change = isFlow(work.model.text, list.node!) ? removeFlowItem : removeItem;
  const ways = [change(work.model, list, index)];
  return attempt(work, [...ways, ...valuesInPlace(work, list, rest)], toBe(path, rest));
}

export function moveAt(work: Work, path: string, from: number, to: number): boolean {
  const list = work.model.find(path);
  if (list?.items[from] === undefined || list.items[to] === undefined) return false;
  if (from === to) return true;
  const old = typedValue(list) as readonly TypedValue[];
  const moved = old.toSpliced(from, 1).toSpliced(to, 0, old[from]!);
  if (isSame(moved, old)) return true;
  if (list.isShort) return setList(work, list, moved);
  const change = isFlow(work.model.text, list.node!) ? moveFlowItem : moveItem;
  const ways = [change(work.model, list, from, to)];
  return attempt(work, [...ways, ...valuesInPlace(work, list, moved)], toBe(path, moved));
}

/** The ways to write a whole value anew behind its key. */
function* valuesInPlace(work: Work, target: FieldModel, value: TypedValue): Generator<readonly TextChange[]> {
  const { model } = work;
  const { slot, node, field } = target;
  if (slot === undefined || node === undefined) return;
  if (slot.isFlow) {
    yield replaceFlow(model, node, field, value);
    return;
  }
  for (const manner of mannersOf(model.itemOf)) {
    const prefix = prefixOf(model, slot.at);
    yield replaceValue(model, target, writeValue(field, value, prefix, manner));
  }
}

/** Takes the keys of a group away of which no value is left. */
export const emptyGroup = (work: Work, group: FieldModel): boolean =>
  attempt(work, emptied(work, group), toBe(group.path, typedValue(group)));

function emptied({ model }: Work, target: FieldModel): Ways {
  const { slot, node, field } = target;
  if (slot === undefined || node === undefined) return [];
  if (!slot.isFlow) return [replaceValue(model, target, { head: '', below: [] })];
  return [replaceFlow(model, node, field, field.type === 'list' ? [] : {})];
}

/** Writes what is not there yet into the nearest group around it that is. */
function placeValue(work: Work, path: string, value: TypedValue): boolean {
  if (isNothing(value)) return true;
  const { model } = work;
  let [at, made] = [path, value];
  for (;;) {
    const target = model.find(at);
    if (target === undefined) return false;
    if (target.slot !== undefined)
      return attempt(work, valuesInPlace(work, target, made), toBe(at, full(work, target, made)));
    const parent = at.includes('.') ? model.find(parentPath(at)) : model.root;
    if (parent === undefined) return false;
    if (parent === model.root || (parent.isGiven && parent.node?.type === 'map')) break;
    if (parent.isGiven && parent.slot === undefined) return placeBeside(work, parent, target, made);
    if (parent.isShort) return spellOutGroup(work, parent) && setValue(work, path, value);
    made = parent.field.type === 'list' ? [made] : { [target.field.key]: made };
    at = parent.path;
  }
  const target = model.find(at)!;
  const parent = at.includes('.') ? model.find(parentPath(at))! : model.root;
  const ways = function* (): Generator<readonly TextChange[]> {
    if (parent.node !== undefined && isFlow(model.text, parent.node)) {
      yield insertFlowEntry(model, parent, target.field, made);
      return;
    }
    for (const manner of mannersOf(model.itemOf))
      yield insertEntry(model, parent, target.field, made, manner);
  };
  return attempt(work, ways(), toBe(at, full(work, target, made)));
}

const full = (work: Work, target: FieldModel, value: TypedValue): TypedValue =>
  shaped(target.field, value, work.model.itemOf);

/** A part of a reference whose other part stands among the fields around it. */
function placeBeside(work: Work, whole: FieldModel, part: FieldModel, value: TypedValue): boolean {
  const { model } = work;
  const group = whole.path.includes('.') ? model.find(parentPath(whole.path)) : model.root;
  if (group === undefined) return false;
  const ways = mannersOf(model.itemOf).map((manner) =>
    insertBeside(model, group, whole, part, value, manner),
  );
  return attempt(work, ways, toBe(part.path, value));
}
