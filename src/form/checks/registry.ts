import type { FormCheck } from './check.js';
import { recipientsHaveArchiveLine } from './recipients-have-archive-line.js';

/** Every check that a kind may ask for. */
export const FORM_CHECKS: readonly FormCheck[] = [recipientsHaveArchiveLine];

/** The check of a name; undefined for a name that no check has. */
export const findCheck = (name: string): FormCheck | undefined =>
  FORM_CHECKS.find((check) => check.name === name);
