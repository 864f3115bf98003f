import type { Text } from '@codemirror/state';
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

/** What could be written behind `before`, the beginning of a line of a form in lines. */
export function offerInLines(
  doc: Text,
  number: number,
  before: string,
  known: KnownFields,
): Offer | undefined {
  const [, space = '', dash = '', words = ''] = /^(\s*)((?:-\s+)?)(.*)$/.exec(before) ?? [];
  const column = space.length + dash.length;
  const around = fieldsAround(doc, number, dash === '' ? column : space.length, dash !== '', known);
  const colon = /^([^:]*):\s+(.*)$/.exec(words);
  if (colon === null) return words.includes(':') ? undefined : offerOfKeys(words, around);
  return offerOfChoices(colon[2] ?? '', fieldNamed(around, colon[1] ?? ''));
}

const KEY_LINE = /^(\s*)((?:-\s+)?)([^:#]+):(?:\s|$)/;

/** The fields that a key in a column belongs among: of the keys above it that stand further out. */
function fieldsAround(
  doc: Text,
  number: number,
  column: number,
  isItem: boolean,
  known: KnownFields,
): readonly FieldDefinition[] {
  const keys: { readonly key: string; readonly line: number }[] = [];
  // A dash may stand right below the key of its list.
  let most = isItem ? column : column - 1;
  for (let at = number - 1; at >= 1 && most >= 0; at -= 1) {
    const [, space = '', dash = '', key] = KEY_LINE.exec(doc.line(at).text) ?? [];
    if (key === undefined) continue;
    const keyColumn = space.length + dash.length;
    if (keyColumn <= most) keys.unshift({ key, line: at });
    if (keyColumn <= most || (dash !== '' && keyColumn > most && space.length <= most)) {
      most = dash !== '' ? space.length : Math.min(most, keyColumn - 1);
    }
  }
  return keys.reduce<readonly FieldDefinition[]>((inner, { key, line }) => {
    const field = fieldNamed(inner, key);
    return field === undefined ? [] : fieldsWithin(known, field, () => kindOfPaper(doc, line, number));
  }, known.fields);
}

/** The kind that a paper of a set names: the item of the list whose key stands in `list` that the line `at` is in. */
function kindOfPaper(doc: Text, list: number, at: number): string {
  const textOf = (line: number): string => doc.line(line).text;
  const indent = (line: number): number => /^\s*/.exec(textOf(line))?.[0].length ?? 0;
  const isDash = (line: number): boolean => /^\s*-(?:\s|$)/.test(textOf(line));
  let first = list + 1;
  while (first < at && !isDash(first)) first += 1;
  const column = indent(first);
  const starts = (line: number): boolean => isDash(line) && indent(line) === column;
  let start = at;
  while (start > first && !starts(start)) start -= 1;
  for (let line = start; line <= doc.lines && (line === start || !starts(line)); line += 1) {
    const text = textOf(line);
    if (line > start && text.trim() !== '' && indent(line) <= column) break;
    const said = line === start ? text.replace(/^\s*-\s*/, '') : text.trim();
    const [, key, value = ''] = /^([^:#]+):\s*(.*)$/.exec(said) ?? [];
    if (key === undefined && line === start && said !== '') return said;
    if (key !== undefined && isKindKey(key)) return value.replace(/\s+#.*$/, '');
  }
  return '';
}
