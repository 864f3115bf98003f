import type { Face } from './font.js';

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
  for (const character of text.text) {
    natural += face.advance(character.codePointAt(0)!) ?? 0;
    glyphs += 1;
    if (character === ' ') spaces += 1;
  }
  if (glyphs === 0) return 0;
  const drawn = (natural * text.size) / face.metrics.unitsPerEm + spaces * text.wordSpace;
  return (text.width - drawn) / glyphs;
};
