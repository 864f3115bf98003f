// A picture of a screen with 256 colours at most, as a PNG: a third of the bytes, and no eye sees it.
import { crc32, deflateSync } from 'node:zlib';

const MOST = 256;

/** `pixels`: red, green, blue, alpha of each, row by row; the screen is opaque. */
export function palettePng({ width, height, pixels }) {
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1)
    colours[at] = (pixels[4 * at] << 16) | (pixels[4 * at + 1] << 8) | pixels[4 * at + 2];
  const palette = mostSeen(colours);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  // A row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colours[at];
    if (!places.has(colour)) places.set(colour, nearest(colour, palette));
    rows[at + Math.floor(at / width) + 1] = places.get(colour);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, of a palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const partsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Of colours that are nearly one only the commonest: there is room for the rare ones then. */
function mostSeen(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const commonest = new Map();
  for (const [colour] of [...counts].sort(([one, seen], [other, more]) => more - seen || one - other)) {
    const near = partsOf(colour)
      .map((part) => part >> 3)
      .join(' ');
    if (!commonest.has(near) && commonest.size < MOST) commonest.set(near, colour);
  }
  return [...commonest.values()];
}

function nearest(colour, palette) {
  const wanted = partsOf(colour);
  let [best, least] = [0, Infinity];
  palette.forEach((one, place) => {
    const far = partsOf(one).reduce((sum, part, at) => sum + (part - wanted[at]) ** 2, 0);
    if (far < least) [best, least] = [place, far];
  });
  return best;
}

function chunk(type, data) {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
