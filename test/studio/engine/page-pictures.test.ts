import { deflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { crc32 } from '../../../src/archive/crc32.js';
import { createEngine } from '../../../src/studio/engine/create-engine.js';
import type { Engine, LookedPage } from '../../../src/studio/protocol.js';
import { loadParts } from './engine-parts.js';
import { sample } from './samples.js';

let engine: Engine;
beforeAll(async () => {
  engine = createEngine(await loadParts());
}, 120_000);

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** One point of one colour: pictures of other colours are as large. */
const dot = (red: number): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
      chunk('IDAT', deflateSync(Buffer.from([0, red, 0, 0]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );

async function lookedBanner(bytes: Uint8Array, known: readonly string[] = []): Promise<LookedPage> {
  const banner = sample('hall-banner.yaml');
  const text = banner.text.replace(/^( +)Cờ: Quốc kỳ/m, '$1Biểu trưng: dau.png\n$&');
  const source = { ...banner, text, given: [{ name: 'dau.png', bytes }] };
  const { papers, problems } = await engine.look({ source, known });
  expect(problems).toEqual([]);
  return papers[0]!.pages[0]!;
}

test('a page with another picture is another page, with the same picture the same', async () => {
  const [red, black] = [dot(255), dot(1)];
  expect(red.length).toBe(black.length);
  const [first, other] = [await lookedBanner(red), await lookedBanner(black)];
  expect(first.svg).toContain(Buffer.from(red).toString('base64'));
  expect(other.svg).toContain(Buffer.from(black).toString('base64'));
  expect(other.id).not.toBe(first.id);
  const again = await lookedBanner(red.slice(), [first.id]);
  expect([again.id, again.svg]).toEqual([first.id, undefined]);
});

test('a banner says how large it is in truth', async () => {
  const { papers } = await engine.look({ source: sample('hall-banner.yaml'), known: [] });
  const sizes = papers[0]!.pages.map(({ print }) =>
    print === undefined ? undefined : [print.width, print.height, print.reducedBy].map(Math.round),
  );
  expect(sizes).toEqual([[14173, 7087, 1], [17008, 8504, 10], undefined]);
});
