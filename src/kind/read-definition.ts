import { FORM_CHECKS, findCheck } from '../form/checks/registry.js';
import type { CheckDefinition, FieldDefinition } from '../form/field.js';
import type { YamlNode } from '../form/tree.js';
import { checkPaths } from './check-paths.js';
import { kindError, suggest } from './errors.js';
import type { KindDefinition } from './kind.js';
import { type FieldPlaces, readFieldOrGroup, usedName } from './read-fields.js';
import {
  type FileRecord,
  type KindFile,
  listOf,
  placeOf,
  readRecord,
  requiredTextOf,
  textOf,
  textsOf,
} from './read-record.js';

/** The version of the language of kind.yaml that this program reads. */
const FORMAT = '1';
const KIND_KEYS = [
  'format',
  'name',
  'aliases',
  'title',
  'abbreviation',
  'profile',
  'papers',
  'main-only',
  'fields',
  'checks',
] as const;

/** `kind.yaml`; `- use: letterhead` in `fields` puts a group in place. Undefined for another format version. */
export function readDefinition(
  node: YamlNode,
  slug: string,
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
  const list = textOf(record, 'papers', file);
  const aliases = textsOf(record, 'aliases', file);
  // A set of papers has no number of its own, and so no symbol.
  const abbreviation = list === undefined ? requiredTextOf(record, 'abbreviation', file) : '';
  const fields = listOf(record, 'fields', file).flatMap((item) => readFieldOrGroup(item, file, places));
  return {
    slug,
    name,
    title: textOf(record, 'title', file) ?? name.toUpperCase(),
    ...(aliases.length > 0 && { aliases }),
    abbreviation,
    profile,
    ...(list !== undefined && { papers: { list, mainOnly: textsOf(record, 'main-only', file) } }),
    fields,
    checks: listOf(record, 'checks', file).map((check) => readCheck(check, fields, file)),
  };
}

/** A group of fields, as in `_common/letterhead.yaml`. */
export function readGroup(node: YamlNode, file: KindFile, places: FieldPlaces): readonly FieldDefinition[] {
  if (!isReadable(node, file)) return [];
  const record = readRecord(node, ['format', 'fields'], 'một nhóm trường', file);
  return listOf(record, 'fields', file).flatMap((field) => readFieldOrGroup(field, file, places));
}

/** The names of the groups that a kind or a group uses at any depth, before they are read. */
export function groupsUsed(node: YamlNode): readonly string[] {
  if (node.type === 'scalar') return [];
  if (node.type === 'list') return node.items.flatMap((item) => usedName(item) ?? groupsUsed(item));
  return node.entries.flatMap(({ value }) => groupsUsed(value));
}

/** `- check: recipients-have-archive-line`, and below it the parameters that this check needs. */
function readCheck(node: YamlNode, fields: readonly FieldDefinition[], file: KindFile): CheckDefinition {
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
  const optional = known?.optional ?? [];
  const record: FileRecord = readRecord(node, ['check', ...needed, ...optional], 'một kiểm tra', file);
  const name = requiredTextOf(record, 'check', file);
  if (known !== undefined) checkPaths(known, record, fields, file);
  const parameters = needed.map((parameter) => [parameter, requiredTextOf(record, parameter, file)] as const);
  const further = optional.map((parameter) => [parameter, textOf(record, parameter, file)] as const);
  const given = [...parameters, ...further].filter((entry) => entry[1] !== undefined);
  return { name, parameters: Object.fromEntries(given) as Record<string, string> };
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
