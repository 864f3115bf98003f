import { createOwned } from '../base/memory.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Origin } from '../document/ast.js';
import { faceName } from '../font/font.js';
import type { ResolveContext } from './context.js';
import { paragraphsOf } from './paragraphs-of.js';
import { mainLetterhead, senderLetterhead } from './regime.js';
import type { ResolvedParagraph, ResolvedSection, ResolvedText } from './resolved-document.js';

/** What every font that we take has: ASCII and the letters of Vietnamese; and the glue that `resolve/` sets itself. */
const SURE = /^[\u0020-\u007e\u00a0\u2011ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]*$/;

/** Letters for which the font has no glyph: the PDF cannot print them. Each is told once, where it stands first. */
export function findMissingLetters(
  context: ResolveContext,
  sections: readonly ResolvedSection[],
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const unsure = sections.flatMap(unsureOf);
  for (const inline of unsure.flatMap(({ inlines }) => inlines)) {
    if (inline.type !== 'text' || SURE.test(inline.text)) continue;
    let offset = 0;
    for (const letter of inline.text) {
      if (!SURE.test(letter) && !found.has(letter) && isMissing(context, inline, letter)) {
        found.set(letter, missingLetter(context, inline, letter, offset));
      }
      offset += letter.length;
    }
  }
  return [...found.values()];
}

const isSure = createOwned(({ inlines }: ResolvedParagraph) =>
  inlines.every((inline) => inline.type !== 'text' || SURE.test(inline.text)),
);

const unsureOf = createOwned(({ blocks }: ResolvedSection): readonly ResolvedParagraph[] =>
  paragraphsOf(blocks).filter((paragraph) => !isSure(paragraph)),
);

const isMissing = (
  { fonts }: ResolveContext,
  { bold, italic, sans }: ResolvedText,
  letter: string,
): boolean => fonts.faces[faceName(bold, italic, sans)].advance(letter.codePointAt(0) ?? 0) === undefined;

/** In words that the program put together ("PL.(300)"), the place is that of the agency's name, where the form begins. */
function placeOf(context: ResolveContext, origin: Origin | undefined, offset: number, length: number) {
  if (origin?.type === 'field') {
    return context.locate(origin.path, origin.offset + offset, origin.offset + offset + length);
  }
  const letterhead = mainLetterhead(context.document) ?? senderLetterhead(context.document);
  // Words before a name that a form leaves open may be our own: then the superior's.
  for (const name of [letterhead?.issuingAgency, letterhead?.parentAgency]) {
    const from = name?.find((inline) => inline.type === 'text')?.origin;
    const place = from?.type === 'field' ? context.locate(from.path, from.offset) : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

function missingLetter(
  context: ResolveContext,
  { origin }: ResolvedText,
  letter: string,
  offset: number,
): Diagnostic {
  const place = placeOf(context, origin, offset, letter.length);
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'font/missing-letter',
    severity: 'warning',
    message: `Phông chữ không có ký tự "${letter}" (U+${code}), tệp PDF không in được`,
    actual: letter,
    hints: ['Thay bằng chữ hoặc dấu thường dùng'],
    ...(place === undefined ? {} : { place }),
  };
}
