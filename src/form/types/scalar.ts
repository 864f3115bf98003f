import type { Severity } from '../../diagnostic/diagnostic.js';

/** What a scalar's text comes to: its value, or what is wrong with it. */
export type ScalarResult = { readonly value: string } | Problem;

export interface Problem {
  /** Behind "form/". */
  readonly code: string;
  readonly severity?: Severity;
  readonly message: string;
  readonly expected?: string;
  readonly hints?: readonly string[];
  /** A slip to be put right; it would be as wrong in the writer's own words. */
  readonly isSlip?: boolean;
  /** The stretch of the text that is wrong; the whole of it when left out. */
  readonly start?: number;
  readonly end?: number;
}

export const isProblem = (result: ScalarResult): result is Problem => 'code' in result;
