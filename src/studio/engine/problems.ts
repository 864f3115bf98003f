import type { Diagnostic, Place, TextPlace } from '../../diagnostic/diagnostic.js';
import { placeName } from '../../diagnostic/render-diagnostics.js';
import type { Problem } from '../protocol.js';

/** What is known of a form when its findings are shown. */
export interface ProblemSources {
  /** The form's file: findings in it are in the text that the page has. */
  readonly file: string;
  /** Where a finding belongs, by its label as people read it, or by where it stands in the text. */
  readonly pathOf: (label: string | undefined, place: TextPlace | undefined) => string | undefined;
  /** The texts of other files. */
  readonly textOf: (file: string) => string | undefined;
}

/** Errors first; within a level in the order of their places, what has none before. */
export function toProblems(found: readonly Diagnostic[], sources: ProblemSources): readonly Problem[] {
  const problems = found.map((diagnostic) => toProblem(diagnostic, sources));
  return problems.sort(
    (one, other) =>
      RANKS.indexOf(one.severity) - RANKS.indexOf(other.severity) ||
      (one.range?.from ?? -1) - (other.range?.from ?? -1),
  );
}

const RANKS: readonly Problem['severity'][] = ['error', 'warning', 'remark'];

function toProblem(diagnostic: Diagnostic, { file, pathOf, textOf }: ProblemSources): Problem {
  const { severity, code, message, place, field, actual, expected, clause, hints = [] } = diagnostic;
  const own = isInForm(place, file) ? place : undefined;
  // A value from elsewhere has its field here all the same.
  const path = pathOf(field, own);
  return {
    severity,
    code,
    message,
    ...(path !== undefined && { path }),
    ...(field !== undefined && { label: field }),
    ...(actual !== undefined && { actual }),
    ...(expected !== undefined && { expected }),
    ...(clause !== undefined && { clause }),
    hints,
    ...(own !== undefined && { range: { from: own.start, to: own.end } }),
    ...(place !== undefined && own === undefined && { elsewhere: placeName(place, textOf) }),
  };
}

const isInForm = (place: Place | undefined, file: string): place is TextPlace =>
  place !== undefined && 'start' in place && place.file === file;

/** A problem of the studio's own, about no place in a form. */
export const problem = (
  code: string,
  severity: Problem['severity'],
  message: string,
  ...hints: readonly string[]
): Problem => ({ code: `studio/${code}`, severity, message, hints });
