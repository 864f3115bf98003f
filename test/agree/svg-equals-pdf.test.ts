import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLED_FILES } from '../../src/font/load-fonts.js';
import { rasterise } from '../../src/host-node/rasterise.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { writeSvg } from '../../src/svg/write-svg.js';
import type { PagedDocument } from '../../src/typeset/frame.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { bundledFonts, FACE_NAMES } from '../font/fonts-for-tests.js';
import { samplePages } from '../pdf/sample-pages.js';
import { type Gray, readGray, readPng } from '../svg/read-png.js';
import { hasProgram, run } from './pdf-programs.js';

const PIXELS_PER_INCH = 150;
/**
 * Both rasterisers smooth edges in their own way and poppler lays the page from its foot, the other from its head, which is
 * a fraction of a pixel apart: so ink of one must have ink of the other within one pixel (0.17 mm). A kerned or shifted
 * letter, a rule of another length or a missing mark is far more. Ink: darker than half.
 */
const REACH = 1;
const INK = 128;

/** Share of the ink of one picture that has none of the other near it. */
const strayInk = (one: Gray, other: Gray): number => {
  let ink = 0;
  let stray = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      if (one.pixels[y * one.width + x]! >= INK) continue;
      ink += 1;
      if (!hasInkNear(other, x, y)) stray += 1;
    }
  }
  expect(ink).toBeGreaterThan(0);
  return stray / ink;
};

/** Paler ink counts here, since a thin stroke between two pixels is grey in both. */
const hasInkNear = (picture: Gray, x: number, y: number): boolean => {
  for (let dy = -REACH; dy <= REACH; dy += 1) {
    for (let dx = -REACH; dx <= REACH; dx += 1) {
      const [atX, atY] = [x + dx, y + dy];
      if (atX < 0 || atY < 0 || atX >= picture.width || atY >= picture.height) continue;
      if (picture.pixels[atY * picture.width + atX]! < 200) return true;
    }
  }
  return false;
};

describe.runIf(hasProgram('pdftoppm'))('a page’s SVG, drawn, is its PDF, drawn', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thethuc-svg-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fontFiles = FACE_NAMES.map((name) =>
    fileURLToPath(new URL(`../../fonts/${BUNDLED_FILES[name]}`, import.meta.url)),
  );
  const sample = samplePages(bundledFonts);

  const drawPdf = (document: PagedDocument, page: number): Gray => {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, writePdf(document, bundledFonts));
    const number = String(page + 1);
    return readGray(
      run('pdftoppm', '-gray', '-r', String(PIXELS_PER_INCH), '-f', number, '-l', number, file),
    );
  };
  const drawSvg = async (document: PagedDocument, page: number): Promise<Gray> =>
    readPng(await rasterise(writeSvg(document, page, bundledFonts), PIXELS_PER_INCH, fontFiles));

  it.each([0, 1, 2])('page %i', async (page) => {
    const pdf = drawPdf(sample, page);
    const svg = await drawSvg(sample, page);
    expect(Math.abs(pdf.width - svg.width)).toBeLessThanOrEqual(1);
    expect(Math.abs(pdf.height - svg.height)).toBeLessThanOrEqual(1);
    expect(strayInk(pdf, svg)).toBe(0);
    expect(strayInk(svg, pdf)).toBe(0);
  });

  it('a fillable form with a value that is sent out with it', async () => {
    const form = (await compileForms(fillableForm('fillable'))).pages();
    expect(form.pages[0]!.fields?.some(({ value }) => value.lines.length > 0)).toBe(true);
    const [pdf, svg] = [drawPdf(form, 0), await drawSvg(form, 0)];
    expect(strayInk(pdf, svg)).toBe(0);
    expect(strayInk(svg, pdf)).toBe(0);
  });

  it('and a text that is half a millimetre off would be seen', async () => {
    const moved: PagedDocument = {
      ...sample,
      pages: sample.pages.map((page) => ({
        ...page,
        items: page.items.map((item) =>
          item.type === 'text' ? { ...item, x: (item.x + 1.4) as typeof item.x } : item,
        ),
      })),
    };
    expect(strayInk(drawPdf(sample, 0), await drawSvg(moved, 0))).toBeGreaterThan(0.05);
  });
});
