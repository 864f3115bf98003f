/** The longest part of a path that leaves room for folders and an extension within Windows' 260 characters. */
export const LONGEST_NAME = 100;
/** File systems hold 255 bytes of UTF-8 in a name; the rest is for what is put behind ours: "-bang-dang-ky.docx". */
const MOST_BYTES = 180;
/** Names that Windows keeps for devices, also with something behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;
/** No file may have them on Windows (quotation marks are just dropped); the others look like slash, backslash or colon and mislead, or become one on the way. */
const FORBIDDEN = /[<>:"/\\|?*\u2044\u2215\u29f5\u29f8\ufe68\uff0f\uff1a\uff3c]+/g;
/** Controls, and letters that came out of nowhere: halves of a pair, what could not be decoded. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Co}\ufffd]+/gu;
/** Without width: joiners, soft hyphens, what turns the writing direction. */
const INVISIBLE = /\p{Cf}+/gu;
/** "a.pdf" as the name of a unit would give "a.pdf.docx", or meet a file of the program itself. */
const EXTENSION = /\.(?=(?:docx|pdf|csv|json|zip)$)/i;
const FALLBACK = 'khong-ten';

export interface NameOptions {
  /** Letters without their marks, hyphens between words. */
  readonly ascii: boolean;
  /** So many UTF-16 units at most; `LONGEST_NAME` when absent. */
  readonly most?: number;
}

/**
 * A part of a path, without its extension, that every system takes: letters as they are (NFC), nothing that Windows forbids
 * or keeps for itself, no dot or hyphen in front, no dot or space behind; "91/KH-LĐLĐ" becomes "91-KH-LĐLĐ". Cut between words
 * where it is too long. Never empty.
 */
export function safeName(text: string, options: NameOptions): string {
  const most = options.most ?? LONGEST_NAME;
  const readable = text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ');
  const whole = options.ascii ? asciiWords(readable) : legible(readable);
  const cut = trimmed(cutBetweenWords(whole, most)).replace(EXTENSION, '-').replace(/-{2,}/g, '-');
  return withoutDevice(cut) || FALLBACK;
}

/** What is dropped brings together what stood around it: spaces, a letter and its mark. */
const legible = (text: string): string => {
  const left = text.replace(UNREADABLE, '').replaceAll('"', '').normalize('NFC').replace(/\s+/gu, ' ');
  return trimmed(left.replace(FORBIDDEN, '-'));
};

/** Windows drops dots and spaces at the end; a dot in front hides a file, a hyphen makes it an option of a command. */
const trimmed = (text: string): string => text.replace(/^[\s.~-]+|[\s.-]+$/gu, '');

/** "CON" → "CON-van-ban", "con.1" → "con-van-ban.1"; other names as they are. */
export function withoutDevice(name: string): string {
  const device = RESERVED.exec(name)?.[0];
  return device === undefined ? name : `${device}-van-ban${name.slice(device.length).trimStart()}`;
}

/** At most so many UTF-16 units, and bytes; between words where half of them remain, never between a letter and its mark. */
export function cutBetweenWords(text: string, most: number): string {
  if (text.length <= most && sizeOf(text) <= MOST_BYTES) return text;
  let units = 0;
  let bytes = 0;
  let word = 0;
  for (const [letter] of text.matchAll(/\P{M}?\p{M}*/gsu)) {
    const size = sizeOf(letter);
    if (/[\s-]/u.test(letter)) word = units;
    if (units + letter.length > most || bytes + size > MOST_BYTES)
      return text.slice(0, word * 2 >= units ? word : units);
    units += letter.length;
    bytes += size;
  }
  return text;
}

/** In UTF-8. */
function sizeOf(text: string): number {
  let size = 0;
  for (const one of text) {
    const code = one.codePointAt(0)!;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
}

/** Letters without their marks, everything else between words as one hyphen. */
export function asciiWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A path in the form in which Windows and macOS compare it: "A" and "a" are one name there, as are NFC and NFD. */
export const sameName = (path: string): string => path.normalize('NFC').toLowerCase();
