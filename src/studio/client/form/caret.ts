import type { SyntheticEvent } from 'react';

/** For an element that is typed in: tells where the caret is, from when it gets the focus. */
export function caretProps(path: string, place: (path: string, offset: number) => void) {
  const tell = (event: SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
    place(path, event.currentTarget.selectionStart ?? 0);
  return { onFocus: tell, onSelect: tell };
}
