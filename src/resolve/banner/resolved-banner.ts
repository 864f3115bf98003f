import type { Picture } from '../../base/picture.js';
import type { BannerFigures } from '../../profile/banner.js';
import type { PrintSize } from '../../vietnamese/print-size.js';
import type { BannerLayout } from './banner-layout.js';

/** A banner as it is printed: its size, and everything on it in that measure (millimetres, or the points of a screen). */
export interface ResolvedBanner {
  readonly size: PrintSize;
  readonly layout: BannerLayout;
  readonly sans: boolean;
  /** What the slug calls it. */
  readonly name: string;
  readonly print: {
    /** mm */
    readonly bleed: number;
    readonly cropMarks: boolean;
    readonly outlines: boolean;
    readonly userUnit: boolean;
    readonly isMockUpOnly: boolean;
  };
  readonly emblem?: Picture;
  readonly figures: BannerFigures['print'];
}
