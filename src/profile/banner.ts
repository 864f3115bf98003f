import { type Mm, mm, type Pt, pt } from '../base/lengths.js';

/** Figures of what stands behind a conference. Fractions of the banner's width or height unless a line says otherwise. */
export interface BannerFigures {
  readonly size: { readonly width: Mm; readonly height: Mm };
  /** Height over width of the banners that are laid out at all. */
  readonly widestRatio: number;
  readonly flags: {
    readonly fromTop: number;
    readonly fromLeft: number;
    /** Of a narrow banner's height: the flags keep that far from the left edge at most. */
    readonly fromLeftOfHeight: number;
    /** Height over length of a flag. */
    readonly ratio: number;
    /** Length of a flag, at most, of the banner's width and of its height. */
    readonly ofWidth: number;
    readonly ofHeight: number;
    /** Between two flags, of a flag's length. */
    readonly gap: number;
    /** From the centre of the star to its points, of a flag's length. */
    readonly starRadius: number;
    /** Radius of hammer and sickle, of a flag's length. */
    readonly emblemRadius: number;
    readonly red: string;
    readonly yellow: string;
    /** A line around a flag, of its height: red on red would not be seen. */
    readonly edge: number;
    readonly edgeColor: string;
  };
  readonly text: {
    /** Size of a role over that of the main lines. */
    readonly rank: Readonly<Record<'parent' | 'opening' | 'main' | 'unit' | 'occasion' | 'place', number>>;
    /** From baseline to baseline, and from the top of a line to its baseline, of its size: marks over capitals need room. */
    readonly pitch: number;
    readonly baseline: number;
    /** Between lines of two roles, of the main size. */
    readonly gap: number;
    /** Above place and date, of their size. */
    readonly footGap: number;
    /** Free at the edges, of the smaller of width and twice the height. */
    readonly margin: number;
    /** The main lines' size, of the banner's height: at least and at most, and per ratio of width to height. */
    readonly largest: { readonly min: number; readonly max: number; readonly perRatio: number };
    /** Of the room for text: what lines take at most. */
    readonly widest: number;
    readonly highest: number;
  };
  readonly colors: { readonly background: string; readonly main: string; readonly other: string };
  /** Contrast of letters to the background, as WCAG counts it, below which we say something. */
  readonly leastContrast: number;
  readonly print: {
    /** The longest side of a PDF page without UserUnit. */
    readonly longestSide: Pt;
    readonly scale: number;
    readonly cropMark: { readonly length: Mm; readonly gap: Mm; readonly thickness: Pt };
    readonly slug: { readonly height: Mm; readonly size: Pt };
    /** Of the longer side: beyond it marks and slug grow with the page. */
    readonly handSize: Pt;
  };
  /** Of a page's text area, what the mock-up may take of the height. */
  readonly mockUp: { readonly before: Pt; readonly captionSize: Pt };
}

/**
 * R162, and where it is silent our own (marked "ours"). Flags: Hiến pháp 2013, Điều 13 and Hướng dẫn 3420/HD-BVHTTDL of
 * 02/10/2012; Quy định 99-QĐ/TW of 27/02/2023, Điều 1, and Hướng dẫn 105-HD/BTGTW of 29/5/2023.
 */
export const hallBanner: BannerFigures = {
  size: { width: mm(6000), height: mm(3000) }, // ours: what halls of a province have
  widestRatio: 12,
  flags: {
    fromTop: 1 / 8, // 105-HD/BTGTW, flags without poles
    fromLeft: 1 / 10,
    fromLeftOfHeight: 0.4, // ours
    ratio: 2 / 3,
    ofWidth: 0.125, // ours
    ofHeight: 0.9, // ours
    gap: 0.16, // ours
    starRadius: 1 / 5, // 3420/HD-BVHTTDL: a fifth of the length
    emblemRadius: 1 / 5, // 99-QĐ/TW: the diameter is 4/10 of "chiều ngang", so it ends level with the star
    red: 'DA251D',
    yellow: 'FFFF00',
    edge: 0.014, // ours
    edgeColor: 'F7D774', // ours
  },
  text: {
    rank: { parent: 0.42, opening: 0.66, main: 1, unit: 0.74, occasion: 0.62, place: 0.38 }, // ours
    pitch: 1.28, // ours: Tinos' capitals with two marks are 1.01 em high
    baseline: 0.8, // of the pitch: where an exact line of a word processor has it
    gap: 0.22, // ours
    footGap: 0.9, // ours
    margin: 0.05, // ours
    largest: { min: 0.14, max: 0.46, perRatio: 0.07 }, // ours
    widest: 0.985, // ours: a renderer that measures a hair wider must not break a line
    highest: 0.94, // ours
  },
  colors: { background: 'B01218', main: 'FFE600', other: 'FFFFFF' }, // ours
  leastContrast: 3, // WCAG 2.1, 1.4.3, large letters
  print: {
    longestSide: pt(14_400), // ISO 32000-1, Annex C: 200 inches
    scale: 1 / 10,
    cropMark: { length: mm(8), gap: mm(3), thickness: pt(0.5) }, // ours
    slug: { height: mm(12), size: pt(11) }, // ours
    handSize: pt(2400), // ours
  },
  mockUp: { before: pt(10), captionSize: pt(12) }, // ours
};
