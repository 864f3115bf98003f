const TYPED_IN = 'input:not([type="file"]), textarea, select, [contenteditable="true"]';

/** Gives a field the focus, or the first field in a group, in an empty list what adds to it, and shows it. Whether there is one. */
export function focusField(id: string, offset?: number): boolean {
  const found = document.getElementById(id) ?? document.getElementById(`${id}-fold`);
  if (found === null) return false;
  const inside = found.querySelector<HTMLElement>(TYPED_IN) ?? found.querySelector<HTMLElement>('.form-add');
  const typedIn = found.matches(TYPED_IN) ? found : (inside ?? found);
  typedIn.focus({ preventScroll: true });
  typedIn.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (offset !== undefined && takesCaret(typedIn)) typedIn.setSelectionRange(offset, offset);
  return true;
}

const takesCaret = (element: Element): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
