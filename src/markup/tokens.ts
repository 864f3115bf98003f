import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';
import { decodeEntities } from './entities.js';
import { markupError } from './errors.js';

/** `name="value"`, the entities of the value decoded. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly place: TextPlace;
}

/** A tag or the text between two of them; `selfClosing` is `<a/>`. */
export type Token =
  | {
      readonly type: 'open';
      readonly name: string;
      readonly attributes: readonly Attribute[];
      readonly selfClosing: boolean;
      readonly place: TextPlace;
    }
  | { readonly type: 'close'; readonly name: string; readonly place: TextPlace }
  | { readonly type: 'text'; readonly text: string; readonly place: TextPlace };

/** From here on the markup stands at this offset of this file, until the next mark. */
interface Mark {
  readonly file: string;
  readonly shift: number;
}

const OPEN = /<([a-z][a-z0-9-]*)/y;
const ATTRIBUTE = /[ \t\r\n]+([a-z][a-z0-9-]*)="([^"<]*)"/y;
const OPEN_END = /[ \t\r\n]*(\/?)>/y;
const CLOSE = /<\/([a-z][a-z0-9-]*)[ \t\r\n]*>/y;
/** Printed by the template's emitter in front of its own text: `<?at 120 plan/template.hbs?>`. */
export const MARK = /<\?at (\d{1,9}) ([^?<>]*)\?>/y;

export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** The reading of one text: how far it has come, what it gave. */
interface Reading {
  readonly markup: string;
  readonly tokens: Token[];
  readonly diagnostics: Diagnostic[];
  mark: Mark;
  at: number;
}

/**
 * Cuts markup into tags and text, decoded. Places are in the template where the emitter left marks, else in the markup.
 * A tag that cannot be read is reported and left out, up to its ">" or the next "<".
 */
export function readTokens(
  markup: string,
  file: string,
): { tokens: readonly Token[]; diagnostics: readonly Diagnostic[] } {
  const reading: Reading = { markup, tokens: [], diagnostics: [], mark: { file, shift: 0 }, at: 0 };
  while (reading.at < markup.length) {
    if (markup[reading.at] !== '<') readText(reading);
    else if (!readMark(reading) && !readCloseTag(reading) && !readOpenTag(reading)) skipBadTag(reading);
  }
  return reading;
}

const placeIn = ({ mark }: Reading, start: number, end: number): TextPlace => ({
  file: mark.file,
  start: start + mark.shift,
  end: end + mark.shift,
});

function readText(reading: Reading): void {
  const { markup, at, tokens, diagnostics } = reading;
  const next = markup.indexOf('<', at);
  const end = next < 0 ? markup.length : next;
  const place = placeIn(reading, at, end);
  const text = decodeEntities(markup.slice(at, end), (start, stop, entity) => {
    diagnostics.push(badEntity(entity, { ...place, start: place.start + start, end: place.start + stop }));
  });
  tokens.push({ type: 'text', text, place });
  reading.at = end;
}

function readMark(reading: Reading): boolean {
  const found = matchAt(MARK, reading.markup, reading.at);
  if (!found) return false;
  reading.at = MARK.lastIndex;
  reading.mark = { file: decodeEntities(found[2]!, () => {}), shift: Number(found[1]) - reading.at };
  return true;
}

function readCloseTag(reading: Reading): boolean {
  const found = matchAt(CLOSE, reading.markup, reading.at);
  if (!found) return false;
  reading.tokens.push({
    type: 'close',
    name: found[1]!,
    place: placeIn(reading, reading.at, CLOSE.lastIndex),
  });
  reading.at = CLOSE.lastIndex;
  return true;
}

function readOpenTag(reading: Reading): boolean {
  const { markup, at, tokens, diagnostics } = reading;
  const name = matchAt(OPEN, markup, at)?.[1];
  if (name === undefined) return false;
  const attributes: Attribute[] = [];
  let position = OPEN.lastIndex;
  for (
    let found = matchAt(ATTRIBUTE, markup, position);
    found;
    found = matchAt(ATTRIBUTE, markup, position)
  ) {
    const place = placeIn(reading, position + found[0].indexOf(found[1]!), ATTRIBUTE.lastIndex);
    const value = decodeEntities(found[2]!, (_start, _end, entity) =>
      diagnostics.push(badEntity(entity, place)),
    );
    attributes.push({ name: found[1]!, value, place });
    position = ATTRIBUTE.lastIndex;
  }
  const end = matchAt(OPEN_END, markup, position);
  if (!end) return false;
  reading.at = OPEN_END.lastIndex;
  const selfClosing = end[1] === '/';
  tokens.push({ type: 'open', name, attributes, selfClosing, place: placeIn(reading, at, reading.at) });
  return true;
}

function skipBadTag(reading: Reading): void {
  const { markup, at, diagnostics } = reading;
  const length = markup.slice(at + 1).search(/[<>]/);
  const end = length < 0 ? markup.length : at + 1 + length + (markup[at + 1 + length] === '>' ? 1 : 0);
  const message = `Thẻ "${excerpt(markup.slice(at, end))}" viết không đúng`;
  diagnostics.push(
    markupError('bad-tag', message, placeIn(reading, at, end), [
      'Viết thẻ mở như <p>, có thuộc tính thì như <section role="main">, thẻ đóng như </p>',
      'Nếu "<" là chữ của văn bản thì viết &lt;',
    ]),
  );
  reading.at = end;
}

const EXCERPT_LENGTH = 40;
const excerpt = (text: string): string =>
  text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH).trimEnd()}…` : text.trimEnd();

const badEntity = (entity: string, place: TextPlace): Diagnostic =>
  markupError('bad-entity', `Ký hiệu thay thế "${excerpt(entity)}" không có trong ngôn ngữ đánh dấu`, place, [
    'Viết &amp; cho dấu "&", &lt; cho "<", &gt; cho ">", &quot; cho dấu nháy kép',
  ]);
