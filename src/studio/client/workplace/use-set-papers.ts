import { useCallback, useState } from 'react';
import type { LookedPaper } from '../../protocol.js';
import type { FormPaneProps, PaperTab } from '../panes.js';
import type { Store } from '../store/store.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { FIRST_PAPER, shownPaper, withPaper, withTab } from './set-papers.js';

const NONE: readonly LookedPaper[] = [];
const papersIn = (store: Store): readonly LookedPaper[] => store.get().look?.papers ?? NONE;

interface ChosenPapers extends Pick<FormPaneProps, 'tab' | 'onTab'> {
  /** Which of the looked papers is shown. */
  readonly paper: number;
  readonly onPaper: (paper: number) => void;
}

/** The papers of a set in the form and over the pages. Only what the user does moves the other pane, so neither goes round. */
export function useSetPapers(): ChosenPapers {
  const { store } = useStudio();
  const papers = useStudioState((state) => state.look?.papers ?? NONE);
  const [chosen, setChosen] = useState(FIRST_PAPER);
  const onTab = useCallback(
    (tab: PaperTab, item: number | undefined, isLed: boolean) => {
      setChosen((before) => withTab(papersIn(store), before, tab, item, isLed));
      if (!isLed && item !== undefined) showBeginning(store, item);
    },
    [store],
  );
  const onPaper = useCallback(
    (paper: number) => {
      setChosen((before) => withPaper(papersIn(store), before, paper));
      const item = papersIn(store)[paper]?.items?.[0];
      if (item !== undefined) showBeginning(store, item);
    },
    [store],
  );
  return { tab: chosen.tab, onTab, paper: shownPaper(papers, chosen), onPaper };
}

/** Several papers may be sent as one: the pages go to where this one begins. */
function showBeginning(store: Store, item: number): void {
  const { kinds, document } = store.get();
  const list = kinds.find(({ slug }) => slug === document?.kind)?.papers?.list;
  if (list === undefined) return;
  store.dispatch({ type: 'placed', place: { path: `${list}.${item}`, offset: 0, isPaper: true } });
}
