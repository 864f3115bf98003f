import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { findLegacyText } from './legacy-encodings.js';
import { isVietnameseSyllable } from './syllable.js';

/**
 * Decodes a text file: UTF-8 (with or without a byte order mark), or UTF-16 where a mark says so. Bytes that are no UTF-8
 * are an error (`text/encoding`) that names the encoding that they are in, when it can be told; the value is then the text
 * as far as it can be read, so that a place can be shown. The byte order mark is taken off.
 */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return { value: new TextDecoder(utf16).decode(bytes), diagnostics: [] };
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return notUtf8(bytes, file);
  }
}

/** Of bytes that are decoded at a time. */
const PIECE = 1 << 20;

/** The text of bytes in Unicode piece by piece, without the byte order mark. Throws `TypeError` where they are no UTF-8. */
export function* decodePieces(bytes: Uint8Array): Generator<string, void, undefined> {
  const decoder = new TextDecoder(utf16Of(bytes) ?? 'utf-8', { fatal: utf16Of(bytes) === undefined });
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

/** Whether the bytes are text in UTF-8, or in UTF-16 with its mark. */
export function isUnicode(bytes: Uint8Array): boolean {
  try {
    for (const _ of decodePieces(bytes));
    return true;
  } catch {
    return false;
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function notUtf8(bytes: Uint8Array, file: string): Outcome<string> {
  if (!looksLikeText(bytes)) {
    const binary: Diagnostic = {
      code: 'text/binary',
      severity: 'error',
      message: `Tệp không phải tệp văn bản thuần${programOf(bytes)}`,
      place: { file, start: 0, end: 0 },
      hints: ['Chọn tệp biểu mẫu (.yaml hoặc .json)'],
    };
    return { diagnostics: [binary] };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  // The bytes of a legacy font's text, read as Latin-1, are what its user would see without the font.
  const ansi = isWindows1258(bytes);
  const legacy = ansi ? undefined : findLegacyText(latin1(bytes));
  const encoding = ansi ? 'ANSI (Windows-1258)' : legacy?.encoding;
  const start = Math.max(0, text.replace(/\r\n?/g, '\n').indexOf('\ufffd'));
  const diagnostic: Diagnostic = {
    code: 'text/encoding',
    severity: 'error',
    message: `Tệp không được lưu bằng bảng mã Unicode (UTF-8)${encoding ? `, mà bằng ${encoding}` : ''}`,
    place: { file, start, end: start + 1 },
    ...(encoding !== undefined && { actual: encoding, expected: 'Unicode (UTF-8)' }),
    hints: [
      legacy === undefined
        ? 'Mở tệp bằng Notepad, chọn File > Save As, mục Encoding chọn UTF-8'
        : UNIKEY_HINT,
    ],
  };
  return { value: text, diagnostics: [diagnostic] };
}

/** What to do about text in a legacy encoding, in the words of Unikey's own menu. */
export const UNIKEY_HINT =
  'trong Unikey chọn bảng mã Unicode (dựng sẵn) rồi gõ lại, hoặc chuyển mã bằng Công cụ (Ctrl+Shift+F6) của Unikey';

/**
 * "ANSI" of Notepad where Windows is Vietnamese: letters and their tones apart. Told by words that are Vietnamese when read
 * so; what is read of a legacy font's text is none.
 */
function isWindows1258(bytes: Uint8Array): boolean {
  const words =
    new TextDecoder('windows-1258')
      .decode(bytes)
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const marked = words.filter((word) => !/^[a-z]+$/i.test(word));
  const toned = marked.filter((word) => /[\u1ea0-\u1ef9]/.test(word) && isVietnameseSyllable(word));
  return toned.length >= 2 && marked.filter(isVietnameseSyllable).length >= 0.8 * marked.length;
}

function looksLikeText(bytes: Uint8Array): boolean {
  let controls = 0;
  const seen = Math.min(bytes.length, 4096);
  for (let at = 0; at < seen; at++) {
    const byte = bytes[at]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  }
  return controls * 50 < seen;
}

function programOf(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, 4));
  if (head.startsWith('PK')) return ', có thể là tệp Word hoặc Excel';
  return head === '%PDF' ? ', mà là tệp PDF' : '';
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
