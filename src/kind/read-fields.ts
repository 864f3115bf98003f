import type { TextPlace } from '../diagnostic/diagnostic.js';
import type { Choice, FieldDefinition, FieldType } from '../form/field.js';
import type { YamlNode } from '../form/tree.js';
import { kindError, suggest } from './errors.js';
import {
  type FileRecord,
  flagOf,
  type KindFile,
  listOf,
  placeOf,
  readRecord,
  requiredTextOf,
  textOf,
  textsOf,
} from './read-record.js';

/** Every type there is; the type sees to it that none is forgotten. */
const TYPES: Readonly<Record<FieldType, true>> = {
  text: true,
  paragraph: true,
  outline: true,
  date: true,
  number: true,
  choice: true,
  margins: true,
  reference: true,
  sentence: true,
  deadline: true,
  limit: true,
  share: true,
  money: true,
  moment: true,
  person: true,
  file: true,
  list: true,
  group: true,
};
const TYPE_NAMES = Object.keys(TYPES) as FieldType[];

const FIELD_KEYS = [
  'key',
  'label',
  'help',
  'type',
  'required',
  'aliases',
  'default',
  'example',
  'choices',
  'item',
  'shorthand',
  'fields',
  'separator',
  'limits',
  'unprinted',
  'shared',
] as const;

/** A field, and where it and its parts are declared. */
export type FieldPlaces = Map<FieldDefinition, TextPlace>;

/** One field; `required` is what it is when the file does not say (an item of a list is never empty). */
function readField(node: YamlNode, file: KindFile, places: FieldPlaces, required = false): FieldDefinition {
  const record = readRecord(node, FIELD_KEYS, 'một trường', file);
  const optional = (
    key: 'help' | 'default' | 'example' | 'shorthand' | 'separator' | 'shared',
  ): Partial<FieldDefinition> => {
    const text = key === 'separator' ? rawTextOf(record, key) : textOf(record, key, file);
    return text === undefined ? {} : { [key]: text };
  };
  const choices = listOf(record, 'choices', file).map((choice) => readChoice(choice, file));
  const aliases = textsOf(record, 'aliases', file);
  const itemNode = record.values.get('item');
  const field: FieldDefinition = {
    key: requiredTextOf(record, 'key', file),
    label: requiredTextOf(record, 'label', file),
    type: readType(record, file),
    required: flagOf(record, 'required', required, file),
    ...optional('help'),
    ...(aliases.length > 0 && { aliases }),
    ...optional('default'),
    ...optional('example'),
    ...(choices.length > 0 && { choices }),
    ...(itemNode && { item: readField(itemNode, file, places, true) }),
    ...optional('shorthand'),
    ...(record.values.has('fields') && {
      fields: listOf(record, 'fields', file).flatMap((inner) => readFieldOrGroup(inner, file, places)),
    }),
    ...optional('separator'),
    ...optional('shared'),
    ...(flagOf(record, 'unprinted', false, file) && { unprinted: true }),
    ...(record.values.has('limits') && { limits: readLimits(record.values.get('limits')!, file) }),
  };
  places.set(field, placeOf(record.values.get('key') ?? node, file));
  return field;
}

/**
 * A field, or `- use: group`: the fields of a group of `_common`; with `required: false` none of them is, with `unprinted: true`
 * all are mere facts.
 */
export function readFieldOrGroup(
  item: YamlNode,
  file: KindFile,
  places: FieldPlaces,
): readonly FieldDefinition[] {
  const name = usedName(item);
  if (name === undefined) return [readField(item, file, places)];
  const record = readRecord(item, ['use', 'required', 'unprinted'], '"use: nhóm"', file);
  const group = file.groups.get(name);
  if (group) {
    const isUnprinted = flagOf(record, 'unprinted', false, file);
    const stay = flagOf(record, 'required', true, file);
    return group.map((field) =>
      isUnprinted || (field.required && !stay)
        ? changeField(
            field,
            { required: field.required && stay, ...(isUnprinted && { unprinted: true }) },
            places,
          )
        : field,
    );
  }
  const hints = ['Kiểm tra tên tệp .yaml trong thư mục _common'];
  const place = placeOf(item, file);
  file.diagnostics.push(kindError('unknown-group', `Không có nhóm trường tên là "${name}"`, place, hints));
  return [];
}

/** "letterhead" of `- use: letterhead`. */
export function usedName(item: YamlNode): string | undefined {
  const entry = item.type === 'map' ? item.entries.find(({ key }) => key.value.text === 'use') : undefined;
  return entry?.value.type === 'scalar' ? entry.value.value.text.trim() : undefined;
}

function changeField(
  field: FieldDefinition,
  change: Partial<FieldDefinition>,
  places: FieldPlaces,
): FieldDefinition {
  const changed: FieldDefinition = { ...field, ...change };
  const place = places.get(field);
  if (place) places.set(changed, place);
  return changed;
}

/** A separator keeps its spaces. */
const rawTextOf = (record: FileRecord, key: string): string | undefined => {
  const node = record.values.get(key);
  return node?.type === 'scalar' && node.value.text !== '' ? node.value.text : undefined;
};

function readType(record: FileRecord, file: KindFile): FieldType {
  const text = requiredTextOf(record, 'type', file);
  const type = TYPE_NAMES.find((name) => name === text);
  if (type === undefined && text !== '') {
    const place = placeOf(record.values.get('type')!, file);
    file.diagnostics.push(
      kindError(
        'unknown-field-type',
        `Không có kiểu trường tên là "${text}"`,
        place,
        suggest(text, TYPE_NAMES),
      ),
    );
  }
  return type ?? 'text';
}

function readChoice(node: YamlNode, file: KindFile): Choice {
  const record = readRecord(node, ['value', 'label', 'aliases'], 'một lựa chọn', file);
  const aliases = textsOf(record, 'aliases', file);
  const value = requiredTextOf(record, 'value', file);
  return { value, label: textOf(record, 'label', file) ?? value, ...(aliases.length > 0 && { aliases }) };
}

/** `{ min: 1, maxItems: 2 }`: figures under names that the field's type knows. */
function readLimits(node: YamlNode, file: KindFile): Readonly<Record<string, number>> {
  if (node.type !== 'map') {
    file.diagnostics.push(kindError('bad-value', '"limits" phải là các dòng "tên: số"', placeOf(node, file)));
    return {};
  }
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) => {
      const figure =
        value.type === 'scalar' && value.value.text.trim() !== '' ? Number(value.value.text) : Number.NaN;
      if (!Number.isNaN(figure)) return [[key.value.text, figure] as const];
      file.diagnostics.push(
        kindError('bad-value', `Giới hạn "${key.value.text}" phải là một số`, placeOf(value, file)),
      );
      return [];
    }),
  );
}
