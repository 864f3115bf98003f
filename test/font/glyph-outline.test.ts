import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { pathBounds } from '../../src/base/path.js';
import { glyphOutline } from '../../src/font/glyph-outline.js';
import { BUNDLED_FILES } from '../../src/font/load-fonts.js';
import { readSfnt } from '../../src/font/sfnt.js';
import { FACE_NAMES, fontFile, VIETNAMESE_LETTERS } from './fonts-for-tests.js';

/** The corners and ends of curves of a path, which do not depend on how curves are written. */
const ends = (points: readonly (readonly [number, number])[]): string =>
  [...new Set(points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`))].sort().join(';');

interface Command {
  readonly command: string;
  readonly args: readonly number[];
}

describe.each(FACE_NAMES)('outlines of %s', (name) => {
  const bytes = fontFile(BUNDLED_FILES[name]);
  const font = readSfnt(bytes);
  const other = fontkit.create(bytes);

  it("are another reader's, letter by letter", () => {
    let composites = 0;
    for (const letter of `${VIETNAMESE_LETTERS}ABCxyz0189&“”()`) {
      const glyph = font.glyphOf(letter.codePointAt(0)!)!;
      const path = glyphOutline(font, glyph);
      const commands = (other.getGlyph(glyph) as unknown as { path: { commands: readonly Command[] } }).path
        .commands;
      const theirs = commands.flatMap(({ args }): (readonly [number, number])[] =>
        args.length === 0 ? [] : [[args.at(-2)!, args.at(-1)!]],
      );
      const ours = path.flatMap((step): (readonly [number, number])[] =>
        step.type === 'close' ? [] : [[step.x, step.y]],
      );
      expect(ends(ours), letter).toBe(ends(theirs));
      if (path.filter(({ type }) => type === 'close').length > 2) composites += 1;
    }
    expect(composites).toBeGreaterThan(40);
  });

  it('are empty for a space, and within the box of the face for all others', () => {
    expect(glyphOutline(font, font.glyphOf(0x20)!)).toEqual([]);
    const { y, height } = pathBounds(glyphOutline(font, font.glyphOf('Ẫ'.codePointAt(0)!)!));
    expect(y).toBeGreaterThanOrEqual(-20);
    expect(y + height).toBeGreaterThan(font.metrics.capHeight * 1.2);
  });
});
