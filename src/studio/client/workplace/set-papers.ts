import type { LookedPaper } from '../../protocol.js';
import type { PaperTab } from '../panes.js';

/** Of a set of papers: what the form shows, and whose pages are shown. A paper that is chosen in one pane is shown in both. */
export interface SetPapers {
  readonly tab: PaperTab;
  /** Whose pages are shown: its place in the list, once it was chosen. */
  readonly item?: number;
  /** Where that one has no pages, as it has not been looked at yet. */
  readonly paper: number;
}

export const FIRST_PAPER: SetPapers = { tab: 'shared', paper: 0 };

type Looked = readonly Pick<LookedPaper, 'items'>[];

/** Which of the looked papers is shown: the chosen one by itself, else the one that it is sent in. */
export function shownPaper(papers: Looked, { item, paper }: Pick<SetPapers, 'item' | 'paper'>): number {
  const own = papers.findIndex(({ items }) => item !== undefined && items?.[0] === item);
  const within = papers.findIndex(({ items }) => item !== undefined && items?.includes(item));
  const found = own >= 0 ? own : within;
  return found >= 0 ? found : Math.min(paper, Math.max(papers.length - 1, 0));
}

/** The form's tab was chosen, or the user was led to a field in it: then pages that have its paper stay. */
export function withTab(
  papers: Looked,
  chosen: SetPapers,
  tab: PaperTab,
  item: number | undefined,
  isLed: boolean,
): SetPapers {
  const paper = shownPaper(papers, chosen);
  const stays = item === undefined || (isLed && papers[paper]?.items?.includes(item) === true);
  return stays ? { ...chosen, tab } : { tab, item, paper };
}

/** A paper was chosen over the pages. */
export function withPaper(papers: Looked, chosen: SetPapers, paper: number): SetPapers {
  const item = papers[paper]?.items?.[0];
  return item === undefined ? { ...chosen, paper } : { tab: { item }, item, paper };
}
