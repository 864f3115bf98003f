import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { bundledFonts, givenFonts, VIETNAMESE_LETTERS } from '../font/fonts-for-tests.js';
import { fullPages, samplePages } from '../pdf/sample-pages.js';
import { hasProgram, run } from './pdf-programs.js';

// What programs that know nothing of ours read in our files.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['bundled', bundledFonts],
  ['given', givenFonts],
])('a PDF with %s fonts', (name, fonts) => {
  const sample = samplePages(fonts);
  let file = '';
  beforeAll(() => {
    file = join(folder, `${name}.pdf`);
    writeFileSync(file, writePdf(sample, fonts));
  });

  it.runIf(hasProgram('qpdf'))('has nothing that qpdf finds fault with', () => {
    const six = join(folder, `${name}-six.pdf`);
    writeFileSync(six, writePdf(fullPages(fonts, 6), fonts));
    for (const each of [file, six]) {
      // qpdf ends with 3 on a warning, which makes run() throw.
      expect(run('qpdf', '--check', each).toString()).toContain('No syntax or stream encoding errors');
    }
  });

  it.runIf(hasProgram('pdffonts'))('has four embedded subsets with letters', () => {
    const lines = run('pdffonts', file).toString().trim().split('\n').slice(2);
    const names = lines.map((line) => line.split(/\s+/)[0]!.slice(7)).sort();
    expect(names).toEqual(['Tinos', 'Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic']);
    for (const line of lines) expect(line).toMatch(/CID TrueType +Identity-H +yes yes yes/);
  });

  it.runIf(hasProgram('pdftotext'))('has the words that were set, in every letter', () => {
    const read = run('pdftotext', '-raw', file, '-').toString('utf8').normalize('NFC');
    const set = sample.pages.flatMap((page) =>
      page.items.flatMap((item) => (item.type === 'text' ? item.text.split(/[\s\u00a0]+/) : [])),
    );
    // Reading order is the program's own business; the words and how often they stand there are not.
    expect(read.split(/\s+/).filter(Boolean).sort()).toEqual(set.filter(Boolean).sort());
    for (const letter of VIETNAMESE_LETTERS) expect(read).toContain(letter);
    expect(read).toContain('Nguyễn Văn A');
  });
});
