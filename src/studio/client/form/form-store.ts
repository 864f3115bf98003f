import type { Problem } from '../../protocol.js';
import { LEVELS } from '../parts/problem-words.js';

/** Where to lead the user: a field, and a letter of its text. */
export interface Target {
  readonly path: string;
  readonly offset: number;
  readonly turn: number;
}

/**
 * What changes beside the values: problems, which groups are open, where the user is led. Each field asks for its own part, so
 * that only those fields are drawn again that something changed for.
 */
export interface FormStore {
  readonly subscribe: (listener: () => void) => () => void;
  /** Of the field itself; of a field of parts also theirs. */
  readonly problemsAt: (path: string) => readonly Problem[];
  /** How many a folded group hides, and the worst of them: "error:2"; "" for none. */
  readonly hiddenIn: (path: string) => string;
  readonly openness: (path: string) => boolean | undefined;
  readonly targetAt: (path: string) => Target | undefined;
  readonly takeProblems: (problems: readonly Problem[]) => void;
  readonly setOpen: (path: string, isOpen: boolean) => void;
  /** A fold that has fields which are not below its own path. */
  readonly holds: (fold: string, paths: readonly string[]) => void;
  /** Opens all that a field is folded in. */
  readonly lead: (target: Target) => void;
  /** The field has shown its letter; a field that is drawn anew is not led there again. */
  readonly arrived: () => void;
}

const NONE: readonly Problem[] = [];

export function createFormStore(): FormStore {
  const listeners = new Set<() => void>();
  const open = new Map<string, boolean>();
  const folds = new Map<string, string>();
  let byPath: ReadonlyMap<string, readonly Problem[]> = new Map();
  let hidden: ReadonlyMap<string, string> = new Map();
  let target: Target | undefined;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    problemsAt: (path) => byPath.get(path) ?? NONE,
    hiddenIn: (path) => hidden.get(path) ?? '',
    openness: (path) => open.get(path),
    targetAt: (path) => (target?.path === path ? target : undefined),
    takeProblems: (problems) => {
      const grouped = groupProblems(problems, byPath);
      if (grouped === byPath) return;
      byPath = grouped;
      hidden = countWithin(problems);
      tell();
    },
    setOpen: (path, isOpen) => {
      open.set(path, isOpen);
      tell();
    },
    holds: (fold, paths) => {
      for (const path of paths) folds.set(path, fold);
    },
    lead: (to) => {
      const above = pathsAbove(to.path);
      const closed = [...above, ...above.flatMap((path) => folds.get(path) ?? [])].filter(
        (path) => open.get(path) !== true,
      );
      if (closed.length === 0 && target === to) return;
      target = to;
      for (const path of closed) open.set(path, true);
      tell();
    },
    arrived: () => {
      target = undefined;
    },
  };
}

/** "nguoi_ky", "nguoi_ky.ho_ten" */
export function pathsAbove(path: string): readonly string[] {
  const steps = path.split('.');
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}

/** Problems by their fields; lists that are as they were stay the same object, and so does the whole. */
export function groupProblems(
  problems: readonly Problem[],
  before: ReadonlyMap<string, readonly Problem[]>,
): ReadonlyMap<string, readonly Problem[]> {
  const grouped = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.path === undefined) continue;
    const known = grouped.get(problem.path);
    if (known === undefined) grouped.set(problem.path, [problem]);
    else known.push(problem);
  }
  const shared = new Map<string, readonly Problem[]>();
  for (const [path, list] of grouped) {
    const old = before.get(path);
    shared.set(path, old !== undefined && sameProblems(old, list) ? old : list);
  }
  const isSame =
    shared.size === before.size && [...shared].every(([path, list]) => before.get(path) === list);
  return isSame ? before : shared;
}

const sameProblems = (one: readonly Problem[], other: readonly Problem[]): boolean =>
  one.length === other.length && one.every((problem, index) => sameProblem(problem, other[index]!));

const sameProblem = (one: Problem, other: Problem): boolean =>
  one.code === other.code &&
  one.severity === other.severity &&
  one.message === other.message &&
  one.actual === other.actual &&
  one.expected === other.expected &&
  one.clause === other.clause &&
  one.range?.from === other.range?.from &&
  one.range?.to === other.range?.to &&
  one.hints.join('\n') === other.hints.join('\n');

function countWithin(problems: readonly Problem[]): ReadonlyMap<string, string> {
  const counts = new Map<string, { count: number; worst: number }>();
  for (const { path, severity } of problems) {
    if (path === undefined) continue;
    for (const above of pathsAbove(path)) {
      const known = counts.get(above) ?? { count: 0, worst: LEVELS.length - 1 };
      const worst = Math.min(known.worst, LEVELS.indexOf(severity));
      counts.set(above, { count: known.count + 1, worst });
    }
  }
  return new Map([...counts].map(([path, { count, worst }]) => [path, `${LEVELS[worst]}:${count}`]));
}
