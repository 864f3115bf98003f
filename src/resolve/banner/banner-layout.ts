import type { Origin } from '../../document/ast.js';
import type { BannerRole } from '../../document/banner.js';
import type { Face } from '../../font/font.js';
import type { BannerFigures } from '../../profile/banner.js';
import type { ColoredPath, FlagName } from './flags.js';

/** Letters that come from one place of the form; a word may have several ("HỘI NGHỊ/" + "GẶP"). */
export interface Fragment {
  /** As printed: capitals, but for place and date. */
  readonly text: string;
  /** As typed, as long as `text`. */
  readonly typed: string;
  readonly origin?: Origin;
}

export type Word = readonly Fragment[];

/** Words that go on in one size and colour; more than one row of a role where the writer broke the line. */
export interface BannerRow {
  readonly role: BannerRole;
  readonly words: readonly Word[];
}

/** All that the layout depends on, besides the size of the banner. */
export interface BannerSpec {
  readonly rows: readonly BannerRow[];
  readonly design: 'plain' | 'framed';
  readonly align: 'left' | 'center';
  readonly flags: readonly FlagName[];
  readonly bust: boolean;
  readonly names: readonly string[];
  readonly colors: BannerFigures['colors'];
  /** Width over height of the user's picture. */
  readonly emblemRatio?: number;
  readonly face: Face;
  readonly figures: BannerFigures;
}

/** A part of a line that comes from one place; `text` has single spaces. */
export interface LaidPiece {
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly origin?: Origin;
  /** It goes on in the word of the piece before. */
  readonly isGlued?: true;
}

export interface LaidBannerLine {
  readonly baseline: number;
  readonly x: number;
  readonly width: number;
  readonly pieces: readonly LaidPiece[];
}

/** Lines of one size; `top` is that of the first, which is `pitch` high like the others. */
export interface LaidBannerRow {
  readonly role: BannerRole;
  readonly size: number;
  readonly top: number;
  readonly pitch: number;
  readonly color: string;
  readonly lines: readonly LaidBannerLine[];
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A flag at its place with its shapes, which are in the banner's own measure. */
export interface PlacedFlag extends Rectangle {
  readonly name: FlagName;
  readonly shapes: readonly ColoredPath[];
}

/** A banner with everything at its place, in the unit in which its size was given; y downwards from the top. */
export interface BannerLayout {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** Behind everything: the lines of the framed design. */
  readonly ornaments: readonly ColoredPath[];
  readonly flags: readonly PlacedFlag[];
  readonly emblem?: Rectangle;
  /** All lines stand within it. */
  readonly textRoom: Rectangle;
  readonly rows: readonly LaidBannerRow[];
}
