/** Reads the Unicode map of a font (formats 4 and 12). `cmap`: offset of the table. */
export const readCmap = (view: DataView, cmap: number): ReadonlyMap<number, number> => {
  const glyphs = new Map<number, number>();
  const subtable = findSubtable(view, cmap);
  if (subtable === undefined) return glyphs;
  if (view.getUint16(subtable) === 12) readFormat12(view, subtable, glyphs);
  else readFormat4(view, subtable, glyphs);
  return glyphs;
};

/** The full Unicode map before the one of the first plane. */
const findSubtable = (view: DataView, cmap: number): number | undefined => {
  let best: { readonly format: number; readonly offset: number } | undefined;
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const record = cmap + 4 + 8 * i;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const offset = cmap + view.getUint32(record + 4);
    const format = view.getUint16(offset);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!isUnicode || (format !== 4 && format !== 12)) continue;
    if (best === undefined || format > best.format) best = { format, offset };
  }
  return best?.offset;
};

const readFormat12 = (view: DataView, at: number, glyphs: Map<number, number>): void => {
  const groups = view.getUint32(at + 12);
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + 12 * i;
    const first = view.getUint32(group);
    const last = Math.min(view.getUint32(group + 4), 0x10ffff);
    const glyph = view.getUint32(group + 8);
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      if (glyph + codePoint - first !== 0) glyphs.set(codePoint, glyph + codePoint - first);
    }
  }
};

const readFormat4 = (view: DataView, at: number, glyphs: Map<number, number>): void => {
  const twiceCount = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + twiceCount + 2;
  const deltas = starts + twiceCount;
  const rangeOffsets = deltas + twiceCount;
  for (let segment = 0; segment < twiceCount; segment += 2) {
    const last = view.getUint16(ends + segment);
    const first = view.getUint16(starts + segment);
    const delta = view.getUint16(deltas + segment);
    const rangeOffset = view.getUint16(rangeOffsets + segment);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint += 1) {
      const place = rangeOffsets + segment + rangeOffset + 2 * (codePoint - first);
      const raw = rangeOffset === 0 ? codePoint : view.getUint16(place);
      const glyph = raw === 0 && rangeOffset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(codePoint, glyph);
    }
  }
};
