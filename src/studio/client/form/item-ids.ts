import type { FormValue } from '../../../form/form.js';
import { sameValue } from './share-values.js';

/** Names for the items of a list, so that what is drawn of an item moves with it. */
export interface ItemIds {
  readonly items: readonly FormValue[];
  readonly ids: readonly number[];
  readonly next: number;
}

export const NO_IDS: ItemIds = { items: [], ids: [], next: 0 };

/**
 * The names after a change of the list, which may come from anywhere: an item that is as it was keeps its name, at its place
 * or where it went; one that nothing is equal to is the one that stood at its place and was edited, or a new one.
 */
export function nameItems(before: ItemIds, items: readonly FormValue[]): ItemIds {
  if (before.items === items) return before;
  const ids = new Array<number | undefined>(items.length).fill(undefined);
  const free = new Set(before.ids);
  const take = (index: number, old: number): boolean => {
    const id = before.ids[old];
    if (id === undefined || !free.delete(id)) return false;
    ids[index] = id;
    return true;
  };
  for (const [index, item] of items.entries()) if (sameValue(item, before.items[index])) take(index, index);
  for (const [index, item] of items.entries()) {
    if (ids[index] !== undefined) continue;
    before.items.some((old, at) => sameValue(old, item) && take(index, at));
  }
  // In a list that grew, an item that fits nothing is the new one.
  if (items.length <= before.items.length)
    for (const index of items.keys()) if (ids[index] === undefined) take(index, index);
  // Edited and moved in one: nothing is gone, so that what is left over goes together.
  if (items.length === before.items.length)
    for (const index of items.keys())
      if (ids[index] === undefined) before.items.some((_, at) => take(index, at));
  let { next } = before;
  return { items, ids: ids.map((id) => id ?? next++), next };
}
