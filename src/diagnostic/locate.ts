import type { Place } from './diagnostic.js';

/** Finds the source of a stretch of a field's text; offsets are UTF-16 units into the field's value. */
export type Locate = (path: string, start?: number, end?: number) => Place | undefined;
