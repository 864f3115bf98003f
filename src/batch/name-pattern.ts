import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { nearest } from '../vietnamese/nearest.js';
import { LONGEST_NAME, safeName } from './file-name.js';

/** A pattern of names: "{{dia_danh}}/{{stt}}-{{ten}}" is a folder and, in it, a file or folder for each unit. */
export interface NamePattern {
  /** As typed. */
  readonly text: string;
  readonly parts: readonly PatternPart[];
}

/** What stands between two slashes. */
export type PatternPart = readonly (string | PatternName)[];

/** "{{Người ký.Họ tên}}" */
export interface PatternName {
  readonly shown: string;
  /** Each part between dots folded: "nguoi_ky.ho_ten". */
  readonly folded: string;
  /** From 1, in the pattern as typed. */
  readonly column: number;
}

const MOST_PARTS = 6;
/** Within folders a name is cut shorter, so that the whole path stays below what Windows takes. */
const LONGEST_WITHIN_FOLDERS = 60;
const EXAMPLE = 'Ghi như: --name "{{stt}}-{{ten}}"';
const UNCLOSED = 'batch/unclosed-name';
/** Both formats come of one name. */
const EXTENSION = /\.(?:docx?|pdf)\s*$/i;

/** Reads a pattern, with everything that is wrong with it at once; a backslash is a slash, as Windows has it. */
export function parseNamePattern(text: string): Outcome<NamePattern> {
  const found: Diagnostic[] = [];
  const parts: (string | PatternName)[][] = [[]];
  const starts = [1];
  for (const { index, 0: token } of text.matchAll(
    /\{\{(?:(?!\{\{)[^}]|\}(?!\}))*\}\}|[/\\]|\{\{?|\}\}?|[^{}/\\]+/gu,
  )) {
    const column = columnOf(text, index);
    if (token === '/' || token === '\\') {
      parts.push([]);
      starts.push(column + 1);
    } else if (/^\{\{.*\}\}$/su.test(token)) {
      const name = patternName(token, column);
      if (name.folded === '') found.push(emptyName(column));
      else parts.at(-1)!.push(name);
    } else if (/^[{}]/.test(token)) {
      // What opens without closing closes without opening: that is one mistake.
      if (!found.some(({ code }) => code === UNCLOSED)) found.push(unclosed(token, column));
    } else parts.at(-1)!.push(token);
  }
  for (const [index, part] of parts.entries())
    found.push(...partFindings(part, parts.length, starts[index]!));
  const last = parts.at(-1)!.at(-1);
  const extension = typeof last === 'string' ? EXTENSION.exec(last)?.[0] : undefined;
  if (extension !== undefined) found.push(withExtension(text, extension));
  if (parts.length > MOST_PARTS) found.push(tooDeep(parts.length));
  if (found.length === 0 && namesIn({ parts }).length === 0) found.push(withoutName(text));
  return found.length > 0 ? { diagnostics: found } : { value: { text, parts }, diagnostics: [] };
}

/** Counts letters, not UTF-16 units. */
const columnOf = (text: string, index: number): number => [...text.slice(0, index)].length + 1;

function patternName(token: string, column: number): PatternName {
  const shown = token.slice(2, -2).trim();
  return { shown, folded: foldPath(shown), column };
}

/** "Người ký.Họ tên" → "nguoi_ky.ho_ten" */
export const foldPath = (path: string): string =>
  path
    .split('.')
    .map(foldKey)
    .filter((part) => part !== '')
    .join('.');

/** All names of a pattern, in their order. */
export const namesIn = ({ parts }: Pick<NamePattern, 'parts'>): readonly PatternName[] =>
  parts.flat().filter((piece): piece is PatternName => typeof piece !== 'string');

/**
 * The stem of a unit: safe whatever the values hold, with "/" only where the pattern has one. `lookup` is asked by folded
 * name; undefined is a name that nothing has, '' one without a value here. `known` are the names that may have been meant.
 */
export function renderName(
  pattern: NamePattern,
  lookup: (foldedName: string) => string | undefined,
  options: { readonly ascii: boolean; readonly known?: readonly string[] },
): Outcome<string> {
  const unknown = unknownNames(pattern, (name) => lookup(name) !== undefined, options.known ?? []);
  if (unknown.length > 0) return { diagnostics: unknown };
  const most = pattern.parts.length === 1 ? LONGEST_NAME : LONGEST_WITHIN_FOLDERS;
  const stems = pattern.parts.map((part) => safeName(textOf(part, lookup), { ascii: options.ascii, most }));
  return { value: stems.join('/'), diagnostics: [] };
}

/** The names of a pattern that nothing has, for a run to refuse before it looks at its rows. */
export const unknownNames = (
  pattern: NamePattern,
  isKnown: (foldedName: string) => boolean,
  known: readonly string[],
): readonly Diagnostic[] =>
  namesIn(pattern)
    .filter(({ folded }) => !isKnown(folded))
    .map((name) => unknownName(name, pattern, known));

/** A value that is empty takes the hyphen before or behind it along. */
function textOf(part: PatternPart, lookup: (foldedName: string) => string | undefined): string {
  let text = '';
  let isOpen = false;
  for (const piece of part) {
    const value = typeof piece === 'string' ? piece : (lookup(piece.folded) ?? '').trim();
    text += isOpen || text === '' ? value.replace(/^[\s_-]+/u, '') : value;
    isOpen = typeof piece !== 'string' && value === '' && /(?:^|[\s_-])$/u.test(text);
  }
  return text.replace(/[\s_-]+$/u, '');
}

function partFindings(part: PatternPart, parts: number, column: number): readonly Diagnostic[] {
  if (part.length === 0 && parts > 1)
    return [
      patternError('empty-part', `Mẫu tên (--name) có tên thư mục trống ở vị trí ${column}`, 'Bỏ dấu / thừa'),
    ];
  const [only] = part;
  if (part.length !== 1 || typeof only !== 'string') return [];
  if (/^\s*\.+\s*$/u.test(only))
    return [
      outside(`"${only.trim()}" ở vị trí ${column}`, 'Bỏ phần đó: mọi tệp nằm trong thư mục ghi sau -o'),
    ];
  if (/^\s*[a-z]:\s*$/i.test(only))
    return [outside(`ổ đĩa "${only.trim()}" ở vị trí ${column}`, 'Bỏ ổ đĩa, ghi thư mục kết quả sau -o')];
  return [];
}

const patternError = (code: string, message: string, ...hints: readonly string[]): Diagnostic => ({
  code: `batch/${code}`,
  severity: 'error',
  message,
  hints,
});

const emptyName = (column: number): Diagnostic =>
  patternError('empty-name', `Mẫu tên (--name) có {{ }} trống ở vị trí ${column}`, EXAMPLE);

const unclosed = (token: string, column: number): Diagnostic =>
  patternError(
    'unclosed-name',
    `Mẫu tên (--name) có dấu ${token} ở vị trí ${column} không thành cặp {{ và }}`,
    EXAMPLE,
  );

const withExtension = (text: string, extension: string): Diagnostic =>
  patternError(
    'name-with-extension',
    `Mẫu tên (--name) "${text}" có đuôi tệp "${extension.trim()}"; chương trình tự thêm .docx, .pdf`,
    'Bỏ đuôi tệp; chỉ cần một loại thì thêm --format docx, hoặc --format pdf',
  );

const outside = (what: string, hint: string): Diagnostic =>
  patternError('name-outside', `Mẫu tên (--name) có ${what}, ra ngoài thư mục kết quả`, hint);

const tooDeep = (parts: number): Diagnostic =>
  patternError(
    'too-many-folders',
    `Mẫu tên (--name) có ${parts - 1} tầng thư mục, nhiều nhất ${MOST_PARTS - 1}`,
    'Bỏ bớt dấu /',
  );

const withoutName = (text: string): Diagnostic =>
  patternError(
    'constant-name',
    `Mẫu tên (--name) "${text}" cho mọi đơn vị cùng một tên, vì không có {{…}} nào`,
    EXAMPLE,
  );

function unknownName(
  { shown, column }: PatternName,
  pattern: NamePattern,
  known: readonly string[],
): Diagnostic {
  const near = nearest(shown, known) ?? known.find((name) => lastStep(name) === lastStep(shown));
  return patternError(
    'unknown-name',
    `Mẫu tên "${pattern.text}" có {{${shown}}} ở vị trí ${column}, nhưng không có cột nào của bảng hay mục nào của biểu mẫu tên như vậy`,
    ...(near === undefined ? [] : [`Có phải ý bạn là {{${near}}}?`]),
    'Dùng được: {{stt}}, {{ten}}, {{ma}}, {{tep}}, tên cột của bảng, tên mục của biểu mẫu',
  );
}

/** "Quyền hạn" is meant by it, of "Người ký.Quyền hạn". */
const lastStep = (path: string): string => foldPath(path).split('.').at(-1) ?? '';
