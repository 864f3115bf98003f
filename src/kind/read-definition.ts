import { FORM_CHECKS, findCheck } from '../form/checks/registry.js';
import type { CheckDefinition, FieldDefinition } from '../form/field.js';
import type { YamlNode } from '../form/tree.js';
import { kindError, suggest } from './errors.js';
import type { KindDefinition } from './kind.js';
import { type FieldPlaces, readField } from './read-fields.js';
import {
  type FileRecord,
  type KindFile,
  listOf,
  placeOf,
  readRecord,
  requiredTextOf,
  textOf,
} from './read-record.js';

/** The version of the language of kind.yaml that this program reads. */
const FORMAT = '1';
const KIND_KEYS = ['format', 'name', 'title', 'abbreviation', 'profile', 'fields', 'checks'] as const;

/** The field groups of `_common`, by name. */
export type FieldGroups = ReadonlyMap<string, readonly FieldDefinition[]>;

/** `kind.yaml`; `- use: letterhead` in `fields` puts a group in place. Undefined for another format version. */
export function readDefinition(
  node: YamlNode,
  slug: string,
  groups: FieldGroups,
  profiles: readonly string[],
  file: KindFile,
  places: FieldPlaces,
): KindDefinition | undefined {
  if (!isReadable(node, file)) return undefined;
  const record = readRecord(node, KIND_KEYS, 'kind.yaml', file);
  const profile = requiredTextOf(record, 'profile', file);
  if (profile !== '' && !profiles.includes(profile)) {
    const place = placeOf(record.values.get('profile')!, file);
    file.diagnostics.push(
      kindError('bad-value', `Không có bộ thể thức tên là "${profile}"`, place, suggest(profile, profiles)),
    );
  }
  const name = requiredTextOf(record, 'name', file);
  return {
    slug,
    name,
    title: textOf(record, 'title', file) ?? name.toUpperCase(),
    abbreviation: requiredTextOf(record, 'abbreviation', file),
    profile,
    fields: listOf(record, 'fields', file).flatMap((item) => readFieldOrGroup(item, groups, file, places)),
    checks: listOf(record, 'checks', file).map((check) => readCheck(check, file)),
  };
}

/** A group of fields, as in `_common/letterhead.yaml`. */
export function readGroup(node: YamlNode, file: KindFile, places: FieldPlaces): readonly FieldDefinition[] {
  if (!isReadable(node, file)) return [];
  const record = readRecord(node, ['format', 'fields'], 'một nhóm trường', file);
  return listOf(record, 'fields', file).map((field) => readField(field, file, places));
}

/** The names of the groups that a kind uses, before they are read. */
export function groupsUsed(node: YamlNode): readonly string[] {
  const fields =
    node.type === 'map' ? node.entries.find(({ key }) => key.value.text === 'fields')?.value : undefined;
  return (fields?.type === 'list' ? fields.items : []).flatMap((item) => usedName(item) ?? []);
}

function usedName(item: YamlNode): string | undefined {
  const entry = item.type === 'map' ? item.entries.find(({ key }) => key.value.text === 'use') : undefined;
  return entry?.value.type === 'scalar' ? entry.value.value.text.trim() : undefined;
}

function readFieldOrGroup(
  item: YamlNode,
  groups: FieldGroups,
  file: KindFile,
  places: FieldPlaces,
): readonly FieldDefinition[] {
  const name = usedName(item);
  if (name === undefined) return [readField(item, file, places)];
  readRecord(item, ['use'], '"use: nhóm"', file);
  const group = groups.get(name);
  if (group) return group;
  const hints = ['Kiểm tra tên tệp .yaml trong thư mục _common'];
  file.diagnostics.push(
    kindError('unknown-group', `Không có nhóm trường tên là "${name}"`, placeOf(item, file), hints),
  );
  return [];
}

/** `- check: recipients-have-archive-line`, and below it the parameters that this check needs. */
function readCheck(node: YamlNode, file: KindFile): CheckDefinition {
  const asked =
    node.type === 'map' ? node.entries.find(({ key }) => key.value.text === 'check')?.value : undefined;
  const known = asked?.type === 'scalar' ? findCheck(asked.value.text.trim()) : undefined;
  if (asked?.type === 'scalar' && !known) {
    const names = FORM_CHECKS.map((check) => check.name);
    const message = `Không có kiểm tra tên là "${asked.value.text}"`;
    file.diagnostics.push(
      kindError('unknown-check', message, placeOf(asked, file), suggest(asked.value.text, names)),
    );
    return { name: asked.value.text, parameters: {} };
  }
  const needed = known?.parameters ?? [];
  const record: FileRecord = readRecord(node, ['check', ...needed], 'một kiểm tra', file);
  const name = requiredTextOf(record, 'check', file);
  const parameters = needed.map((parameter) => [parameter, requiredTextOf(record, parameter, file)] as const);
  return { name, parameters: Object.fromEntries(parameters) };
}

/** Whether the file is of the version that this program reads; a map without one lacks it, all else is no such file. */
function isReadable(node: YamlNode, file: KindFile): boolean {
  const format =
    node.type === 'map' ? node.entries.find(({ key }) => key.value.text === 'format')?.value : undefined;
  if (format?.type === 'scalar' && format.value.text.trim() === FORMAT) return true;
  const found = format?.type === 'scalar' ? `ghi "${format.value.text}"` : 'không ghi';
  const message = `Phiên bản "format" của tệp ${found}, chương trình này đọc phiên bản ${FORMAT}`;
  const place = format ? placeOf(format, file) : { file: file.file, start: node.start, end: node.start };
  file.diagnostics.push(
    kindError('format-version', message, place, [
      `Viết format: ${FORMAT} ở dòng đầu, hoặc dùng bản chương trình mới hơn`,
    ]),
  );
  return false;
}
