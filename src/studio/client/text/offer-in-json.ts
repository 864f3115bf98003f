import type { FieldDefinition } from '../../../form/field.js';
import { isKindKey } from '../../../form/find-kind.js';
import {
  fieldNamed,
  fieldsWithin,
  type KnownFields,
  type Offer,
  offerOfChoices,
  offerOfKeys,
} from './known-fields.js';

/** An object or array that a place stands in. */
interface Frame {
  readonly isObject: boolean;
  /** The key before the value that is read; undefined while a key is awaited. */
  key: string | undefined;
  readonly said: { readonly key: string; readonly value: string }[];
}

/** What could be written at a place in a form in JSON: within the quotes of a key or of a value. */
export function offerInJson(text: string, at: number, known: KnownFields): Offer | undefined {
  const place = placeIn(text, at);
  if (place === undefined) return undefined;
  const { frames, typed, isKey } = place;
  let fields: readonly FieldDefinition[] = known.fields;
  // The key of a value that is typed itself stands in the innermost object, whose fields are looked among at last.
  const inner = frames.findLastIndex(({ isObject }) => isObject);
  for (const [index, { isObject, key }] of frames.entries()) {
    if (!isObject || key === undefined || index >= inner) continue;
    const field = fieldNamed(fields, key);
    fields = field === undefined ? [] : fieldsWithin(known, field, () => kindOf(frames[inner]));
  }
  if (isKey) return offerOfKeys(typed, fields);
  return offerOfChoices(typed, fieldNamed(fields, frames[inner]?.key ?? ''));
}

/** A paper of a set is an object in the list: it says its kind before or behind the place. */
const kindOf = (frame: Frame | undefined): string =>
  frame?.said.find(({ key }) => isKindKey(key))?.value ?? '';

interface JsonPlace {
  readonly frames: readonly Frame[];
  readonly typed: string;
  readonly isKey: boolean;
}

/** A string ends at its quote or, while it is typed, with its line. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[{}[\],:]/g;

function placeIn(text: string, at: number): JsonPlace | undefined {
  const open: Frame[] = [];
  let found: JsonPlace | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const top = open.at(-1);
    const isKey = top?.isObject === true && top.key === undefined;
    const isEnded = token.length > 1 && token.endsWith('"');
    const end = index + token.length;
    if (token.startsWith('"') && index < at && (isEnded ? at < end : at <= end)) {
      // What the objects around it say is read to their ends.
      const frames = open.map((frame) => ({ ...frame }));
      found = { frames, typed: text.slice(index + 1, at), isKey };
    }
    if (index >= at && found === undefined) return undefined;
    read(open, top, token, isKey);
  }
  return found;
}

function read(open: Frame[], top: Frame | undefined, token: string, isKey: boolean): void {
  if (token === '{' || token === '[') open.push({ isObject: token === '{', key: undefined, said: [] });
  else if (token === '}' || token === ']') open.pop();
  else if (token === ',' && top !== undefined) top.key = undefined;
  else if (token.startsWith('"') && top !== undefined) {
    if (isKey) top.key = wordsOf(token);
    else if (top.key !== undefined) top.said.push({ key: top.key, value: wordsOf(token) });
  }
}

function wordsOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.replaceAll('"', '');
  }
}
