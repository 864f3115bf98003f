import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';

/** The codes of this stage, without their `markup/`. */
type MarkupErrorCode =
  | 'bad-tag'
  | 'bad-entity'
  | 'bad-attribute'
  | 'duplicate-attribute'
  | 'duplicate-element'
  | 'misplaced-element'
  | 'misplaced-text'
  | 'missing-attribute'
  | 'missing-element'
  | 'unclosed-tag'
  | 'unexpected-end-tag'
  | 'unknown-attribute'
  | 'unknown-element';

/** A fault of the template, not of the form: it always is an error. */
export const markupError = (
  code: MarkupErrorCode,
  message: string,
  place: TextPlace,
  hints: readonly string[] = [],
): Diagnostic => ({ code: `markup/${code}`, severity: 'error', message, place, hints });
