// Makes the hint-free Vietnamese subsets of the bundled faces, which every PDF embeds. After changing a font or the
// repertoire run `npm run build` and then `node fonts/build-subsets.mjs`. The output depends on the fonts, the repertoire
// and the versions of the development packages only; test/font/subsets.test.ts compares it with the committed files.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fontkit from '@pdf-lib/fontkit';
import { zlibSync } from 'fflate';
import subsetFont from 'subset-font';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FACES = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
  boldItalic: 'Tinos-BoldItalic.ttf',
  sansBold: 'Arimo-Bold.ttf',
};

// What a PDF viewer needs of an embedded CIDFontType2 is glyf, loca, head, hhea, hmtx and maxp.
const NEEDLESS_TABLES = [
  ...['BASE', 'DSIG', 'FFTM', 'GDEF', 'GPOS', 'GSUB', 'JSTF', 'LTSH', 'OS/2', 'PCLT', 'VDMX'],
  ...['cvt ', 'fpgm', 'gasp', 'hdmx', 'kern', 'meta', 'name', 'post', 'prep', 'vhea', 'vmtx'],
];

const buildFace = async (file, { repertoire, subsetTag }) => {
  const source = readFileSync(HERE + file);
  const full = fontkit.create(source);
  const codePoints = [...repertoire].filter((c) => full.hasGlyphForCodePoint(c));
  const text = String.fromCodePoint(...codePoints);
  const options = { targetFormat: 'truetype', noHinting: true, noLayoutClosure: true, keepFeatures: [] };
  const readable = fontkit.create(await subsetFont(source, text, { ...options, dropTables: NEEDLESS_TABLES }));
  const bytes = await subsetFont(source, text, { ...options, dropTables: [...NEEDLESS_TABLES, 'cmap'] });
  return {
    bytes,
    deflated: zlibSync(bytes, { level: 9 }),
    facts: {
      metrics: {
        unitsPerEm: full.unitsPerEm,
        ascent: full.ascent,
        descent: full.descent,
        lineGap: full.lineGap,
        capHeight: full.capHeight,
        italicAngle: Math.round(full.italicAngle * 100) / 100,
        bbox: [full.bbox.minX, full.bbox.minY, full.bbox.maxX, full.bbox.maxY],
        postScriptName: full.postscriptName,
      },
      tag: subsetTag(bytes),
      codePoints,
      glyphs: codePoints.map((c) => readable.glyphForCodePoint(c).id),
      advances: Array.from({ length: readable.numGlyphs }, (_, id) => readable.getGlyph(id).advanceWidth),
    },
  };
};

/**
 * The files of fonts/subsets by name: "bold.ttf", "bold.bin" (the same, zlib-deflated), "faces.json".
 * `repertoire`: code points; those that a face lacks are left out. `subsetTag`: bytes to the six capitals. Both are the
 * program's own, src/font/repertoire.ts and src/font/subset-tag.ts.
 */
export const buildSubsets = async (parts) => {
  const files = {};
  const faces = {};
  for (const [name, file] of Object.entries(FACES)) {
    const { bytes, deflated, facts } = await buildFace(file, parts);
    files[`${name}.ttf`] = bytes;
    files[`${name}.bin`] = deflated;
    faces[name] = facts;
  }
  files['faces.json'] = Buffer.from(`${JSON.stringify(faces)}\n`);
  return files;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { REPERTOIRE: repertoire } = await import('../dist/font/repertoire.js');
  const { subsetTag } = await import('../dist/font/subset-tag.js');
  for (const [name, bytes] of Object.entries(await buildSubsets({ repertoire, subsetTag }))) {
    writeFileSync(`${HERE}subsets/${name}`, bytes);
  }
}
