import { foldKey } from './fold-key.js';

/** The candidate that a mistyped word most likely means, compared folded; at most a third of its letters may differ. */
export function nearest<T extends string>(word: string, candidates: readonly T[]): T | undefined {
  const wanted = foldKey(word);
  let best: { readonly candidate: T; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const folded = foldKey(candidate);
    const longer = Math.max(wanted.length, folded.length);
    const allowed = Math.max(1, Math.floor(longer / 3));
    if (Math.abs(wanted.length - folded.length) > allowed) continue;
    const distance = editDistance(wanted, folded);
    if (distance < longer && distance <= allowed && distance < (best?.distance ?? longer)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}

/** Insertions, deletions, replacements and swaps of neighbours that make one word of the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchange = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(row[j - 1]! + 1, last[j]! + 1, exchange);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(cost, beforeLast[j - 2]! + 1) : cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
