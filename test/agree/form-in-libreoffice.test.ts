import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../src/collect/read-facts.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { differences } from './calibration/compare.js';
import { type Drawn, readDrawn } from './calibration/drawn.js';
import { convertAll, isSkipped, missing } from './calibration/libreoffice.js';
import { ourDrawn } from './calibration/our-drawn.js';

/** What LibreOffice makes of a form's content controls, and of what a DOCX carries besides: docs/AGREEMENT.md. */

const FACTS = '{"format":1,"kind":"registration-form","values":{}}';
const NEAR = 0.33;

/** The DOCX with its controls of the kind for plain text, as Word makes them by default. */
function withPlainControls(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const xml = strFromU8(parts['word/document.xml']!).replaceAll('</w:sdtPr>', '<w:text/></w:sdtPr>');
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

describe.skipIf(isSkipped)('LibreOffice', () => {
  let drawn: Record<string, Drawn>;
  let saved: Uint8Array;
  let ours: Drawn;

  beforeAll(async () => {
    expect(missing).toEqual([]);
    const paper = await compileForms(fillableForm('fillable'));
    const docx = writeDocx(paper.resolved, { facts: FACTS });
    ours = ourDrawn(paper.pages());
    drawn = convertAll({ rich: docx, plain: withPlainControls(docx) }, 'pdf', readDrawn);
    saved = convertAll({ form: docx }, 'docx', (path) => new Uint8Array(readFileSync(path)))['form']!;
  }, 240_000);

  it('sets controls for rich text as we do, and moves the lines of those for plain text', () => {
    const found = differences(drawn['rich']!.lines, ours.lines, NEAR);
    // The value that is sent out with the form stands in the DOCX in place of its dots, in our PDF in a field over them.
    expect(found).toEqual([expect.stringContaining('từ ngày 01/3/2025')]);
    expect(differences(drawn['plain']!.lines, ours.lines, NEAR).length).toBeGreaterThan(5);
  });

  it('drops tags and titles of controls when it saves, and keeps the bookmarks around them', () => {
    const xml = strFromU8(unzipSync(saved)['word/document.xml']!);
    expect(xml).toContain('<w:sdt>');
    expect(xml).not.toMatch(/<w:(tag|alias) /);
    for (const key of ['ten', 'tien', 'kq']) expect(xml).toContain(`w:name="f_${key}"`);
  });

  it('keeps custom properties and custom XML', async () => {
    const parts = unzipSync(saved);
    expect(strFromU8(parts['docProps/custom.xml']!)).toContain('thethuc_bieu_mau');
    const { value, diagnostics } = await readFacts('form.docx', saved);
    // That it was saved by another program is told.
    expect(diagnostics.map(({ code }) => code)).toEqual(['facts/edited']);
    expect(value).toMatchObject({ kind: 'registration-form' });
  });
});
