import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Banner } from '../../src/document/banner.js';
import { rasterise } from '../../src/host-node/rasterise.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { nd30 } from '../../src/profile/nd30.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import { writeSvg } from '../../src/svg/write-svg.js';
import { outlineText } from '../../src/typeset/banner/outline-text.js';
import { printOf } from '../../src/typeset/banner/print-banners.js';
import type { PagedDocument } from '../../src/typeset/frame.js';
import { banner, bannerPaper } from '../contract/banner-case.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import { type Gray, readGray, readPng } from '../svg/read-png.js';
import { hasProgram, run } from './pdf-programs.js';

/** Of the longer side: as many as the screen below has. */
const PIXELS = 1920;
/** Letters, stars and frames are bright on the red of cloth and flags, which is 66 and 90 of 255 as grey. */
const BRIGHT = 150;
const HALF_BRIGHT = 100;

/** Share of what is bright in one picture and has nothing bright in the other within a pixel. */
function stray(one: Gray, other: Gray): number {
  let [bright, lost] = [0, 0];
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      if (one.pixels[y * one.width + x]! < BRIGHT) continue;
      bright += 1;
      if (!isBrightNear(other, x, y)) lost += 1;
    }
  }
  expect(bright).toBeGreaterThan(1000);
  return lost / bright;
}

function isBrightNear({ width, height, pixels }: Gray, x: number, y: number): boolean {
  for (let atY = Math.max(0, y - 1); atY <= Math.min(height - 1, y + 1); atY += 1)
    for (let atX = Math.max(0, x - 1); atX <= Math.min(width - 1, x + 1); atX += 1)
      if (pixels[atY * width + atX]! >= HALF_BRIGHT) return true;
  return false;
}

function printed(more: Partial<Banner>, outlines: boolean): PagedDocument {
  const print = { ...banner().print, ...more.print, outlines };
  const paper = bannerPaper(banner({ ...more, print }));
  const { value } = resolveDocument(paper, nd30, bundledFonts, () => undefined);
  return printOf(value!, bundledFonts)!();
}

const CASES: Readonly<Record<string, Partial<Banner>>> = {
  'a cloth of true size': { size: { text: '5 x 2,5 m' } },
  'a tenth, with marks, bleed and slug': {
    print: { ...banner().print, cropMarks: true, bleed: { text: '20' } },
  },
  'a square in sans, to the left': { size: { text: '3 x 3 m' }, face: 'sans', align: 'left' },
  'a streamer': { size: { text: '12 x 1 m' }, flags: 'national', design: 'framed' },
  'a screen': { size: { text: '1920 x 1080 px' }, flags: 'none' },
};

describe.runIf(hasProgram('pdftoppm'))('text as outlines looks as text does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thethuc-banner-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const drawPdf = (document: PagedDocument): Gray => {
    const file = join(folder, 'banner.pdf');
    writeFileSync(file, writePdf(document, bundledFonts));
    return readGray(run('pdftoppm', '-gray', '-scale-to', String(PIXELS), file));
  };

  test.each(Object.entries(CASES))('in the PDF of %s', (_, more) => {
    const [text, outlines] = [drawPdf(printed(more, false)), drawPdf(printed(more, true))];
    expect([outlines.width, outlines.height]).toEqual([text.width, text.height]);
    expect(stray(text, outlines)).toBe(0);
    expect(stray(outlines, text)).toBe(0);
  });

  test.each(Object.entries(CASES))('and in the picture of %s', async (_, more) => {
    const document = printed(more, false);
    const [page] = document.pages;
    const pages = [{ ...page!, items: outlineText(page!.items, bundledFonts) }];
    const svg = writeSvg({ ...document, pages }, 0, bundledFonts);
    const picture = readPng(await rasterise(svg, (PIXELS * 72) / Math.max(page!.width, page!.height), []));
    const pdf = drawPdf(document);
    expect(Math.abs(picture.width - pdf.width)).toBeLessThanOrEqual(1);
    expect(Math.abs(picture.height - pdf.height)).toBeLessThanOrEqual(1);
    // Two programs, which lay the edges of thin lines to their own sides.
    expect(stray(pdf, picture)).toBeLessThan(0.02);
    expect(stray(picture, pdf)).toBeLessThan(0.02);
  });

  test('and letters three thousandths of the width aside would be seen', () => {
    const document = printed({}, false);
    const pages = document.pages.map((page) => ({
      ...page,
      items: page.items.map((item) =>
        item.type === 'text' ? { ...item, x: (item.x + page.width * 0.003) as typeof item.x } : item,
      ),
    }));
    expect(stray(drawPdf(document), drawPdf({ ...document, pages }))).toBeGreaterThan(0.1);
  });
});
