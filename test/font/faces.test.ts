import { describe, expect, it } from 'vitest';
import { FontFileError } from '../../src/font/font-file-error.js';
import { BUNDLED_FILES, loadBundledFonts, loadFonts } from '../../src/font/load-fonts.js';
import { makeFace } from '../../src/font/make-face.js';
import { readSfnt, type Sfnt } from '../../src/font/sfnt.js';
import { bundledFonts, FACE_NAMES, fontFile, givenFonts } from './fonts-for-tests.js';

const codePoints = (text: string): ReadonlySet<number> => new Set([...text].map((c) => c.codePointAt(0)!));

describe('the bundled fonts', () => {
  it('measure a paper without reading a font file, and read one for a rare letter', () => {
    const read: string[] = [];
    const fonts = loadBundledFonts((file) => {
      read.push(file);
      return fontFile(file);
    });
    for (const letter of codePoints('Nguyễn Văn A – 91/KH-LĐLĐ')) fonts.faces.bold.advance(letter);
    expect(read).toEqual(['subsets/faces.json']);
    expect(fonts.faces.bold.advance(0x2126)).toBeGreaterThan(0);
    expect(read).toEqual(['subsets/faces.json', BUNDLED_FILES.bold]);
  });

  it('measure as the same files do when they are given', () => {
    const codePointsUpTo = Array.from({ length: 0x2700 }, (_, codePoint) => codePoint);
    for (const name of FACE_NAMES) {
      const bundled = bundledFonts.faces[name];
      const given = givenFonts.faces[name];
      expect(codePointsUpTo.filter((c) => bundled.advance(c) !== given.advance(c))).toEqual([]);
      expect(codePointsUpTo.filter((c) => given.advance(c) !== undefined).length).toBeGreaterThan(2000);
    }
  });

  it('have no advance for what they cannot draw', () => {
    expect(bundledFonts.faces.regular.advance(0x4e2d)).toBeUndefined();
    expect(bundledFonts.faces.regular.subset(codePoints('a中')).glyphOf.has(0x4e2d)).toBe(false);
  });

  it('have a space that never breaks as wide as a space', () => {
    for (const name of FACE_NAMES) {
      const { advance } = bundledFonts.faces[name];
      expect(advance(0xa0)).toBe(advance(0x20));
    }
  });
});

describe('a subset', () => {
  const face = givenFonts.faces.italic;

  it('is the same object for the same letters, and the common one for all usual ones', () => {
    expect(face.subset(codePoints('aΩ'))).toBe(face.subset(codePoints('Ωa')));
    expect(face.subset(codePoints('aΩ'))).not.toBe(face.subset(codePoints('bΩ')));
    expect(face.subset(codePoints('Nguyễn'))).toBe(face.subset(codePoints('Văn')));
  });

  it('has other bytes and another name when it has other letters', () => {
    expect(face.subset(codePoints('aΩ')).tag).not.toBe(face.subset(codePoints('bΩ')).tag);
  });

  it('leaves the file that it was made from as it was', () => {
    const bytes = Buffer.from(fontFile(BUNDLED_FILES.regular));
    const before = Buffer.from(bytes);
    makeFace('regular', readSfnt(bytes).metrics, () => readSfnt(bytes)).subset(codePoints('ếΩ'));
    expect(bytes.equals(before)).toBe(true);
  });

  it('holds only what a viewer reads, with right checksums', () => {
    const { bytes } = face.subset(codePoints('ếΩ'));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tags = Array.from({ length: view.getUint16(4) }, (_, i) =>
      String.fromCharCode(...bytes.subarray(12 + 16 * i, 16 + 16 * i)),
    );
    expect(tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('draws a hyphen that never breaks with a hyphen where the font has none', () => {
    const font = readSfnt(fontFile(BUNDLED_FILES.regular));
    const without: Sfnt = {
      ...font,
      glyphOf: (codePoint) =>
        codePoint === 0x2011 || codePoint === 0x2010 ? undefined : font.glyphOf(codePoint),
    };
    const poor = makeFace('regular', font.metrics, () => without);
    expect(poor.advance(0x2011)).toBe(poor.advance(0x2d));
    const { glyphOf } = poor.subset(codePoints('-\u2011'));
    expect(glyphOf.get(0x2011)).toBe(glyphOf.get(0x2d));
  });
});

describe('a font file that cannot be used', () => {
  const good = fontFile(BUNDLED_FILES.regular);
  const load = (bytes: Uint8Array) => () =>
    loadFonts({ regular: bytes, bold: bytes, italic: bytes, boldItalic: bytes }, 'Times New Roman', 'x');
  const faultOf = (bytes: Uint8Array): string => {
    try {
      load(bytes)();
      return 'none';
    } catch (error) {
      if (error instanceof FontFileError) return error.fault;
      throw error;
    }
  };

  it.each([
    ['an empty file', new Uint8Array(0), 'broken'],
    ['text', new TextEncoder().encode('not a font at all, but long enough'), 'not-truetype'],
    ['PostScript outlines', new TextEncoder().encode('OTTO\0\0\0\0\0\0\0\0'), 'not-truetype'],
    ['a collection', new TextEncoder().encode('ttcf\0\0\0\0\0\0\0\0'), 'not-truetype'],
    ['half a file', good.subarray(0, good.length / 2), 'broken'],
    ['a font without Vietnamese', bundledFonts.faces.regular.subset(codePoints('ab')).bytes, 'broken'],
  ])('%s', (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });

  it('names the letters that it lacks', () => {
    // The Unicode map's last segments cut off: format 4 says how many there are.
    const bytes = Uint8Array.from(good);
    const view = new DataView(bytes.buffer);
    const { table } = readSfnt(good);
    const cmap = table('cmap').offset;
    for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
      const subtable = cmap + view.getUint32(cmap + 8 + 8 * i);
      if (view.getUint16(subtable) === 12) view.setUint32(subtable + 12, 1);
      if (view.getUint16(subtable) === 4) view.setUint16(subtable, 99);
    }
    expect(load(bytes)).toThrow(FontFileError);
    expect(faultOf(bytes)).toBe('lacks-letters');
  });

  it('never anything else than a FontFileError, wherever the bytes are wrong', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return seed % below;
    };
    const faults = new Set<string>();
    for (let round = 0; round < 60; round += 1) {
      const bytes = Uint8Array.from(good);
      // In the directory and in the small tables: that is where a wrong byte leads a reader astray.
      for (let i = 0; i < 4; i += 1) bytes[random(400)] = random(256);
      faults.add(faultOf(bytes));
    }
    expect(faults.size).toBeGreaterThan(1);
  });
});
