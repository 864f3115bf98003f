import type { Diagnostic, TextPlace } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import type { YamlNode } from '../form/tree.js';
import { kindError, suggest } from './errors.js';

/** The field groups of `_common`, by name. */
export type FieldGroups = ReadonlyMap<string, readonly FieldDefinition[]>;

/** A file of a kind while it is read, and the groups that it may put in place. */
export interface KindFile {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  readonly groups: FieldGroups;
}

export const placeOf = (
  node: { readonly start: number; readonly end: number },
  { file }: Pick<KindFile, 'file'>,
): TextPlace => ({
  file,
  start: node.start,
  end: node.end,
});

/** A map of the file, by key. `what` names it in messages: "trường", "kind.yaml". */
export interface FileRecord {
  readonly what: string;
  readonly node: YamlNode;
  readonly values: ReadonlyMap<string, YamlNode>;
}

/** Reads a map whose keys all must be known; reports other keys, keys given twice, and anything that is no map. */
export function readRecord(
  node: YamlNode,
  known: readonly string[],
  what: string,
  file: KindFile,
): FileRecord {
  const values = new Map<string, YamlNode>();
  if (node.type !== 'map') {
    const hints = [`Viết thành các dòng "khóa: giá trị", với khóa là ${known.join(', ')}`];
    file.diagnostics.push(kindError('bad-value', `Chỗ này phải là ${what}`, placeOf(node, file), hints));
    return { what, node, values };
  }
  for (const { key, value } of node.entries) {
    const name = key.value.text;
    const place = placeOf(key, file);
    if (!known.includes(name)) {
      file.diagnostics.push(
        kindError('unknown-key', `Khóa "${name}" không có trong ${what}`, place, suggest(name, known)),
      );
    } else if (values.has(name)) {
      file.diagnostics.push(
        kindError('duplicate-name', `Khóa "${name}" ghi hai lần`, place, ['Giữ lại một dòng']),
      );
    } else values.set(name, value);
  }
  return { what, node, values };
}

/** A text that is not empty; undefined where it is absent. */
export function textOf(record: FileRecord, key: string, file: KindFile): string | undefined {
  const node = record.values.get(key);
  if (!node) return undefined;
  if (node.type === 'scalar') return node.value.text.trim() === '' ? undefined : node.value.text.trim();
  file.diagnostics.push(
    kindError('bad-value', `"${key}" phải là một dòng chữ`, placeOf(node, file), [`Viết ${key}: chữ`]),
  );
  return undefined;
}

/** As `textOf`; a missing one is reported, and is "". */
export function requiredTextOf(record: FileRecord, key: string, file: KindFile): string {
  const text = textOf(record, key, file);
  const isFaulty =
    record.node.type !== 'map' ||
    record.values.get(key)?.type === 'map' ||
    record.values.get(key)?.type === 'list';
  if (text === undefined && !isFaulty) {
    const { start } = record.node;
    const place = { file: file.file, start, end: start };
    file.diagnostics.push(
      kindError('missing-key', `Thiếu "${key}" trong ${record.what}`, place, [`Thêm dòng ${key}: …`]),
    );
  }
  return text ?? '';
}

/** The items of a list; none where it is absent. */
export function listOf(record: FileRecord, key: string, file: KindFile): readonly YamlNode[] {
  const node = record.values.get(key);
  if (!node) return [];
  if (node.type === 'list') return node.items;
  file.diagnostics.push(
    kindError('bad-value', `"${key}" phải là một danh sách`, placeOf(node, file), [
      'Viết mỗi mục một dòng, bắt đầu bằng "- "',
    ]),
  );
  return [];
}

/** A list of texts. */
export function textsOf(record: FileRecord, key: string, file: KindFile): readonly string[] {
  return listOf(record, key, file).flatMap((item) => {
    if (item.type === 'scalar') return [item.value.text];
    file.diagnostics.push(
      kindError('bad-value', `Mỗi mục của "${key}" phải là một dòng chữ`, placeOf(item, file)),
    );
    return [];
  });
}

/** `true` or `false`. */
export function flagOf(record: FileRecord, key: string, absent: boolean, file: KindFile): boolean {
  const text = textOf(record, key, file);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text !== undefined) {
    const place = placeOf(record.values.get(key)!, file);
    file.diagnostics.push(kindError('bad-value', `"${key}" ghi "${text}"`, place, ['Viết true hoặc false']));
  }
  return absent;
}
