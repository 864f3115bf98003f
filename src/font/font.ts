/** The contract of a font: what measuring, typesetting and the PDF writer may ask. */
export type FaceName = SerifFaceName | 'sansBold';
/** The faces of the family that papers are printed with. `sansBold` is for hall banners. */
export type SerifFaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** In a fixed order. */
export const FACE_NAMES: readonly FaceName[] = ['regular', 'bold', 'italic', 'boldItalic', 'sansBold'];

/** The face of the family for text that is bold, italic, both or neither; sans there is in bold only. */
export const faceName = (bold: boolean, italic: boolean, sans = false): FaceName =>
  sans ? 'sansBold' : bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';

/** Vertical figures in font units. `descent` is negative. */
export interface FaceMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: readonly [number, number, number, number];
  readonly postScriptName: string;
}

/** A font program that holds at least the asked code points, ready to be embedded. */
export interface FaceSubset {
  /** The TrueType program. */
  readonly bytes: Uint8Array;
  /** zlib-deflated `bytes`, when it was made ahead of time. */
  readonly deflated?: Uint8Array;
  /** Glyph of the subset for a code point. */
  readonly glyphOf: ReadonlyMap<number, number>;
  /** Advance in font units by glyph of the subset. */
  readonly advances: readonly number[];
  /** Six letters, from the content of the subset: "ABCDEF". */
  readonly tag: string;
}

/** One of the faces: its figures, its advances, and its program cut down to some letters. */
export interface Face {
  readonly name: FaceName;
  readonly metrics: FaceMetrics;
  /** Advance of a code point in font units; undefined where the face has no glyph for it. */
  advance(codePoint: number): number | undefined;
  /** The ready-made Vietnamese subset where it covers `codePoints`, else one made for them. */
  subset(codePoints: ReadonlySet<number>): FaceSubset;
}

/** The family that a paper is measured and printed with; all its faces are there, and the sans of banners. */
export interface FontSet {
  /** The family as PDF and SVG name it. A DOCX always says Times New Roman. */
  readonly family: 'Times New Roman' | 'Tinos';
  /** Where it was found, in words for the user: "Tinos đi kèm chương trình", "C:\\Windows\\Fonts". */
  readonly source: string;
  readonly faces: Readonly<Record<FaceName, Face>>;
}
