import { readFileSync } from 'node:fs';
import type { FaceName, FontSet } from '../../src/font/font.js';
import { BUNDLED_FILES, loadBundledFonts, loadFace, loadFonts } from '../../src/font/load-fonts.js';

export const FACE_NAMES: readonly FaceName[] = ['regular', 'bold', 'italic', 'boldItalic', 'sansBold'];

export const fontFile = (file: string): Uint8Array =>
  readFileSync(new URL(`../../fonts/${file}`, import.meta.url));

/** The bundled fonts as the program loads them. */
export const bundledFonts: FontSet = loadBundledFonts(fontFile);

/** The same four files as if a user had given them with --fonts. */
export const givenFonts: FontSet = loadFonts(
  {
    regular: fontFile(BUNDLED_FILES.regular),
    bold: fontFile(BUNDLED_FILES.bold),
    italic: fontFile(BUNDLED_FILES.italic),
    boldItalic: fontFile(BUNDLED_FILES.boldItalic),
  },
  'Times New Roman',
  'fonts',
  loadFace('sansBold', fontFile(BUNDLED_FILES.sansBold)),
);

/** The 67 letters that Vietnamese writes with marks, in small and in capitals: 134. */
export const VIETNAMESE_LETTERS: string = (() => {
  const small = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'.normalize('NFC');
  return small + small.toUpperCase();
})();
