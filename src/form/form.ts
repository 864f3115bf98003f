import type { Place } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';

/** A value as templates see it: every declared field is there, an absent one as "", [] or a group of such. */
export type FormValue = string | readonly FormValue[] | { readonly [key: string]: FormValue };

export interface Form {
  readonly kind: string;
  readonly file: string;
  readonly values: { readonly [key: string]: FormValue };
  /** Path ("nguoi_ky.ho_ten", "noi_nhan.0") to its place in the file; undefined for a default. */
  readonly locate: Locate;
  /** Path to the label that people read: "Người ký > Họ tên". */
  readonly labelOf: (path: string) => string;
  /** What layers say otherwise than the value that lies over them. */
  readonly overridden?: readonly Overridden[];
}

/** A scalar or a whole list that another value lies over. */
export interface Overridden {
  readonly path: string;
  readonly value: FormValue;
  readonly place: Place | undefined;
}
