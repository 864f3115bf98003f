/** A run of stars in a piece of text, and what it turned out to be. `at` counts from the start of the piece. */
export interface StarRun {
  readonly at: number;
  readonly length: number;
  /** A mark opens before a letter and closes after one. */
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** A multiplication sign or a note's sign, printed as typed: "2 * 3", "100*200", "(*)". */
  readonly literal: boolean;
  /** Stars that belong to a pair. */
  used: number;
  togglesBold: number;
  togglesItalic: number;
  /** Paired although a space stands inside the mark: "** Lưu ý:**". */
  misplaced: boolean;
}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char);
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/**
 * Finds the stars of a piece of one line and pairs them: `*italic*`, `**bold**`, `***both***`. Stars that stay without a
 * partner have `used < length`. A backslash before a star makes it a letter. `opensAtStart`: a run at the very start opens
 * a mark although a space follows it.
 */
export function readStars(piece: string, opensAtStart = false): readonly StarRun[] {
  // "* * *" between two parts is an ornament.
  if (/^\*(?:\s+\*)+$/.test(piece)) return [];
  const runs = findRuns(piece, opensAtStart);
  pairRuns(runs);
  pairMisplaced(runs);
  return runs;
}

function findRuns(piece: string, opensAtStart: boolean): StarRun[] {
  const runs: StarRun[] = [];
  let at = piece.indexOf('*');
  while (at !== -1) {
    let end = at + 1;
    const escaped = piece[at - 1] === '\\';
    while (!escaped && piece[end] === '*') end += 1;
    runs.push(describeRun(piece, at, end, escaped, opensAtStart && at === 0));
    at = piece.indexOf('*', end);
  }
  return runs;
}

function describeRun(piece: string, at: number, end: number, escaped: boolean, opens: boolean): StarRun {
  const before = piece[at - 1];
  const after = piece[end];
  const alone = (before === undefined || isSpace(before)) && isSpace(after);
  const product = end - at === 1 && (alone || (isDigit(before) && isDigit(after)));
  const noteSign = before === '(' && after === ')';
  return {
    at,
    length: end - at,
    canOpen: opens || (after !== undefined && !isSpace(after)),
    canClose: before !== undefined && !isSpace(before),
    literal: escaped || (!opens && (product || noteSign)),
    used: 0,
    togglesBold: 0,
    togglesItalic: 0,
    misplaced: opens,
  };
}

interface OpenMarks {
  bold?: StarRun | undefined;
  italic?: StarRun | undefined;
}

/** One pass: every run first closes what is open, then opens with what is left of it. */
function pairRuns(runs: readonly StarRun[]): void {
  const open: OpenMarks = {};
  for (const run of runs) {
    if (run.literal) continue;
    const free = run.canClose ? closeMarks(run, open) : run.length;
    if (!run.canOpen || free === 0) continue;
    if (free !== 1) open.bold = run;
    if (free !== 2) open.italic = run;
  }
}

/** Returns how many stars of the run are left. */
function closeMarks(run: StarRun, open: OpenMarks): number {
  let free = run.length;
  const opensBold = run.canOpen && free === 2 && !open.bold;
  if (open.bold && free >= 2) {
    joinBold(open.bold, run);
    open.bold = undefined;
    free -= 2;
  }
  if (open.italic && free >= 1 && !opensBold) {
    joinItalic(open.italic, run);
    open.italic = undefined;
    free -= 1;
  }
  return free;
}

function joinBold(opener: StarRun, closer: StarRun): void {
  for (const run of [opener, closer]) {
    run.used += 2;
    run.togglesBold += 1;
  }
}

function joinItalic(opener: StarRun, closer: StarRun): void {
  for (const run of [opener, closer]) {
    run.used += 1;
    run.togglesItalic += 1;
  }
}

/**
 * What the first pass left over and a reader would still pair: "** Lưu ý:**", "**Lưu ý: ** gửi", "*Lưu ý: * gửi". One of
 * the two stands between spaces; a single star between spaces closes such a mark but never opens one ("2 * 3").
 */
function pairMisplaced(runs: readonly StarRun[]): void {
  let pending: StarRun | undefined;
  for (const run of runs) {
    if (run.used > 0 && run.length === pending?.length) pending = undefined;
    if (run.used > 0 || run.length > 2) continue;
    if (run.literal && !(run.length === 1 && !run.canOpen && !run.canClose)) continue;
    const closes = run.canClose || !run.canOpen;
    if (pending && pending.length === run.length && closes) {
      (run.length === 2 ? joinBold : joinItalic)(pending, run);
      run.misplaced = true;
      pending = undefined;
    } else if (!run.literal && (run.canOpen || !run.canClose)) {
      pending = run;
    }
  }
}
