/** Where in the markup a stretch of a template stands: between tags, inside a tag, inside an attribute's quotes. */
export type MarkupPosition = 'text' | 'tag' | 'attribute';

const next = (position: MarkupPosition, char: string): MarkupPosition => {
  if (position === 'text') return char === '<' ? 'tag' : 'text';
  if (char === '"') return position === 'tag' ? 'attribute' : 'tag';
  return position === 'tag' && char === '>' ? 'text' : position;
};

/** Reads on over literal text. `firstText`: the offset at which text position is first held, the length if never. */
export function readOver(
  position: MarkupPosition,
  literal: string,
): { end: MarkupPosition; firstText: number } {
  let end = position;
  let firstText = position === 'text' ? 0 : literal.length;
  for (let at = 0; at < literal.length; at++) {
    end = next(end, literal[at]!);
    if (end === 'text' && firstText === literal.length) firstText = at + 1;
  }
  return { end, firstText };
}
