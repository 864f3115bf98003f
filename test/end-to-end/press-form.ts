import { deflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import { type CompileContext, compileForm, type Paper } from '../../src/compile.js';
import { type Diagnostic, hasErrors } from '../../src/diagnostic/diagnostic.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { normalise } from '../../src/vietnamese/normalise.js';
import { itemsOf, readDocxText } from '../contract/printed-text.js';

const FILE = 'biểu mẫu.yaml';
const deflate = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 1 });

/** Findings whose place is missing, or not a stretch of the form as it was read. */
function misplaced(diagnostics: readonly Diagnostic[], source: string): readonly Diagnostic[] {
  const { length } = normalise(source).text;
  return diagnostics.filter(({ place, related = [] }) =>
    [place, ...related.map((one) => one.place)].some(
      (one) =>
        one === undefined ||
        !('start' in one) ||
        one.file !== FILE ||
        !(one.start >= 0 && one.start <= one.end && one.end <= length),
    ),
  );
}

/** All letters but white space, in no order: rows that go over a page are in another order there. */
const letters = (texts: readonly string[]): string =>
  [
    ...texts
      .join('')
      .replace(/[\s\u00a0]/gu, '')
      .replaceAll('\u2011', '-'),
  ]
    .sort()
    .join('');

/** One form through every stage; `look` sees each paper. Returns whether there is one. */
export function pressForm(
  source: string,
  context: CompileContext,
  look: (paper: Paper) => void = () => {},
): boolean {
  const { value, diagnostics } = compileForm({ file: FILE, text: source }, context);
  expect(misplaced(diagnostics, source)).toEqual([]);
  // What is refused has a reason.
  if (value === undefined) expect(hasErrors(diagnostics)).toBe(true);
  for (const paper of value ?? []) {
    const { resolved, pages } = paper;
    look(paper);
    const docx = readDocxText(writeDocx(resolved, { deflate }));
    const pdf = writePdf(pages(), context.fonts, { deflate });
    expect(Buffer.from(pdf.subarray(-6)).toString()).toContain('%%EOF');
    const items = itemsOf(pages());
    const isRepeated = (style: string) => style === 'TableHead';
    const flow = items.flow.filter(({ style }) => !isRepeated(style)).map(({ text }) => text);
    const body = docx.body.filter(({ style }) => !isRepeated(style)).map(({ text }) => text);
    // Fields with a value show it over dots in the PDF, and instead of them in the DOCX.
    const isFillable = resolved.form?.isFillable === true;
    const values = isFillable ? resolved.form!.blanks.map(({ value }) => value) : [];
    const bare = (text: string) => (isFillable ? text.replaceAll('.', '') : text);
    expect(bare(letters([...flow, ...values]))).toBe(bare(letters(body)));
    for (const item of items.flow) expect([item.x, item.y, item.width].every(Number.isFinite)).toBe(true);
  }
  return value !== undefined;
}
