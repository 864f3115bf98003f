import type { FormLayer } from './layer.js';
import type { SourceText } from './source-text.js';

/** A form's values as typed, in the shape that its definitions declare; what the form leaves out is undefined. */
export type RawValue = string | readonly RawValue[] | RawGroup | undefined;
export interface RawGroup {
  readonly [key: string]: RawValue;
}

/** Where the value of a path stands. */
export interface RawPlace {
  readonly start: number;
  readonly end: number;
  /** Of the key that it stands under. */
  readonly key?: { readonly start: number; readonly end: number };
  /** Of a scalar: its text with the source of every character. */
  readonly value?: SourceText;
  /** Of a value that is not the form's own: whose it is; the offsets are that layer's. */
  readonly layer?: FormLayer;
}

/** The place of every path that has one: "nguoi_ky.ho_ten". */
export interface Places {
  readonly get: (path: string) => RawPlace | undefined;
}
