import type { Diagnostic, Outcome, TextPlace } from '../diagnostic/diagnostic.js';
import { type BadCharacter, codePointName, findBadCharacters } from '../vietnamese/bad-characters.js';
import { UNIKEY_HINT } from '../vietnamese/decode-text.js';
import { findLegacyText, type LegacyText } from '../vietnamese/legacy-encodings.js';
import type { Normalised } from '../vietnamese/normalise.js';

/** Longer than any paper that one person types: 800 pages. What is longer is some other file. */
const MAX_LENGTH = 2_000_000;
/** As many bad characters are shown one by one; of a broken file more would only bury the rest. */
const MAX_SHOWN = 5;

/**
 * Looks at a form's text before it is read. Without a value nothing can be read. Characters that no paper can hold are
 * errors, and become spaces in the value, so that places stay and the rest can be read.
 */
export function inspectText(file: string, normalised: Normalised): Outcome<string> {
  const { text } = normalised;
  if (text.length > MAX_LENGTH) return { diagnostics: [tooLong(file, text.length)] };
  if (/^[\s\ufeff]*$/.test(text)) return { diagnostics: [empty(file)] };
  const bad = findBadCharacters(text);
  const diagnostics = describeBad(file, bad);
  const legacy = findLegacyText(text);
  if (legacy !== undefined) {
    const { start, end } = legacy;
    diagnostics.push(legacyFinding(legacy, { file, start, end }, text.slice(start, end)));
  }
  if (normalised.decomposed) diagnostics.push(decomposed({ file, start: 0, end: 0 }));
  const broken = bad.filter(({ type }) => type !== 'invisible');
  return { value: broken.length === 0 ? text : blankOut(text, broken), diagnostics };
}

const tooLong = (file: string, length: number): Diagnostic => ({
  code: 'form/too-long',
  severity: 'error',
  message: `Tệp biểu mẫu dài ${millions(length)} triệu ký tự, nhiều nhất được ${millions(MAX_LENGTH)} triệu`,
  place: { file, start: 0, end: 0 },
  hints: ['Chia nội dung thành nhiều văn bản, hoặc kiểm tra xem có chọn nhầm tệp không'],
});

const millions = (length: number): string => (length / 1e6).toFixed(1).replace('.', ',').replace(',0', '');

const empty = (file: string): Diagnostic => ({
  code: 'form/empty',
  severity: 'error',
  message: 'Tệp biểu mẫu trống',
  place: { file, start: 0, end: 0 },
  hints: ['Tạo tệp mẫu bằng lệnh: thethuc new plan'],
});

export function legacyFinding(legacy: LegacyText, place: TextPlace, actual: string): Diagnostic {
  const lines = legacy.lines > 1 ? ` (${legacy.lines} dòng)` : '';
  return {
    code: 'text/legacy-encoding',
    severity: 'error',
    message: `Chữ gõ bằng bảng mã ${legacy.encoding}, không phải Unicode${lines}`,
    place,
    actual,
    expected: legacy.decoded,
    hints: [UNIKEY_HINT],
  };
}

export const decomposed = (place: TextPlace): Diagnostic => ({
  code: 'text/decomposed',
  severity: 'remark',
  message: 'Tệp có chữ gõ bằng Unicode tổ hợp; đã đổi sang Unicode dựng sẵn',
  place,
  hints: ['trong Unikey chọn bảng mã Unicode (dựng sẵn) để các lần sau không phải đổi'],
});

/** Where a bad character stands; `end` where it was written as an escape. */
interface BadPlace extends BadCharacter {
  readonly end?: number;
}

export function describeBad(file: string, bad: readonly BadPlace[]): Diagnostic[] {
  const diagnostics = bad.slice(0, MAX_SHOWN).map((character) => describe(file, character));
  const rest = bad.length - MAX_SHOWN;
  const last = diagnostics.at(-1);
  if (rest <= 0 || last === undefined) return diagnostics;
  return [
    ...diagnostics.slice(0, -1),
    { ...last, message: `${last.message} (và ${rest} chỗ nữa trong tệp)` },
  ];
}

function describe(file: string, { at, end = at + 1, code, type }: BadPlace): Diagnostic {
  const name = codePointName(code);
  const place = { file, start: at, end };
  const hints =
    end - at > 1
      ? ['Bỏ mã này đi rồi gõ lại chữ ở chỗ đó']
      : ['Xóa ký tự này (nó không hiện ra trên màn hình) rồi gõ lại chữ ở chỗ đó'];
  switch (type) {
    case 'control':
      return {
        code: 'text/control-character',
        severity: 'error',
        message: `Có ký tự điều khiển ${name}, không in ra được`,
        place,
        hints,
      };
    case 'surrogate':
      return {
        code: 'text/lone-surrogate',
        severity: 'error',
        message: `Có nửa ký tự bị hỏng (${name}), không in ra được`,
        place,
        hints,
      };
    case 'replacement':
      return {
        code: 'text/undecodable',
        severity: 'error',
        message: 'Có chữ bị hỏng do tệp lưu sai bảng mã',
        place,
        hints: ['Gõ lại chữ ở chỗ này'],
      };
    case 'invisible':
      return {
        code: 'text/invisible-character',
        severity: 'remark',
        message: `Có ký tự ẩn ${name}, thường do dán từ trang mạng`,
        place,
        hints,
      };
  }
}

function blankOut(text: string, bad: readonly BadCharacter[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at } of bad) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)].join(' ');
}
