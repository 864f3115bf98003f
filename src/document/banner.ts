import type { Inline, Origin } from './inline.js';

/** What a line of a hall banner says, which decides its size and colour; `place` stands at the foot. */
export type BannerRole = 'parent' | 'opening' | 'main' | 'unit' | 'occasion' | 'place';

/** A line in the order of the banner; a line break in it is one that the writer of the form asked for. */
export interface BannerLine {
  readonly role: BannerRole;
  readonly content: readonly Inline[];
}

/** A value as the form has it, to be read where findings can point to it. */
export interface TypedText {
  readonly text: string;
  readonly origin?: Origin;
}

/** What stands behind a conference (R162), as print of its own size; on a sheet its mock-up. */
export interface Banner {
  readonly type: 'banner';
  readonly lines: readonly BannerLine[];
  /** "6 × 3 m", "1920 × 1080 px". */
  readonly size?: TypedText;
  /** `framed`: our own design for a province, with a line in gold above the foot. */
  readonly design: 'plain' | 'framed';
  readonly align: 'left' | 'center';
  readonly flags: 'none' | 'national' | 'both';
  readonly face: 'serif' | 'sans';
  /** Room for the bust stays free below the flags, or where they would be. */
  readonly bust: boolean;
  /** Six hex digits with or without "#". */
  readonly background?: TypedText;
  readonly mainColor?: TypedText;
  readonly otherColor?: TypedText;
  /** Names that no line end may part: "Hòa Giang". */
  readonly names: readonly string[];
  /** A picture of the user's, by its path as typed. */
  readonly emblem?: TypedText;
  readonly print: {
    /** "20" mm of background around the trim. */
    readonly bleed?: TypedText;
    readonly cropMarks: boolean;
    readonly outlines: boolean;
    readonly userUnit: boolean;
    /** The PDF is the sheet with the mock-up instead of the banner itself. */
    readonly isMockUpOnly: boolean;
  };
}
