import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUNDLED_FILES } from '../../src/font/load-fonts.js';
import { rasterise } from '../../src/host-node/rasterise.js';
import { writeSvg } from '../../src/svg/write-svg.js';
import { bundledFonts, FACE_NAMES } from '../font/fonts-for-tests.js';
import { samplePages } from '../pdf/sample-pages.js';
import { readPng } from './read-png.js';

const fontFiles = FACE_NAMES.map((name) =>
  fileURLToPath(new URL(`../../fonts/${BUNDLED_FILES[name]}`, import.meta.url)),
);
const svg = writeSvg(samplePages(bundledFonts), 0, bundledFonts);

describe('a page’s picture', () => {
  it('is as large as the sheet at that resolution', async () => {
    const { width, height } = readPng(await rasterise(svg, 72, fontFiles));
    expect([width, height]).toEqual([595, 842]);
    expect(readPng(await rasterise(svg, 144, fontFiles)).width).toBe(1191);
  });

  it('is white with black text', async () => {
    const { pixels } = readPng(await rasterise(svg, 72, fontFiles));
    const ink = pixels.filter((level) => level < 128).length / pixels.length;
    expect(ink).toBeGreaterThan(0.01);
    expect(ink).toBeLessThan(0.1);
    expect(pixels[0]).toBe(255);
  });

  it('is the same on every run', async () => {
    const [one, two] = [await rasterise(svg, 96, fontFiles), await rasterise(svg, 96, fontFiles)];
    expect(Buffer.from(one).equals(two)).toBe(true);
  });

  it('has text from the given fonts only', async () => {
    const { pixels } = readPng(await rasterise(svg, 72, []));
    const withFonts = readPng(await rasterise(svg, 72, fontFiles)).pixels;
    const ink = (levels: Uint8Array) => levels.filter((level) => level < 128).length;
    expect(ink(pixels)).toBeLessThan(ink(withFonts) / 5);
  });
});
