import type { Face, FaceMetrics, FaceName, FaceSubset, FontSet } from './font.js';
import { FontFileError } from './font-file-error.js';
import { makeFace, type ReadyFace } from './make-face.js';
import { LETTERS } from './repertoire.js';
import { readSfnt, type Sfnt } from './sfnt.js';

/** A font set from the four TrueType files of a family. Throws FontFileError, also where a Vietnamese letter is missing. */
export const loadFonts = (
  files: Readonly<Record<FaceName, Uint8Array>>,
  family: FontSet['family'],
  source: string,
): FontSet => {
  const face = (name: FaceName): Face => {
    const font = readSfnt(files[name]);
    const lacking = [...LETTERS].filter((codePoint) => font.glyphOf(codePoint) === undefined);
    if (lacking.length > 0) throw new FontFileError('lacks-letters', String.fromCodePoint(...lacking));
    return makeFace(name, font.metrics, () => font);
  };
  return { family, source, faces: eachFace(face) };
};

/** The full fonts beside their subsets, by face. */
export const BUNDLED_FILES: Readonly<Record<FaceName, string>> = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
  boldItalic: 'Tinos-BoldItalic.ttf',
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
 * Tinos, from the folder fonts/: `bytesOf` gives a file by its path there ("subsets/faces.json", "Tinos-Bold.ttf").
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
  return { family: 'Tinos', source: 'Tinos đi kèm chương trình', faces: eachFace(face) };
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

const eachFace = (face: (name: FaceName) => Face): FontSet['faces'] => ({
  regular: face('regular'),
  bold: face('bold'),
  italic: face('italic'),
  boldItalic: face('boldItalic'),
});
