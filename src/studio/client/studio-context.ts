import { createContext, useContext, useSyncExternalStore } from 'react';
import type { OpenActions } from './actions/open-papers.js';
import type { SaveActions } from './actions/save-papers.js';
import type { StudioParts } from './actions/studio.js';
import type { TakeAwayActions } from './actions/take-away.js';
import type { Looker } from './store/looker.js';
import type { StudioState } from './store/state.js';

/** The page's parts and what can be done with them, for every view. */
export interface Studio extends StudioParts, OpenActions, SaveActions, TakeAwayActions {
  readonly looker: Looker;
  /** Where the licences are read; in the one file they are part of it. */
  readonly licences?: string;
}

export const StudioContext = createContext<Studio | undefined>(undefined);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (studio === undefined) throw new Error('used outside of the page');
  return studio;
}

/** A part of the state; what is drawn from it is drawn again when it is another. */
export function useStudioState<T>(pick: (state: StudioState) => T): T {
  const { store } = useStudio();
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}
