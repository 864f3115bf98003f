import type { OutlineBlock } from './mark-titles.js';
import type { NumberOrder } from './number-order.js';
import type { Remarks } from './remarks.js';

/** What reading goes on with from line to line. */
export interface BlockReader {
  readonly text: string;
  readonly path: string;
  readonly remarks: Remarks;
  readonly numbers: NumberOrder;
  readonly blocks: OutlineBlock[];
  /** The letter that would continue "A.", "B.". */
  nextLetter: string;
}
