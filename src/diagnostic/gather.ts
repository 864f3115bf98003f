import type { Diagnostic, Outcome } from './diagnostic.js';

/** Everything that was found on the way. */
export type Gathered = ReturnType<typeof gather>;

export function gather() {
  const all: Diagnostic[] = [];
  const add = (found: readonly Diagnostic[]): void => {
    // One by one: as arguments of one call, a hundred thousand are too many.
    for (const one of found) all.push(one);
  };
  const take = <T>(outcome: Outcome<T>): T | undefined => {
    add(outcome.diagnostics);
    return outcome.value;
  };
  return { all, add, take };
}
