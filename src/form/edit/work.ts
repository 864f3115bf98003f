import { createOwned } from '../../base/memory.js';
import type { EditKind, FieldModel, ReadModel, TypedValue } from './form-model.js';
import { partsOnce } from './parts-once.js';
import { readModel } from './read-form-model.js';
import { applyChanges, type TextChange } from './text-change.js';
import { changePieces, type Pieces } from './text-diff.js';
import {
  isGroup,
  isList,
  isNothing,
  isSame,
  type TypedGroup,
  typedValue,
  typedValues,
  withValue,
} from './typed-values.js';

/** A text on its way through several edits. */
export interface Work {
  readonly kinds: readonly EditKind[];
  model: ReadModel;
  /** Of what of the first text the present one is made. */
  pieces: Pieces;
}

export const startWork = (text: string, kind: EditKind, kinds: readonly EditKind[]): Work => {
  const model = readModel(text, kind, kinds);
  return { kinds, model, pieces: [{ from: 0, to: model.text.length }] };
};

export const valuesOf = createOwned((model: ReadModel): TypedGroup => typedValues(model));

/** What is to be read after a change: another value at a path, and everything else as it was. */
export interface Wanted {
  readonly path: string;
  readonly change: (old: TypedValue | undefined) => TypedValue;
}

/**
 * Makes the first of several changes after which the form reads as wanted. A change that brings a finding of the reader's
 * (words that look like a comment, a missing bar) is made only if none does without.
 */
export function attempt(work: Work, ways: Iterable<readonly TextChange[]>, wanted: Wanted): boolean {
  let [second, secondChanges]: [ReadModel | undefined, readonly TextChange[]] = [undefined, []];
  const tried = new Set<string>();
  for (const changes of ways) {
    if (changes.length === 0) continue;
    const text = applyChanges(work.model.text, changes);
    if (tried.has(text)) continue;
    tried.add(text);
    const made = readModel(text, work.model.kind, work.kinds);
    if (made.text !== text || !readsAs(work.model, made, wanted)) continue;
    if (made.findings <= work.model.findings || namesKind(work.model, wanted.path)) {
      commit(work, made, changes);
      return true;
    }
    if (second === undefined) [second, secondChanges] = [made, changes];
  }
  if (second === undefined) return false;
  commit(work, second, secondChanges);
  return true;
}

function commit(work: Work, made: ReadModel, changes: readonly TextChange[]): void {
  work.pieces = changePieces(work.pieces, changes);
  work.model = made;
}

function readsAs(before: ReadModel, made: ReadModel, { path, change }: Wanted): boolean {
  if (made.isBroken) return false;
  const expected = withValue(valuesOf(before), path.split('.'), change);
  if (namesKind(before, path)) return readsAsPaper(before, made, path, expected as TypedGroup);
  return isSame(expected, valuesOf(made)) && sameStrays(before, made);
}

const sameStrays = (before: ReadModel, made: ReadModel): boolean =>
  before.strays.length === made.strays.length &&
  before.strays.every(({ type, text }, index) => {
    const other = made.strays[index]!;
    return type === other.type && bare(text) === bare(other.text);
  });

/** Lines may come to stand deeper. */
const bare = (text: string): string => text.replace(/\s+/g, ' ');

/** Whether what is at a path says of which kind a dossier's paper is: then other fields are known than before. */
export function namesKind({ kind: { papers } }: ReadModel, path: string): boolean {
  if (papers === undefined) return false;
  const [list, , key, ...deeper] = path.split('.');
  return list === papers.list && (key === undefined || (key === KIND_KEY && deeper.length === 0));
}

export const KIND_KEY = 'loai_van_ban';

/** The dossier's own fields are as they were, the papers as wanted as far as their fields are known. */
function readsAsPaper(before: ReadModel, made: ReadModel, path: string, expected: TypedGroup): boolean {
  const [, changed, key] = path.split('.');
  const list = before.kind.papers!.list;
  const own = before.kind.fields.filter(({ key }) => key !== list);
  if (!own.every((field) => isSame(expected[field.key], valueAt(made, field.key)))) return false;
  const papers = made.find(list);
  const wanted = expected[list];
  if (papers === undefined || !isList(wanted) || papers.items.length !== wanted.length) return false;
  // A paper that becomes one of another kind has other fields.
  return papers.items.every((item, index) =>
    key !== undefined && index === Number(changed)
      ? isSame(valueAt(made, path), (wanted[index] as TypedGroup)[key])
      : isSaid(wanted[index], item),
  );
}

const valueAt = (model: ReadModel, path: string): TypedValue | undefined => {
  const found = model.find(path);
  return found && typedValue(found);
};

function isSaid(wanted: TypedValue | undefined, item: FieldModel): boolean {
  if (!isGroup(wanted)) return isSame(wanted, typedValue(item));
  const parts = new Map(item.parts.map((part) => [part.field.key, part]));
  return partsOnce(item.field).every(({ key }) => {
    const part = parts.get(key);
    return isNothing(wanted[key]) || (part !== undefined && isSame(wanted[key], typedValue(part)));
  });
}
