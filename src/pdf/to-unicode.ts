/** Read back as what a person typed, so that search and signing programs find it: U+00A0 as a space, U+2011 as a hyphen. */
const READ_AS: ReadonlyMap<number, number> = new Map([
  [0xa0, 0x20],
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);

/** Fonts draw Đ (U+0110) and the Icelandic Ð with one glyph: it is the Vietnamese one. */
const isVietnameseTwin = (codePoint: number): boolean => codePoint === 0x110;

/** What each glyph is read as; of code points with one glyph the lowest, but Đ before Ð. */
const readings = (glyphOf: ReadonlyMap<number, number>): readonly (readonly [number, number])[] => {
  const byGlyph = new Map<number, number>();
  for (const codePoint of [...glyphOf.keys()].sort((a, b) => a - b)) {
    const glyph = glyphOf.get(codePoint)!;
    if (!byGlyph.has(glyph) || isVietnameseTwin(codePoint))
      byGlyph.set(glyph, READ_AS.get(codePoint) ?? codePoint);
  }
  return [...byGlyph].sort(([a], [b]) => a - b);
};

interface Range {
  readonly glyph: number;
  last: number;
  readonly codePoint: number;
}

/** Runs of glyphs in the order of their letters. A run may not pass a multiple of 256 on either side. */
const ranges = (pairs: readonly (readonly [number, number])[]): readonly Range[] => {
  const found: Range[] = [];
  for (const [glyph, codePoint] of pairs) {
    const range = found.at(-1);
    const continues =
      range !== undefined &&
      glyph === range.last + 1 &&
      codePoint - range.codePoint === glyph - range.glyph &&
      codePoint % 256 !== 0 &&
      glyph % 256 !== 0;
    if (continues) range.last = glyph;
    else found.push({ glyph, last: glyph, codePoint });
  }
  return found;
};

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

const utf16 = (codePoint: number): string =>
  [...String.fromCodePoint(codePoint)]
    .flatMap((character) => Array.from({ length: character.length }, (_, i) => hex4(character.charCodeAt(i))))
    .join('');

const MOST_IN_A_BLOCK = 100;

/** The CMap that tells a reader which letter a glyph is. `glyphOf`: glyph of the subset by code point. */
export const toUnicode = (glyphOf: ReadonlyMap<number, number>): Uint8Array => {
  const lines = ranges(readings(glyphOf)).map(
    ({ glyph, last, codePoint }) => `<${hex4(glyph)}><${hex4(last)}><${utf16(codePoint)}>`,
  );
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += MOST_IN_A_BLOCK) {
    const block = lines.slice(start, start + MOST_IN_A_BLOCK);
    blocks.push(`${block.length} beginbfrange`, ...block, 'endbfrange');
  }
  const text = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
    '',
  ].join('\n');
  return new TextEncoder().encode(text);
};
