import { type FaceNames, readFaceNames } from '../../font/face-names.js';
import type { FontSet, SerifFaceName } from '../../font/font.js';
import { FontFileError } from '../../font/font-file-error.js';
import { BUNDLED_FILES, loadBundledFonts, loadFonts } from '../../font/load-fonts.js';
import type { FontsUsed, NamedFile, Problem } from '../protocol.js';
import type { EngineParts } from './engine-parts.js';
import { problem } from './problems.js';

const FACES: Readonly<
  Record<SerifFaceName, { readonly bold: boolean; readonly italic: boolean; readonly name: string }>
> = {
  regular: { bold: false, italic: false, name: 'thường' },
  bold: { bold: true, italic: false, name: 'đậm' },
  italic: { bold: false, italic: true, name: 'nghiêng' },
  boldItalic: { bold: true, italic: true, name: 'đậm nghiêng' },
};
const FACE_ORDER = ['regular', 'bold', 'italic', 'boldItalic'] as const;

type FaceFiles = Readonly<Record<SerifFaceName, Uint8Array>>;

/** A font set, and the files that it is of. */
export interface ChosenFonts {
  readonly set: FontSet;
  readonly files: FaceFiles;
}

/** Tinos, which comes with the program and has the widths of Times New Roman. */
export function bundledFonts({ fonts }: Pick<EngineParts, 'fonts'>): ChosenFonts {
  const set = loadBundledFonts(fonts);
  const file = (face: SerifFaceName) => fonts(BUNDLED_FILES[face]);
  return {
    set,
    files: {
      get regular() {
        return file('regular');
      },
      get bold() {
        return file('bold');
      },
      get italic() {
        return file('italic');
      },
      get boldItalic() {
        return file('boldItalic');
      },
    },
  };
}

/** The fonts that files of any names hold; without a value the problems say what is missing. */
export function chooseFonts(
  given: readonly NamedFile[],
  bundled: ChosenFonts,
): { readonly value?: ChosenFonts; readonly problems: readonly Problem[] } {
  if (given.length === 0) return { value: bundled, problems: [] };
  const read = given.map((file) => ({ file, names: namesOf(file) }));
  const unread = read.flatMap(({ file, names }) =>
    names instanceof FontFileError ? [notAFont(file, names)] : [],
  );
  const faces = read.flatMap(({ file, names }) =>
    names instanceof FontFileError ? [] : [{ file, ...names }],
  );
  const serif = faces.filter(({ family }) => family === 'Times New Roman');
  const others = faces.filter((face) => face.family !== 'Times New Roman');
  const foreign = serif.length > 0 || others.length === 0 ? [] : [otherFamily(others)];
  const missing = FACE_ORDER.filter((face) => !serif.some((one) => one.face === face));
  if (missing.length > 0) {
    const lacks = foreign.length > 0 ? [] : [lacking(missing)];
    return { problems: [...unread, ...foreign, ...lacks] };
  }
  const bytesOf = (face: SerifFaceName) => serif.find((one) => one.face === face)!.file.bytes;
  const files = {
    regular: bytesOf('regular'),
    bold: bytesOf('bold'),
    italic: bytesOf('italic'),
    boldItalic: bytesOf('boldItalic'),
  };
  try {
    // Banners' sans is always our own: a machine's Arial may lack Vietnamese capitals.
    const set = loadFonts(files, 'Times New Roman', 'Times New Roman', bundled.set.faces.sansBold);
    return { value: { set, files }, problems: unread };
  } catch (cause) {
    if (!(cause instanceof FontFileError)) throw cause;
    return { problems: [...unread, notAFont({ name: 'Times New Roman', bytes: files.regular }, cause)] };
  }
}

/** What the page is told of the fonts in use. */
export const fontsUsed = ({ set, files }: ChosenFonts, problems: readonly Problem[]): FontsUsed => ({
  source: set.source,
  family: set.family,
  problems,
  // Copies: what is handed out may be moved to the page and be gone here.
  faces: FACE_ORDER.map((face) => ({
    family: set.family,
    bold: FACES[face].bold,
    italic: FACES[face].italic,
    bytes: files[face].slice(),
  })),
});

function namesOf({ bytes }: NamedFile): FaceNames | FontFileError {
  try {
    return readFaceNames(bytes);
  } catch (cause) {
    if (cause instanceof FontFileError) return cause;
    throw cause;
  }
}

const FAULTS: Readonly<Record<FontFileError['fault'], string>> = {
  'not-truetype': 'không phải phông TrueType (.ttf)',
  broken: 'bị hỏng hoặc chưa chép trọn vẹn',
  'lacks-letters': 'thiếu chữ tiếng Việt',
};

const notAFont = ({ name }: NamedFile, { fault }: FontFileError): Problem =>
  problem(
    'bad-font',
    'error',
    `Không dùng được phông trong "${name}": tệp ${FAULTS[fault]}`,
    'Chép lại bốn tệp phông TrueType (.ttf) từ một máy Windows',
  );

const otherFamily = (faces: readonly (FaceNames & { readonly file: NamedFile })[]): Problem =>
  problem(
    'other-font',
    'error',
    `Các tệp này là phông "${faces[0]!.family}", không phải Times New Roman`,
    'Chọn bốn tệp times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf',
  );

const lacking = (missing: readonly SerifFaceName[]): Problem =>
  problem(
    'missing-face',
    'error',
    `Phông Times New Roman còn thiếu kiểu ${missing.map((face) => FACES[face].name).join(', ')}`,
    'Chọn đủ bốn tệp times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf',
  );
