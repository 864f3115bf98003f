import { type Path, transformPath } from '../../base/path.js';
import type { Face, FontSet } from '../../font/font.js';
import { glyphOutline } from '../../font/glyph-outline.js';
import { letterSpace } from '../../font/letter-space.js';
import { readSfnt, type Sfnt } from '../../font/sfnt.js';
import type { PageItem, PathItem, TextItem } from '../frame.js';

/** The same items with every text as the outlines of its letters, at the same places: a print shop needs no font. */
export function outlineText(items: readonly PageItem[], fonts: FontSet): readonly PageItem[] {
  const letters = new Map<Face, Set<number>>();
  for (const item of items) {
    if (item.type !== 'text') continue;
    const face = fonts.faces[item.face];
    const known = letters.get(face) ?? new Set<number>();
    letters.set(face, known);
    for (const letter of item.text) known.add(letter.codePointAt(0)!);
  }
  const outlines = new Map([...letters].map(([face, codePoints]) => [face, readOutlines(face, codePoints)]));
  return items.map((item) => (item.type === 'text' ? outlined(item, fonts, outlines) : item));
}

type Outlines = (codePoint: number) => Path;

/** Out of the subset that a PDF would embed. */
function readOutlines(face: Face, codePoints: ReadonlySet<number>): Outlines {
  const { bytes, glyphOf } = face.subset(codePoints);
  const font: Sfnt = readSfnt(bytes);
  const known = new Map<number, Path>();
  return (codePoint) => {
    const glyph = glyphOf.get(codePoint);
    if (glyph === undefined) return [];
    const path = known.get(glyph) ?? glyphOutline(font, glyph);
    known.set(glyph, path);
    return path;
  };
}

function outlined(item: TextItem, fonts: FontSet, outlines: ReadonlyMap<Face, Outlines>): PathItem {
  const face = fonts.faces[item.face];
  const between = letterSpace(face, item);
  const scale = item.size / face.metrics.unitsPerEm;
  const path: Path[number][] = [];
  let x: number = item.x;
  for (const letter of item.text) {
    const codePoint = letter.codePointAt(0)!;
    path.push(...transformPath(outlines.get(face)!(codePoint), [scale, 0, 0, -scale, x, item.y]));
    x += (face.advance(codePoint) ?? 0) * scale + between;
    if (letter === ' ') x += item.wordSpace;
  }
  return { type: 'path', path, fill: item.color };
}
