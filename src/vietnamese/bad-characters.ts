/** A character that no paper can hold. */
export interface BadCharacter {
  readonly at: number;
  readonly code: number;
  readonly type: 'control' | 'surrogate' | 'invisible' | 'replacement';
}

const CONTROL = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\ufdd0-\\ufdef\\ufffe\\uffff';
const INVISIBLE = '\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
const SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const BAD = new RegExp(`[${CONTROL}${INVISIBLE}\\ufffd]|${SURROGATE}`, 'g');

/**
 * Finds control characters (but tab and line end), lone surrogates, the mark of what could not be decoded (U+FFFD), and
 * characters without width that come along when text is pasted (U+200B …).
 */
export function findBadCharacters(text: string): readonly BadCharacter[] {
  return [...text.matchAll(BAD)].map((match) => {
    const code = match[0].charCodeAt(0);
    return { at: match.index, code, type: typeOf(code) };
  });
}

function typeOf(code: number): BadCharacter['type'] {
  if (code >= 0xd800 && code <= 0xdfff) return 'surrogate';
  if (code === 0xfffd) return 'replacement';
  return (code >= 0x200b && code <= 0x2069) || code === 0xfeff ? 'invisible' : 'control';
}

/** "U+0007" */
export const codePointName = (code: number): string =>
  `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
