import type { SerifFaceName } from './font.js';
import { orBroken, readSfnt, type Sfnt } from './sfnt.js';

/** What a font file says of itself. */
export interface FaceNames {
  /** "Times New Roman" */
  readonly family: string;
  readonly face: SerifFaceName;
}

const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const WINDOWS = 3;
const ENGLISH = 0x409;
/** Bits of OS/2's fsSelection and of head's macStyle. */
const SELECTION = { italic: 1, bold: 1 << 5 } as const;
const MAC_STYLE = { bold: 1, italic: 1 << 1 } as const;

/** The family and the face of a TrueType file, whatever the file is called. Throws FontFileError. */
export const readFaceNames = (bytes: Uint8Array): FaceNames =>
  orBroken(() => {
    const font = readSfnt(bytes);
    const { bold, italic } = readStyle(font);
    const face = bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
    return { family: readFamily(font), face };
  });

function readStyle({ view, table }: Sfnt): { readonly bold: boolean; readonly italic: boolean } {
  const os2 = hasTable(table, 'OS/2');
  if (os2 !== undefined) {
    const flags = view.getUint16(os2 + 62);
    return { bold: (flags & SELECTION.bold) !== 0, italic: (flags & SELECTION.italic) !== 0 };
  }
  const flags = view.getUint16(table('head').offset + 44);
  return { bold: (flags & MAC_STYLE.bold) !== 0, italic: (flags & MAC_STYLE.italic) !== 0 };
}

function hasTable(table: Sfnt['table'], tag: string): number | undefined {
  try {
    return table(tag).offset;
  } catch {
    return undefined;
  }
}

/** The English name for Windows, else the first that there is. */
function readFamily({ view, table }: Sfnt): string {
  const name = hasTable(table, 'name');
  if (name === undefined) return '';
  const strings = name + view.getUint16(name + 4);
  let found: { readonly text: string; readonly rank: number } | undefined;
  for (let i = 0; i < view.getUint16(name + 2); i += 1) {
    const record = name + 6 + 12 * i;
    const id = view.getUint16(record + 6);
    if (id !== FAMILY && id !== TYPOGRAPHIC_FAMILY) continue;
    const isWide = view.getUint16(record) === WINDOWS;
    const isEnglish = view.getUint16(record + 4) === ENGLISH;
    const rank = (isWide ? 2 : 0) + (isEnglish ? 1 : 0) + (id === TYPOGRAPHIC_FAMILY ? 4 : 0);
    if (found !== undefined && found.rank >= rank) continue;
    const start = strings + view.getUint16(record + 10);
    found = { rank, text: textAt(view, start, view.getUint16(record + 8), isWide) };
  }
  return found?.text ?? '';
}

function textAt(view: DataView, start: number, length: number, isWide: boolean): string {
  let text = '';
  for (let at = start; at < start + length; at += isWide ? 2 : 1)
    text += String.fromCharCode(isWide ? view.getUint16(at) : view.getUint8(at));
  return text;
}
