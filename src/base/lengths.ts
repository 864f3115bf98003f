/** Lengths as branded numbers, so that points, millimetres and twips cannot be mixed up by accident. */
declare const unit: unique symbol;

/** Points, 1/72 inch. */
export type Pt = number & { readonly [unit]: 'pt' };
/** Millimetres. */
export type Mm = number & { readonly [unit]: 'mm' };
/** Twentieths of a point, whole: Word's unit, and the one in which a resolved document is measured. */
export type Twip = number & { readonly [unit]: 'twip' };

const TWIPS_PER_MM = 1440 / 25.4;
const EIGHTHS_PER_PT = 8;
const TWIPS_PER_EIGHTH = 20 / EIGHTHS_PER_PT;

/** Thickness of a table's lines: half a point, in eighths. */
export const GRID_LINE_EIGHTHS = 4;

/** The one rounding rule: to the nearest whole twip. (docx's own converter floors 30 mm to below the decree's minimum.) */
export const mmToTwip = (mm: number): Twip => Math.round(mm * TWIPS_PER_MM) as Twip;
/** To the nearest whole twip. */
export const ptToTwip = (pt: number): Twip => Math.round(pt * 20) as Twip;
/** Exact. */
export const twipToPt = (twip: number): Pt => (twip / 20) as Pt;
/** Not rounded. */
export const twipToMm = (twip: number): Mm => (twip / TWIPS_PER_MM) as Mm;
/** The thickness of strokes is in eighths of a point, Word's unit for borders; to the nearest whole twip. */
export const eighthsToTwip = (eighths: number): Twip => twip(eighths * TWIPS_PER_EIGHTH);
/** Exact. */
export const eighthsToPt = (eighths: number): Pt => (eighths / EIGHTHS_PER_PT) as Pt;
/** A number that is in points already. */
export const pt = (value: number): Pt => value as Pt;
/** A number that is in millimetres already. */
export const mm = (value: number): Mm => value as Mm;
/** A whole number of twips; rounds what is not whole. */
export const twip = (value: number): Twip => Math.round(value) as Twip;
