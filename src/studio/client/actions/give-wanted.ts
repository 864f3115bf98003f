import type { StudioParts } from './studio.js';

/** Nobody is typing the name of a file any more. */
const NAME_PAUSE = 500;

/**
 * Files that the form names and that lie beside it in the folder. Each name is asked for once, when it is whole: a file that
 * comes into the folder later is told of (`watch-desk.ts`).
 */
export function createGiveWanted({ desk, store }: StudioParts): (wanted: readonly string[]) => void {
  const asked = new Set<string>();
  let form = '';
  let pause: ReturnType<typeof setTimeout> | undefined;
  const give = async (names: readonly string[]): Promise<void> => {
    const { document } = store.get();
    if (document === undefined || formOf(document) !== form) return;
    for (const name of names) asked.add(name);
    for (const name of names) {
      const file = await desk.readBeside(name, document.file).catch(() => undefined);
      if (file !== undefined && store.get().document?.id === document.id)
        store.dispatch({ type: 'given', file, isFound: true });
    }
  };
  return (wanted) => {
    clearTimeout(pause);
    const { document } = store.get();
    if (document === undefined) return;
    const isOther = formOf(document) !== form;
    if (isOther) asked.clear();
    form = formOf(document);
    const names = wanted.filter(
      (name) => !asked.has(name) && !document.given.some((file) => file.name === name),
    );
    if (names.length === 0) return;
    // What a form names when it is opened was typed before.
    if (isOther) void give(names);
    else pause = setTimeout(() => void give(names), NAME_PAUSE);
  };
}

/** Saved elsewhere, a form has other files beside it. */
const formOf = ({ id, file }: { readonly id: string; readonly file: string }): string => `${id} ${file}`;
