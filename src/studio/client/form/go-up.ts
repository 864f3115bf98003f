import type { KeyboardEvent } from 'react';

/**
 * Escape goes up by a step: from a field to the heading of its group, then of its section, then to the search at the head of
 * the form. So that who works with keys alone need not go back through a hundred fields.
 */
export function goUp(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, nativeEvent } = event;
  if (key !== 'Escape' || event.defaultPrevented || nativeEvent.isComposing) return;
  if (!(target instanceof HTMLElement) || target.closest('.form-finder') !== null) return;
  const search = event.currentTarget.querySelector<HTMLElement>('.form-finder input');
  const above = headingAbove(target) ?? search;
  above?.focus();
  event.preventDefault();
}

function headingAbove(target: HTMLElement): HTMLElement | undefined {
  for (
    let box = target.closest('fieldset');
    box !== null;
    box = box.parentElement?.closest('fieldset') ?? null
  ) {
    const heading = box.querySelector<HTMLElement>(':scope > legend .form-fold');
    if (heading !== null && heading !== target) return heading;
  }
  return undefined;
}
