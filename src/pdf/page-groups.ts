import { latin1, type VolumeObjects } from './volume-objects.js';

/** The page tree of a file that is written as it grows: groups of groups, so that a viewer finds page 2,000 in three steps. */
export interface PageGroups {
  /** The group that the next page belongs to. */
  readonly parent: () => number;
  readonly add: (page: number) => void;
  /** Writes the groups that are still open; gives the root. */
  readonly finish: () => number;
  readonly count: () => number;
}

interface Group {
  readonly number: number;
  readonly kids: number[];
  pages: number;
}

const MOST_KIDS = 32;

export function createPageGroups(objects: VolumeObjects): PageGroups {
  /** The open group of every level, the one of pages first. */
  const open: Group[] = [];
  let count = 0;

  const groupAt = (level: number): Group => {
    const group = open[level];
    if (group !== undefined && group.kids.length < MOST_KIDS) return group;
    // A full group waits until there is more, since only then is it sure that it has a group above it.
    if (group !== undefined) close(group, level);
    const next: Group = { number: objects.reserve(), kids: [], pages: 0 };
    open[level] = next;
    return next;
  };
  const close = (group: Group, level: number): void => {
    const parent = groupAt(level + 1);
    parent.kids.push(group.number);
    parent.pages += group.pages;
    put(group, ` /Parent ${parent.number} 0 R`);
  };
  const put = ({ number, kids, pages }: Group, parent: string): void => {
    const list = kids.map((kid) => `${kid} 0 R`).join(' ');
    objects.put(number, latin1(`<< /Type /Pages${parent} /Kids [${list}] /Count ${pages} >>`));
  };
  return {
    parent: () => groupAt(0).number,
    add: (page) => {
      const group = groupAt(0);
      group.kids.push(page);
      group.pages += 1;
      count += 1;
    },
    finish: () => {
      groupAt(0);
      for (let level = 0; level < open.length - 1; level += 1) close(open[level]!, level);
      const root = open.at(-1)!;
      put(root, '');
      return root.number;
    },
    count: () => count,
  };
}
