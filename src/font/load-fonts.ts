import type { Face, FaceMetrics, FaceName, FaceSubset, FontSet, SerifFaceName } from './font.js';
import { FontFileError } from './font-file-error.js';
import { makeFace, type ReadyFace } from './make-face.js';
import { LETTERS } from './repertoire.js';
import { readSfnt, type Sfnt } from './sfnt.js';

/**
 * A font set from the four TrueType files of a family; without a sans its own bold stands in. Throws FontFileError, also where a
 * Vietnamese letter is missing.
 */
export const loadFonts = (
  files: Readonly<Record<SerifFaceName, Uint8Array>>,
  family: FontSet['family'],
  source: string,
  sansBold?: Face,
): FontSet => {
  const serif = eachSerif((name) => loadFace(name, files[name]));
  return { family, source, faces: { ...serif, sansBold: sansBold ?? serif.bold } };
};

/** One face from its TrueType file. Throws as `loadFonts` does. */
export const loadFace = (name: FaceName, file: Uint8Array): Face => {
  const font = readSfnt(file);
  const lacking = [...LETTERS].filter((codePoint) => font.glyphOf(codePoint) === undefined);
  if (lacking.length > 0) throw new FontFileError('lacks-letters', String.fromCodePoint(...lacking));
  return makeFace(name, font.metrics, () => font);
};

/** The full fonts beside their subsets, by face. */
export const BUNDLED_FILES: Readonly<Record<FaceName, string>> = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
  boldItalic: 'Tinos-BoldItalic.ttf',
  sansBold: 'Arimo-Bold.ttf',
};

/** As fonts/build-subsets.mjs writes it. */
interface FaceFacts {
  readonly metrics: FaceMetrics;
  readonly tag: string;
  readonly codePoints: readonly number[];
  /** Glyph of the subset by place in `codePoints`. */
  readonly glyphs: readonly number[];
  /** Advance by glyph of the subset. */
  readonly advances: readonly number[];
}

/**
 * Tinos, and Arimo for banners, from the folder fonts/: `bytesOf` gives a file by its path there ("subsets/faces.json", "Tinos-Bold.ttf").
 * The full fonts are asked for only when a paper has a letter outside the Vietnamese repertoire.
 */
export const loadBundledFonts = (bytesOf: (file: string) => Uint8Array): FontSet => {
  const facts = JSON.parse(new TextDecoder().decode(bytesOf('subsets/faces.json'))) as Record<
    FaceName,
    FaceFacts
  >;
  const face = (name: FaceName): Face => {
    let font: Sfnt | undefined;
    const load = (): Sfnt => {
      font ??= readSfnt(bytesOf(BUNDLED_FILES[name]));
      return font;
    };
    return makeFace(name, facts[name].metrics, load, readyFace(facts[name], name, bytesOf));
  };
  const faces = { ...eachSerif(face), sansBold: face('sansBold') };
  return { family: 'Tinos', source: 'Tinos đi kèm chương trình', faces };
};

const readyFace = (facts: FaceFacts, name: FaceName, bytesOf: (file: string) => Uint8Array): ReadyFace => {
  const glyphOf = new Map(facts.codePoints.map((codePoint, i) => [codePoint, facts.glyphs[i]!]));
  let bytes: Uint8Array | undefined;
  let deflated: Uint8Array | undefined;
  const subset: FaceSubset = {
    get bytes() {
      bytes ??= bytesOf(`subsets/${name}.ttf`);
      return bytes;
    },
    get deflated() {
      deflated ??= bytesOf(`subsets/${name}.bin`);
      return deflated;
    },
    glyphOf,
    advances: facts.advances,
    tag: facts.tag,
  };
  const advances = new Map([...glyphOf].map(([codePoint, glyph]) => [codePoint, facts.advances[glyph]!]));
  return { advances, subset };
};

const eachSerif = (face: (name: SerifFaceName) => Face): Readonly<Record<SerifFaceName, Face>> => ({
  regular: face('regular'),
  bold: face('bold'),
  italic: face('italic'),
  boldItalic: face('boldItalic'),
});
