import { type DragEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { emptyValue } from './empty-value.js';
import { focusField } from './focus-field.js';
import { fieldId, useWork } from './form-context.js';
import { type FormEdit, itemsOf } from './form-edit.js';
import { NO_IDS, nameItems } from './item-ids.js';

/** A list as it is drawn: its items with names that go with them, and all that can be done to it. */
export interface Items {
  readonly items: readonly FormValue[];
  readonly ids: readonly number[];
  readonly add: (values?: readonly FormValue[], at?: number) => void;
  /** Puts items in the place of one. */
  readonly replace: (index: number, values: readonly FormValue[]) => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
  readonly move: (from: number, to: number) => void;
  /** On the element around the items: Alt+↑ and Alt+↓ move the item that has the focus. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly adder: RefObject<HTMLButtonElement | null>;
  readonly drag: ItemDrag;
}

/** Moving an item by its grip. */
export interface ItemDrag {
  readonly from: number | undefined;
  readonly over: number | undefined;
  readonly start: (index: number, event: DragEvent) => void;
  readonly enter: (index: number, event: DragEvent) => void;
  readonly end: () => void;
  readonly drop: (event: DragEvent) => void;
}

export function useItems(field: FieldDefinition, path: string, value: FormValue | undefined): Items {
  const work = useWork();
  const items = itemsOf(value);
  const [kept, keep] = useState(() => nameItems(NO_IDS, items));
  const named = nameItems(kept, items);
  if (named !== kept) keep(named);
  const adder = useRef<HTMLButtonElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  // A new item, or the one behind a removed one, gets the focus once it is there.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const index = Math.min(wanted.current, items.length - 1);
    wanted.current = undefined;
    if (index < 0 || !focusField(fieldId(work, `${path}.${index}`))) adder.current?.focus();
  }, [items, path, work]);
  const change = (edits: readonly FormEdit[], focused: number): void => {
    // What the file cannot take brings no new item to go to.
    if (work.change(edits) !== undefined) wanted.current = focused;
  };
  const add = (values: readonly FormValue[] = [], at = items.length): void => {
    const added = values.length > 0 ? values : field.item === undefined ? [] : [emptyValue(field.item)];
    const last = at + added.length - 1;
    work.store.setOpen(`${path}.${last}`, true);
    change(
      added.map((one, index) => ({ type: 'insert', path, index: at + index, value: one })),
      last,
    );
  };
  const move = (from: number, to: number): void => {
    if (to >= 0 && to < items.length && to !== from) work.change([{ type: 'move', path, from, to }]);
  };
  return {
    items,
    ids: named.ids,
    add,
    replace: (at, values) => {
      const edits = values.map(
        (one, index) => ({ type: 'insert', path, index: at + index, value: one }) as const,
      );
      change([...edits, { type: 'remove', path, index: at + values.length }], at + values.length - 1);
    },
    duplicate: (index) => {
      const copy = items[index];
      if (copy !== undefined) add([copy], index + 1);
    },
    remove: (index) => change([{ type: 'remove', path, index }], index),
    move,
    onKeyDown: (event) => {
      const step = stepOf(event);
      const index = step === 0 ? undefined : itemAt(event.target, path);
      if (index === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      move(index, index + step);
    },
    adder,
    drag: useDrag(move),
  };
}

/** Alt with an arrow; in a drop-down that opens it. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (!event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return 0;
  if (event.target instanceof HTMLSelectElement) return 0;
  return event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
}

function itemAt(target: EventTarget, list: string): number | undefined {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
  const path = item?.dataset['item'];
  if (path === undefined || !path.startsWith(`${list}.`)) return undefined;
  return Number(path.slice(list.length + 1));
}

function useDrag(move: (from: number, to: number) => void): ItemDrag {
  const [from, setFrom] = useState<number | undefined>(undefined);
  const [over, setOver] = useState<number | undefined>(undefined);
  const end = (): void => {
    setFrom(undefined);
    setOver(undefined);
  };
  return {
    from,
    over,
    start: (index, event) => {
      event.dataTransfer.effectAllowed = 'move';
      // Firefox starts no dragging without data; what is dropped into a text is nothing.
      event.dataTransfer.setData('application/x-item', String(index));
      event.stopPropagation();
      setFrom(index);
    },
    enter: (index, event) => {
      if (from === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(index);
    },
    end,
    drop: (event) => {
      if (from === undefined || over === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      move(from, over);
      end();
    },
  };
}
