/** Lengths as branded numbers, so that points, millimetres and twips cannot be mixed up by accident. */
declare const unit: unique symbol;

/** Points, 1/72 inch. */
export type Pt = number & { readonly [unit]: 'pt' };
/** Millimetres. */
export type Mm = number & { readonly [unit]: 'mm' };
/** Twentieths of a point, whole: Word's unit, and the one in which a resolved document is measured. */
export type Twip = number & { readonly [unit]: 'twip' };

const TWIPS_PER_MM = 1440 / 25.4;

/** The one rounding rule: to the nearest whole twip. (docx's own converter floors 30 mm to below the decree's minimum.) */
export const mmToTwip = (mm: number): Twip => Math.round(mm * TWIPS_PER_MM) as Twip;
export const ptToTwip = (pt: number): Twip => Math.round(pt * 20) as Twip;
export const twipToPt = (twip: number): Pt => (twip / 20) as Pt;
export const twipToMm = (twip: number): Mm => (twip / TWIPS_PER_MM) as Mm;
export const mmToPt = (mm: number): Pt => ((mm * 72) / 25.4) as Pt;
export const pt = (value: number): Pt => value as Pt;
export const mm = (value: number): Mm => value as Mm;
/** A whole number of twips; rounds what is not whole. */
export const twip = (value: number): Twip => Math.round(value) as Twip;
