/** A row as it stands in the text. The cells' offsets are without white space at their edges. */
export interface RawRow {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly RawCell[];
}

/** A stretch of the field. */
export interface RawCell {
  readonly start: number;
  readonly end: number;
}

/** The rows that stand together at a place, and how many lines they took. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly lineCount: number;
  readonly kind: 'bars' | 'tabs';
}

/** Word's own limit; a line with more bars or TABs than that is prose. */
export const MOST_COLUMNS = 63;
