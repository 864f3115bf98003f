/** What had to be done to a text before it could be read. */
export interface Normalised {
  readonly text: string;
  /** A byte order mark stood at the beginning. */
  readonly byteOrderMark: boolean;
  /** Lines ended in CR LF, or in CR alone as on old Macs. */
  readonly carriageReturns: boolean;
  /** Letters were written as a base letter and marks ("Unicode tổ hợp"). */
  readonly decomposed: boolean;
}

/** Takes off a byte order mark, ends every line with LF and composes letters (NFC). Doing it twice changes nothing. */
export function normalise(source: string): Normalised {
  const byteOrderMark = source.startsWith('\uFEFF');
  const unmarked = byteOrderMark ? source.replace(/^\uFEFF+/, '') : source;
  const carriageReturns = unmarked.includes('\r');
  const lines = carriageReturns ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const text = lines.normalize('NFC');
  return { text, byteOrderMark, carriageReturns, decomposed: text !== lines };
}
