import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePrintVolumes } from '../../src/host-node/print-volumes.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import { samplePages } from '../pdf/sample-pages.js';
import { hasProgram, run } from './pdf-programs.js';

// The pages of a volume against those of its papers, by programs that know nothing of ours.
let folder = '';
let volume = '';
const papers: { readonly path: string; readonly title: string }[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-volume-'));
  volume = join(folder, 'in.pdf');
  const form = await compileForms(fillableForm('fillable'));
  const documents = [samplePages(bundledFonts), form.pages(), samplePages(bundledFonts)];
  for (const [index, document] of documents.entries()) {
    const path = join(folder, `${index}.pdf`);
    writeFileSync(path, writePdf(document, bundledFonts, { facts: '{}' }));
    papers.push({ path, title: `Đơn vị ${index}` });
  }
  await writePrintVolumes(volume, papers);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pagesIn = (file: string): number => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file).toString())![1]);

describe('a print volume', () => {
  it.runIf(hasProgram('qpdf'))('has nothing that qpdf finds fault with', () => {
    expect(run('qpdf', '--check', volume).toString()).toContain('No syntax or stream encoding errors found');
  });

  it.runIf(hasProgram('pdfinfo'))('shows and says what its papers do', () => {
    let at = 0;
    for (const { path } of papers) {
      for (let page = 1; page <= pagesIn(path); page += 1) {
        at += 1;
        const of = (program: string, file: string, number: number, ...more: readonly string[]) =>
          run(
            program,
            ...more,
            '-f',
            `${number}`,
            '-l',
            `${number}`,
            file,
            ...(program === 'pdftotext' ? ['-'] : []),
          );
        // A field's value is text of the page here; pdftotext sets an empty line before that of a form.
        const words = (file: string, number: number) => of('pdftotext', file, number).toString().split(/\s+/);
        expect(words(volume, at)).toEqual(words(path, page));
        expect(of('pdftoppm', volume, at, '-r', '60').equals(of('pdftoppm', path, page, '-r', '60'))).toBe(
          true,
        );
      }
    }
    expect(pagesIn(volume)).toBe(at);
  });
});
