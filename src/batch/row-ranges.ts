import type { TableRow } from '../table/table.js';

/** Numbers of rows, held as ranges; added in order. */
export interface RowRanges {
  readonly add: (row: TableRow) => void;
  readonly count: number;
  readonly first: TableRow | undefined;
  /** "5, 8-12", of many ranges the first ones. */
  readonly text: () => string;
}

const MOST_SHOWN = 10;

export function rowRanges(): RowRanges {
  const shown: { readonly from: number; to: number }[] = [];
  let first: TableRow | undefined;
  let count = 0;
  let last = 0;
  let isMore = false;
  return {
    add: (added) => {
      const { row } = added;
      first ??= added;
      count += 1;
      const range = shown.at(-1);
      if (range !== undefined && !isMore && row === last + 1) range.to = row;
      else if (shown.length < MOST_SHOWN) shown.push({ from: row, to: row });
      else isMore = true;
      last = row;
    },
    get count() {
      return count;
    },
    get first() {
      return first;
    },
    text: () =>
      shown.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ') +
      (isMore ? ', …' : ''),
  };
}
