import type { TextPlace } from '../diagnostic/diagnostic.js';
import type { TemplateErrorCode } from './errors.js';

/** A value of a form, as `form/` gives it: a text, a list or a group. */
export type TemplateValue = string | readonly TemplateValue[] | { readonly [key: string]: TemplateValue };

/** What a helper found wrong at a site of the template, while it printed. */
export interface Fault {
  readonly code: Extract<TemplateErrorCode, 'missing-value' | 'not-a-list' | 'not-a-text'>;
  readonly site: number;
  /** The field as far as it was looked up: "kem_theo.0.ten". */
  readonly path: string;
}

/** A place in a template where a value of the form is asked for. */
export interface Site {
  readonly place: TextPlace;
  /** The field asked for, with `*` for the items of a list: "kem_theo.*.ten". */
  readonly field: string;
}
