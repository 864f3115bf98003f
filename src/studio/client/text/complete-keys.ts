import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension, Text } from '@codemirror/state';
import type { FieldDefinition } from '../../../form/field.js';
import { keyTable, partsOf } from '../../../form/key-table.js';
import { foldKey } from '../../../vietnamese/fold-key.js';

/**
 * The names of fields while a key is typed, and the choices of a field on Ctrl+Space. Nothing is chosen by itself: Enter is
 * a new line until somebody has gone into the list.
 */
export const completeKeys = (fieldsOf: () => readonly FieldDefinition[]): Extension =>
  autocompletion({
    override: [(context) => complete(context, fieldsOf())],
    selectOnOpen: false,
    icons: false,
    activateOnTyping: true,
  });

function complete(
  { state, pos, explicit }: CompletionContext,
  fields: readonly FieldDefinition[],
): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  const offer = offerAt(state.doc, line.number, before, fields);
  if (offer === undefined || (!explicit && (offer.isChoice || offer.typed.trim() === ''))) return null;
  const wanted = foldKey(offer.typed);
  const hasColon = /^[^:\n]*:/.test(line.text.slice(pos - line.from));
  const options = offer.words
    .filter(({ label }) => foldKey(label).includes(wanted))
    .map(({ label, detail }) => ({
      label,
      ...(detail !== undefined && { detail }),
      apply: offer.isChoice || hasColon ? label : `${label}: `,
    }));
  const isDone = options.length === 1 && options[0]?.label === offer.typed;
  return options.length === 0 || isDone ? null : { from: pos - offer.typed.length, options, filter: false };
}

export interface Offer {
  /** What is typed of it before the caret. */
  readonly typed: string;
  readonly isChoice: boolean;
  readonly words: readonly { readonly label: string; readonly detail?: string }[];
}

/** What could be written behind `before`, the beginning of a line. */
export function offerAt(
  doc: Text,
  number: number,
  before: string,
  fields: readonly FieldDefinition[],
): Offer | undefined {
  const [, space = '', dash = '', words = ''] = /^(\s*)((?:-\s+)?)(.*)$/.exec(before) ?? [];
  const column = space.length + dash.length;
  const around = fieldsAround(doc, number, dash === '' ? column : space.length, dash !== '', fields);
  const colon = /^([^:]*):\s+(.*)$/.exec(words);
  if (colon === null) {
    if (words.includes(':')) return undefined;
    const given = around.map(({ label, required }) => ({ label, ...(required && { detail: 'bắt buộc' }) }));
    return { typed: words, isChoice: false, words: given };
  }
  const field = fieldNamed(around, colon[1] ?? '');
  const choices = field?.choices ?? field?.item?.choices;
  return choices && { typed: colon[2] ?? '', isChoice: true, words: choices.map(({ label }) => ({ label })) };
}

/** The fields that a key in a column belongs among: of the keys above it that stand further out. */
function fieldsAround(
  doc: Text,
  number: number,
  column: number,
  isItem: boolean,
  fields: readonly FieldDefinition[],
): readonly FieldDefinition[] {
  const keys: string[] = [];
  // A dash may stand right below the key of its list.
  let most = isItem ? column : column - 1;
  for (let at = number - 1; at >= 1 && most >= 0; at -= 1) {
    const [, space = '', dash = '', key] = /^(\s*)((?:-\s+)?)([^:#]+):(?:\s|$)/.exec(doc.line(at).text) ?? [];
    if (key === undefined) continue;
    const keyColumn = space.length + dash.length;
    if (keyColumn <= most) keys.unshift(key);
    if (keyColumn <= most || (dash !== '' && keyColumn > most && space.length <= most)) {
      most = dash !== '' ? space.length : Math.min(most, keyColumn - 1);
    }
  }
  return keys.reduce((inner, key) => {
    const field = fieldNamed(inner, key);
    if (field === undefined) return [];
    const item = field.type === 'list' ? field.item : field;
    return item === undefined ? [] : partsOf(item);
  }, fields);
}

const fieldNamed = (fields: readonly FieldDefinition[], key: string): FieldDefinition | undefined =>
  keyTable(fields).find(key)?.field;
