import { joinTexts, type SourceText } from './source-text.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A quoted scalar: its text, and the offset behind its closing quote. */
export interface Quoted {
  readonly value: SourceText;
  readonly end: number;
}

interface Character {
  readonly text: string;
  readonly source: number;
  readonly sourceLength: number;
}

/**
 * Reads the quoted scalar (YAML's "…" or '…') that begins at `start`; undefined when it does not close before `limit`
 * or has an escape that YAML does not know: then the quote is a quote, and part of the text.
 */
export function readQuoted(source: string, start: number, limit: number): Quoted | undefined {
  const quote = source[start];
  const characters: Character[] = [];
  let at = start + 1;
  while (at < limit) {
    const character = source[at]!;
    if (character === quote) {
      if (quote === "'" && source[at + 1] === "'" && at + 1 < limit) {
        characters.push({ text: "'", source: at, sourceLength: 2 });
        at += 2;
        continue;
      }
      return { value: toText(characters), end: at + 1 };
    }
    if (character === '\n') {
      at = foldLines(source, at, limit, characters);
    } else if (character === '\\' && quote === '"') {
      const escaped = readEscape(source, at, limit);
      if (escaped === undefined) return undefined;
      if (escaped.text !== '') characters.push(escaped);
      at += escaped.sourceLength;
    } else {
      characters.push({ text: character, source: at, sourceLength: 1 });
      at += 1;
    }
  }
  return undefined;
}

/** One line end inside quotes is a space, n of them are n - 1 line ends; white space around them is nothing. */
function foldLines(source: string, lineEnd: number, limit: number, characters: Character[]): number {
  let last = characters.at(-1);
  while (last?.sourceLength === 1 && (last.text === ' ' || last.text === '\t')) {
    characters.pop();
    last = characters.at(-1);
  }
  let at = lineEnd;
  let lines = 0;
  while (at < limit && /\s/.test(source[at]!)) {
    if (source[at] === '\n') lines += 1;
    at += 1;
  }
  const text = lines === 1 ? ' ' : '\n'.repeat(lines - 1);
  characters.push({ text, source: lineEnd, sourceLength: at - lineEnd });
  return at;
}

function readEscape(source: string, at: number, limit: number): Character | undefined {
  const letter = source[at + 1] ?? '';
  if (at + 1 >= limit) return undefined;
  if (letter === '\n') {
    const blank = /^[ \t]*/.exec(source.slice(at + 2, limit))![0].length;
    return { text: '', source: at, sourceLength: 2 + blank };
  }
  const simple = ESCAPES[letter];
  if (simple !== undefined) return { text: simple, source: at, sourceLength: 2 };
  const length = HEX_LENGTH[letter];
  if (length === undefined) return undefined;
  const digits = source.slice(at + 2, Math.min(limit, at + 2 + length));
  if (!/^[0-9a-f]+$/i.test(digits) || digits.length !== length) return undefined;
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) return undefined;
  return { text: String.fromCodePoint(code), source: at, sourceLength: 2 + length };
}

/** Neighbours that stand in the source as in the text make one piece. */
function toText(characters: readonly Character[]): SourceText {
  const parts: SourceText[] = [];
  let run: { text: string; source: number } | undefined;
  const flush = (): void => {
    if (run !== undefined) {
      parts.push({ text: run.text, pieces: [{ at: 0, length: run.text.length, source: run.source }] });
    }
    run = undefined;
  };
  for (const { text, source, sourceLength } of characters) {
    if (sourceLength === 1 && text.length === 1) {
      if (run === undefined) run = { text, source };
      else if (run.source + run.text.length === source) run.text += text;
      else {
        flush();
        run = { text, source };
      }
      continue;
    }
    flush();
    parts.push({ text, pieces: [{ at: 0, length: text.length, source, sourceLength }] });
  }
  flush();
  return joinTexts(parts, '');
}
