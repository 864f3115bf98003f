import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** A finding about the command line or the files it names; always an error, exit code 2. */
export function usageError(code: string, message: string, ...hints: readonly string[]): Diagnostic {
  return { code: `cli/${code}`, severity: 'error', message, hints };
}
