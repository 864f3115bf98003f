import type { Deflate } from '../../archive/deflate.js';
import type { BuiltKind } from '../../kind/built-kind.js';

/** A page's SVG, in which text stands as outlines, as PNG: whoever draws it needs no font. */
export type Rasterise = (svg: string, pixelsPerInch: number) => Promise<Uint8Array>;

/** A kind as the engine begins with it. */
export interface EngineKind {
  readonly kind: BuiltKind;
  /** One of the user's own, or changed since the program was built. */
  readonly isOwn: boolean;
}

/** All that the engine is given of the world. */
export interface EngineParts {
  /** In the order in which people see them. */
  readonly kinds: readonly EngineKind[];
  /** A file of fonts/ by its path there; see `loadBundledFonts`. */
  readonly fonts: (file: string) => Uint8Array;
  /** Raw deflate, where the host has one that is faster than ours. */
  readonly deflate?: Deflate;
  /** Without it papers are not given as PNG. */
  readonly rasterise?: Rasterise;
}
