import type { Face } from './font.js';

const SPACE = 0x20;

/**
 * What is added to every glyph, in points, so that a text is exactly `width` wide. Lines are measured in glyphs of whole
 * 1/64 points, as Word does, and a font draws them a little narrower or wider; spread like this no letter is off by more than
 * 1/128 point, and runs of one line meet where the typesetter put them.
 */
export const letterSpace = (
  face: Face,
  text: { readonly text: string; readonly size: number; readonly wordSpace: number; readonly width: number },
): number => {
  let natural = 0;
  let glyphs = 0;
  let spaces = 0;
  const letters = text.text;
  for (let at = 0; at < letters.length; at += 1) {
    const codePoint = letters.codePointAt(at)!;
    natural += face.advance(codePoint) ?? 0;
    glyphs += 1;
    if (codePoint === SPACE) spaces += 1;
    else if (codePoint > 0xffff) at += 1;
  }
  if (glyphs === 0) return 0;
  const drawn = (natural * text.size) / face.metrics.unitsPerEm + spaces * text.wordSpace;
  return (text.width - drawn) / glyphs;
};
