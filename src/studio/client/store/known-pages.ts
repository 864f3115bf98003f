import type { Look } from '../../protocol.js';

export const hasPages = ({ papers }: Look): boolean => papers.some(({ pages }) => pages.length > 0);

/** Page id to SVG after a look: pages that it does not show are let go, unless it shows none at all. */
export function knownPages(before: ReadonlyMap<string, string>, look: Look): ReadonlyMap<string, string> {
  if (!hasPages(look)) return before;
  const pages = new Map<string, string>();
  for (const { id, svg } of look.papers.flatMap((paper) => paper.pages)) {
    const shown = svg ?? before.get(id);
    if (shown !== undefined) pages.set(id, shown);
  }
  return pages;
}
