import type { Diagnostic, Severity, TextPlace } from '../diagnostic/diagnostic.js';
import { nearest } from '../vietnamese/nearest.js';

export type KindErrorCode =
  | 'bad-value'
  | 'duplicate-name'
  | 'format-version'
  | 'label-not-key'
  | 'missing-file'
  | 'missing-key'
  | 'no-choices'
  | 'not-utf8'
  | 'undeclared-field'
  | 'unknown-check'
  | 'unknown-field-type'
  | 'unknown-group'
  | 'unknown-key'
  | 'unused-field';

/** A fault of a kind's folder; the reader is who writes kinds. */
export const kindError = (
  code: KindErrorCode,
  message: string,
  place: TextPlace,
  hints: readonly string[] = [],
  severity: Severity = 'error',
): Diagnostic => ({ code: `kind/${code}`, severity, message, place, hints });

/** "có phải ý bạn là …?" where one comes near, else all that there are. */
export function suggest(typed: string, known: readonly string[]): readonly string[] {
  const near = nearest(typed, known);
  if (near !== undefined) return [`Có phải ý bạn là "${near}"?`];
  return known.length > 0 ? [`Dùng một trong: ${known.join(', ')}`] : [];
}
