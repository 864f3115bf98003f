import { useEffect } from 'react';
import { printPages } from '../pages/print-pages.js';
import { useStudio } from '../studio-context.js';

/**
 * Ctrl+S, Ctrl+P, and Ctrl+Z and Ctrl+Y over all panes: the text is one, so is its history. Taken before any field sees
 * them, since a field would only undo its own letters. Nothing with Ctrl+Shift, nor Alt+Z: the Vietnamese keyboard has those.
 */
export function useShortcuts(paper: number): void {
  const { store, save } = useStudio();
  useEffect(() => {
    const run: Readonly<Record<string, () => void>> = {
      s: () => void save(),
      p: () => printPages(store.get(), paper),
      z: () => store.dispatch({ type: 'undone' }),
      y: () => store.dispatch({ type: 'redone' }),
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
      const shortcut = run[event.key.toLowerCase()];
      // A window over the page has fields of its own.
      if (shortcut === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      shortcut();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [store, save, paper]);
}
