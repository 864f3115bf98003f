import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../../src/docx/write-docx.js';
import { layoutDocument } from '../../../src/typeset/layout-document.js';
import { compileText, loadContext, readSample } from '../../end-to-end/papers.js';
import { document, paragraph, run, section, tinos } from '../../typeset/build.js';
import { type MeasuredLine, measureLines } from '../edit-in-libreoffice-measure.js';
import { convertAll, isSkipped, missing } from './libreoffice.js';
import { minimalDocx } from './minimal-docx.js';

/** Where LibreOffice ends its lines, which we end at the margin: what docs/AGREEMENT.md says of it holds. Points. */

const PROSE =
  'Liên đoàn Lao động tỉnh tổ chức phát động thi đua trong toàn thể đoàn viên và người lao động ở các cấp công đoàn của tỉnh nhà, bảo đảm thiết thực, tiết kiệm.';
const PAPERS = {
  upright: document(section([paragraph([run(`${PROSE} ${PROSE}`, 14)], { align: 'justify' })])),
  italic: document(
    section([paragraph([run(`${PROSE} ${PROSE}`, 14, { italic: true })], { align: 'justify' })]),
  ),
};
/** A twelfth of the font's height at 14 pt, in points: 26 twips. */
const ITALIC_ROOM = 26 / 20;
/** In twips from the left margin. */
const STOPS = [9355, 9335, 9300];
/** A paragraph whose "@" is a tab to the margin, filled with dots. */
const LEADER = paragraph('Họ và tên: @');
const FORM = 'templates/registration-form/sample.yaml';

/** The right ends of a paragraph's lines but the last, which is not justified. */
const endsOf = (lines: readonly MeasuredLine[]): readonly number[] =>
  lines.slice(0, -1).map(({ right }) => right);

/** The DOCX of a paragraph with its "@" made a tab to a right tab stop at that place. */
function withLeader(docx: Uint8Array, stop: number): Uint8Array {
  const parts = unzipSync(docx);
  const xml = strFromU8(parts['word/document.xml']!)
    .replace('<w:pPr>', `<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${stop}"/></w:tabs>`)
    .replace('@</w:t>', '</w:t><w:tab/>');
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

describe.skipIf(isSkipped)('LibreOffice ends', () => {
  let theirs: Record<string, readonly MeasuredLine[]>;
  let margin: number;

  beforeAll(async () => {
    expect(missing).toEqual([]);
    const { paper } = compileText(FORM, readSample(FORM), await loadContext());
    const minimal = Object.entries(PAPERS).map(([name, each]) => [name, minimalDocx(each)] as const);
    theirs = convertAll(
      {
        ...Object.fromEntries(minimal),
        form: writeDocx(paper.resolved),
        ...Object.fromEntries(
          STOPS.map((stop) => [`leader${stop}`, withLeader(minimalDocx(document(section([LEADER]))), stop)]),
        ),
      },
      'pdf',
      measureLines,
    );
    const [sheet] = layoutDocument(PAPERS.upright, tinos()).pages;
    const ours = sheet!.items.filter((item) => item.type === 'text');
    margin = Math.max(...ours.map(({ x, width }) => x + width));
  }, 180_000);

  it('a justified upright line at the margin or up to 1.7 pt before it', () => {
    const ends = endsOf(theirs['upright']!);
    expect(ends.length).toBeGreaterThan(2);
    for (const end of ends) {
      expect(end).toBeLessThan(margin + 0.1);
      expect(end).toBeGreaterThan(margin - 1.8);
    }
    expect(Math.min(...ends)).toBeLessThan(margin - 0.2);
  });

  it('a justified italic line a twelfth of the height of its font earlier', () => {
    const ends = endsOf(theirs['italic']!);
    expect(ends.length).toBeGreaterThan(2);
    for (const end of ends) {
      expect(end).toBeLessThan(margin - ITALIC_ROOM + 0.1);
      expect(end).toBeGreaterThan(margin - ITALIC_ROOM - 1.8);
    }
  });

  it.each(STOPS)('a leader that is nothing but dots before its stop at %i twips', (stop) => {
    const [line] = theirs[`leader${stop}`]!;
    const early = line!.left + stop / 20 - line!.right;
    expect(early).toBeGreaterThan(0.15);
    expect(early).toBeLessThan(1);
  });

  it('the dots of a form, of which only the last is a leader, at the margin', () => {
    const dots = theirs['form']!.filter(({ left, text }) => left < 150 && /\.{40}$/.test(text));
    expect(dots.length).toBeGreaterThan(8);
    for (const { right } of dots) expect(Math.abs(right - margin)).toBeLessThan(0.2);
  });
});
