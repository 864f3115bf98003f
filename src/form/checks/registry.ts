import { bandsCover } from './bands-cover.js';
import type { FormCheck } from './check.js';
import { dateNotAfter } from './date-not-after.js';
import { deadlinesInOrder } from './deadlines-in-order.js';
import { momentFits } from './moment-fits.js';
import { rangeInOrder } from './range-in-order.js';
import { recipientsHaveArchiveLine } from './recipients-have-archive-line.js';
import { sharesSum } from './shares-sum.js';

/** Every check that a kind may ask for. */
export const FORM_CHECKS: readonly FormCheck[] = [
  bandsCover,
  dateNotAfter,
  deadlinesInOrder,
  momentFits,
  rangeInOrder,
  recipientsHaveArchiveLine,
  sharesSum,
];

/** The check of a name; undefined for a name that no check has. */
export const findCheck = (name: string): FormCheck | undefined =>
  FORM_CHECKS.find((check) => check.name === name);
