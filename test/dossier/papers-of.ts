import type { CompileContext, Paper } from '../../src/compile.js';
import { compileForm } from '../../src/compile.js';
import type { Diagnostic, Place } from '../../src/diagnostic/diagnostic.js';
import { loadContext } from '../end-to-end/papers.js';

export const FILE = 'bo.yaml';

/** The shared facts of a small dossier. */
export const SHARED = `Loại văn bản: Bộ văn bản
Cơ quan ban hành: Liên đoàn Lao động tỉnh Hòa Giang
Số, ký hiệu: 91/KH-LĐLĐ
Địa danh: Hòa Giang
Ngày ban hành: 12/9/2025
Nơi nhận:
  - Các công đoàn cơ sở
  - Lưu: VT, CSPL
Người ký:
  Chức vụ: CHỦ TỊCH
  Họ tên: Nguyễn Văn A
`;

/** A plan as an item of the list; `lines` stand above its text. */
export const plan = (subject: string, ...lines: readonly string[]): string =>
  [
    '  - Loại văn bản: Kế hoạch',
    `    Trích yếu: ${subject}`,
    ...lines.map((line) => `    ${line}`),
    '    Nội dung: |',
    `      Nội dung về ${subject} (có Phụ lục kèm theo).`,
    '',
  ].join('\n');

export const dossier = (...items: readonly string[]): string => `${SHARED}Văn bản:\n${items.join('')}`;

let context: CompileContext | undefined;

export async function compile(
  text: string,
  options: { readonly split?: boolean } = {},
): Promise<{ readonly papers: readonly Paper[] | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  context ??= await loadContext();
  const { value, diagnostics } = compileForm({ file: FILE, text }, { ...context, ...options });
  return { papers: value, diagnostics };
}

/** The papers of a dossier in which nothing may be found wrong. */
export async function papersOf(
  text: string,
  options: { readonly split?: boolean } = {},
): Promise<readonly Paper[]> {
  const { papers, diagnostics } = await compile(text, options);
  if (papers === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return papers;
}

/** All printed words of a paper, without spaces: words are set one by one. */
export const wordsOf = (paper: Paper): string =>
  squeezed(
    paper
      .pages()
      .pages.flatMap(({ items }) => items.flatMap((item) => (item.type === 'text' ? [item.text] : [])))
      .join(''),
  ).replaceAll('\u2011', '-');

export const squeezed = (text: string): string => text.replace(/\s/g, '');

/** What stands at a place of the form. */
export const sourceAt = (text: string, place: Place | undefined): string | undefined =>
  place !== undefined && 'start' in place ? text.slice(place.start, place.end) : undefined;
