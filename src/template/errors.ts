import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';

/** The codes of this stage, without their `template/`. */
export type TemplateErrorCode =
  | 'bad-syntax'
  | 'missing-value'
  | 'not-a-list'
  | 'not-a-text'
  | 'split-tag'
  | 'unescaped'
  | 'unknown-helper'
  | 'unknown-partial'
  | 'unsupported';

/** A fault of a template; the reader is who wrote the template. */
export const templateError = (
  code: TemplateErrorCode,
  message: string,
  place: TextPlace,
  hints: readonly string[] = [],
): Diagnostic => ({ code: `template/${code}`, severity: 'error', message, place, hints });
