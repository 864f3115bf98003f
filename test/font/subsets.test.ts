import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FaceName } from '../../src/font/font.js';
import { BUNDLED_FILES } from '../../src/font/load-fonts.js';
import { LETTERS, REPERTOIRE } from '../../src/font/repertoire.js';
import { readSfnt } from '../../src/font/sfnt.js';
import { subsetTag } from '../../src/font/subset-tag.js';
import { bundledFonts, FACE_NAMES, fontFile, VIETNAMESE_LETTERS } from './fonts-for-tests.js';

interface Script {
  buildSubsets(parts: object): Promise<Record<string, Uint8Array>>;
}

const script = new URL('../../fonts/build-subsets.mjs', import.meta.url).href;

describe('the committed subsets', () => {
  it('are what the build script makes', async () => {
    const { buildSubsets } = (await import(/* @vite-ignore */ script)) as Script;
    const files = await buildSubsets({ repertoire: REPERTOIRE, subsetTag });
    expect(Object.keys(files)).toHaveLength(11);
    for (const [name, bytes] of Object.entries(files)) {
      expect(Buffer.from(fontFile(`subsets/${name}`)).equals(bytes), name).toBe(true);
    }
  });

  it('are under 45 kB together, deflated, without the sans of banners', () => {
    const serif = FACE_NAMES.filter((name) => name !== 'sansBold');
    const sizes = serif.map((name) => fontFile(`subsets/${name}.bin`).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(45_000);
  });

  it('hold the 134 Vietnamese letters and ASCII', () => {
    expect([...VIETNAMESE_LETTERS]).toHaveLength(134);
    for (const letter of VIETNAMESE_LETTERS) expect(LETTERS.has(letter.codePointAt(0)!), letter).toBe(true);
    for (let codePoint = 0x20; codePoint < 0x7f; codePoint += 1) expect(LETTERS.has(codePoint)).toBe(true);
  });
});

describe.each(FACE_NAMES)('the subset of %s', (name: FaceName) => {
  const face = bundledFonts.faces[name];
  const subset = face.subset(REPERTOIRE);
  const full = readSfnt(fontFile(BUNDLED_FILES[name]));

  it('is deflated rightly and named after its content', () => {
    expect(Buffer.from(unzlibSync(subset.deflated!)).equals(subset.bytes)).toBe(true);
    expect(subset.tag).toBe(subsetTag(subset.bytes));
    expect(subset.tag).toMatch(/^[A-Z]{6}$/);
  });

  it('has the whole repertoire, with the advances of the full font', () => {
    expect([...subset.glyphOf.keys()].sort()).toEqual([...REPERTOIRE].sort());
    for (const [codePoint, glyph] of subset.glyphOf) {
      const advance = full.advanceOf(full.glyphOf(codePoint)!);
      expect(subset.advances[glyph], codePoint.toString(16)).toBe(advance);
      expect(face.advance(codePoint)).toBe(advance);
    }
  });

  it('has the metrics of the full font', () => {
    expect(face.metrics).toEqual(full.metrics);
  });
});
