import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Banner } from '../../../src/document/banner.js';
import { BUNDLED_FILES } from '../../../src/font/load-fonts.js';
import { rasterise } from '../../../src/host-node/rasterise.js';
import { writePdf } from '../../../src/pdf/write-pdf.js';
import { nd30 } from '../../../src/profile/nd30.js';
import { resolveDocument } from '../../../src/resolve/resolve-document.js';
import { writeSvg } from '../../../src/svg/write-svg.js';
import { printOf } from '../../../src/typeset/banner/print-banners.js';
import type { PagedDocument } from '../../../src/typeset/frame.js';
import { frameText } from '../../../src/typeset/frame-text.js';
import { banner, bannerPaper } from '../../contract/banner-case.js';
import { bundledFonts, FACE_NAMES } from '../../font/fonts-for-tests.js';
import { loadPdf } from '../../pdf/read-back.js';
import { readPng } from '../../svg/read-png.js';

const PT_PER_M = 72 / 0.0254;

function printed(...banners: readonly Banner[]): PagedDocument {
  const { value } = resolveDocument(bannerPaper(...banners), nd30, bundledFonts, () => undefined);
  const print = value && printOf(value, bundledFonts);
  if (print === undefined) throw new Error('nothing to be printed');
  return print();
}
const wish = (print: Partial<Banner['print']>): Banner['print'] => ({ ...banner().print, ...print });
const pageOf = (...banners: readonly Banner[]) => printed(...banners).pages[0]!;
const m = (metres: number) => metres * PT_PER_M;

describe('a page of print', () => {
  test('is of true size up to 5.08 m', () => {
    const page = pageOf(banner({ size: { text: '5 x 2,5 m' } }));
    expect([page.width, page.height]).toEqual([expect.closeTo(m(5), 6), expect.closeTo(m(2.5), 6)]);
    expect(page.print?.scaleName).toBeUndefined();
    expect(page.items.filter((item) => item.type === 'rule')).toEqual([]);
  });

  test('is a tenth beyond, and says so in its name and outside the trim', () => {
    const page = pageOf(banner());
    const { trim, scaleName, userUnit } = page.print!;
    expect([trim.width, trim.height]).toEqual([expect.closeTo(m(0.6), 6), expect.closeTo(m(0.3), 6)]);
    expect([scaleName, userUnit]).toEqual(['that-6x3m-ty-le-1-10', undefined]);
    const slug = page.items.find((item) => item.type === 'text' && item.style === 'BannerCaption');
    expect(slug?.type === 'text' && slug.text).toBe(
      'Kích thước thật: 6 × 3 m; tỷ lệ tệp 1:10, in phóng to 10 lần',
    );
    expect(slug?.type === 'text' && slug.y - slug.size).toBeGreaterThan(trim.y + trim.height);
  });

  test('that says its scale by UserUnit does not call for enlarging once more', () => {
    const page = pageOf(banner({ print: wish({ userUnit: true }) }));
    expect([page.print?.scaleName, page.print?.userUnit]).toEqual(['that-6x3m-userunit-10', 10]);
    const slug = page.items.find((item) => item.type === 'text' && item.style === 'BannerCaption');
    expect(slug?.type === 'text' && slug.text).toBe(
      'Kích thước thật: 6 × 3 m; tệp ghi UserUnit 10, chỉ phóng to 10 lần nếu chương trình in không hiểu UserUnit',
    );
  });

  test('has no side above what every program reads, whatever goes around it', () => {
    for (const size of ['5,08 x 2 m', '5,07 x 5 m', '40 x 4 m', '100 x 10 m', '0,5 x 0,5 m']) {
      for (const print of [wish({}), wish({ bleed: { text: '20' }, cropMarks: true })]) {
        const { width, height } = pageOf(banner({ size: { text: size }, print }));
        expect(Math.max(width, height), size).toBeLessThanOrEqual(14_400);
      }
    }
  });

  test('has its ground go on in the bleed, and marks where it is cut', () => {
    const print = wish({ bleed: { text: '20' }, cropMarks: true });
    const page = pageOf(banner({ size: { text: '3 x 2 m' }, print }));
    const { trim, bleed } = page.print!;
    expect(trim.x - bleed.x).toBeCloseTo(m(0.02), 6);
    expect(trim.width).toBeCloseTo(m(3), 6);
    const rules = page.items.filter((item) => item.type === 'rule');
    expect(rules).toHaveLength(8);
    for (const rule of rules) {
      const isLevel = rule.y0 === rule.y1;
      const cuts = isLevel ? [trim.y, trim.y + trim.height] : [trim.x, trim.x + trim.width];
      expect(cuts.some((cut) => Math.abs(cut - (isLevel ? rule.y0 : rule.x0)) < 1e-6)).toBe(true);
      const isOutside =
        Math.max(rule.x0, rule.x1) < bleed.x ||
        Math.min(rule.x0, rule.x1) > bleed.x + bleed.width ||
        Math.max(rule.y0, rule.y1) < bleed.y ||
        Math.min(rule.y0, rule.y1) > bleed.y + bleed.height;
      expect(isOutside).toBe(true);
    }
  });

  test('stands as it stood', () => {
    const framed = banner({
      design: 'framed',
      face: 'sans',
      align: 'left',
      print: wish({ bleed: { text: '10' }, cropMarks: true }),
    });
    const text = frameText(printed(banner({ flags: 'national', size: { text: '5 x 2,5 m' } }), framed));
    const file = new URL('golden/two-banners.txt', import.meta.url);
    if (process.env['GOLDEN'] === 'update') writeFileSync(file, text);
    expect(existsSync(file), 'no golden: run with GOLDEN=update').toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

describe('a wall of lights', () => {
  const wall = banner({ size: { text: '1920 × 1080 px' } });

  test('is a picture of exactly its points', async () => {
    const svg = writeSvg(printed(wall), 0, bundledFonts);
    expect(svg).toContain('width="1920" height="1080" viewBox="0 0 1920 1080"');
    for (const pixelsPerInch of [72, 96, 150]) {
      const { width, height } = readPng(await rasterise(svg, pixelsPerInch, []));
      expect([width, height]).toEqual([1920, 1080]);
    }
  });
});

describe('text as outlines', () => {
  const fontFiles = FACE_NAMES.map((name) =>
    fileURLToPath(new URL(`../../../fonts/${BUNDLED_FILES[name]}`, import.meta.url)),
  );
  const wall = (more: Partial<Banner>) => banner({ size: { text: '1600 × 800 px' }, ...more });

  test.each(['serif', 'sans'] as const)('looks as text does, within a pixel (%s)', async (face) => {
    const svgOf = (outlines: boolean) =>
      writeSvg(printed(wall({ face, print: wish({ outlines }) })), 0, bundledFonts);
    const [text, outlined] = [svgOf(false), svgOf(true)];
    expect(text).toContain('<text');
    expect(outlined).not.toContain('<text');
    const one = readPng(await rasterise(text, 72, fontFiles));
    const two = readPng(await rasterise(outlined, 72, []));
    expect(farthest(one, two)).toBeLessThanOrEqual(1);
    expect(farthest(two, one)).toBeLessThanOrEqual(1);
    // A comparison that cannot fail: the same outlines three points further are seen.
    expect(farthest(one, { ...two, pixels: moved(two, 3) })).toBeGreaterThan(1);
  });

  test('needs no font in the PDF', async () => {
    const pdf = writePdf(printed(banner({ print: wish({ outlines: true }) })), bundledFonts);
    const fonts = await fontNames(pdf);
    // The slug is outlined too.
    expect(fonts).toEqual([]);
    expect(await fontNames(writePdf(printed(banner()), bundledFonts))).toHaveLength(2);
  });
});

async function fontNames(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await loadPdf(pdf);
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => String(object))
    .filter((text) => text.includes('/Type /FontDescriptor'));
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** How far, in pixels, the nearest like pixel of the other picture is at most; 3 for anything farther. */
function farthest(one: Picture, two: Picture): number {
  let most = 0;
  for (let y = 3; y < one.height - 3; y += 1) {
    for (let x = 3; x < one.width - 3; x += 1) {
      const level = one.pixels[y * one.width + x]!;
      for (let reach = most; reach <= 3; reach += 1) {
        if (isNear(two, x, y, level, reach)) break;
        most = Math.max(most, reach + 1);
      }
    }
  }
  return Math.min(3, most);
}

function isNear(picture: Picture, x: number, y: number, level: number, reach: number): boolean {
  let [low, high] = [255, 0];
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const other = picture.pixels[(y + dy) * picture.width + x + dx]!;
      low = Math.min(low, other);
      high = Math.max(high, other);
    }
  }
  return level >= low - 40 && level <= high + 40;
}

const moved = ({ width, pixels }: Picture, by: number): Uint8Array =>
  pixels.map((level, i) => (i % width >= by ? pixels[i - by]! : level));

test('a screen, a cloth and a scaled cloth each have their boxes in the PDF', async () => {
  const boxes = async (...banners: readonly Banner[]) => {
    const [page] = (await loadPdf(writePdf(printed(...banners), bundledFonts))).getPages();
    const { width, height } = page!.getTrimBox();
    const unit = String(page!.node).includes('/UserUnit 10');
    return { trim: [Math.round(width), Math.round(height)], unit };
  };
  expect(await boxes(banner())).toEqual({ trim: [1701, 850], unit: false });
  expect(await boxes(banner({ print: wish({ userUnit: true }) }))).toEqual({ trim: [1701, 850], unit: true });
  expect(
    await boxes(
      banner({ size: { text: '4 x 2 m' }, print: wish({ userUnit: true, bleed: { text: '20' } }) }),
    ),
  ).toEqual({
    trim: [11339, 5669],
    unit: false,
  });
});
