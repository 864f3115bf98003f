import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { nearest } from '../vietnamese/nearest.js';
import type { FieldDefinition, KindFields } from './field.js';
import { keyTable } from './key-table.js';
import { readFormTree } from './read-form-tree.js';
import { isJson, readJsonTree } from './read-json-tree.js';
import type { MapEntry, MapNode } from './tree.js';

/** The field that says which kind's fields the form has; known before any kind is. */
const KIND_FIELD: FieldDefinition = {
  key: 'loai_van_ban',
  label: 'Loại văn bản',
  aliases: ['loai'],
  type: 'text',
  required: true,
};
const KIND_KEYS = [KIND_FIELD];

/** Whether a key as typed is the one that names a form's kind. */
export const isKindKey = (typed: string): boolean => keyTable(KIND_KEYS).find(typed) !== undefined;

/** Looks for "Loại văn bản" in a form of any kind and finds the kind that it names, by slug or by name, folded as keys are. */
export function findKindOf(
  source: { file: string; text: string },
  findKind: (nameOrSlug: string) => KindFields | undefined,
  kindNames: readonly string[],
): Outcome<KindFields> {
  const tree = isJson(source.text)
    ? readJsonTree(source)
    : readFormTree({ ...source, text: topLevel(source.text) }, KIND_KEYS);
  if (tree.value === undefined) return { diagnostics: tree.diagnostics };
  return findKindIn(tree.value, source.file, findKind, kindNames);
}

/** The kind that a group of entries names; a message about its lack points to the group's beginning. */
export function findKindIn(
  tree: MapNode,
  file: string,
  findKind: (nameOrSlug: string) => KindFields | undefined,
  kindNames: readonly string[],
  start: number = 0,
): Outcome<KindFields> {
  const entry = kindEntry(tree);
  const known = `Các loại hiện có: ${kindNames.map((name) => `"${name}"`).join(', ')}`;
  if (entry?.value.type !== 'scalar' || entry.value.value.text.trim() === '') {
    return failed({
      code: 'form/missing',
      severity: 'error',
      message: 'Thiếu "Loại văn bản"',
      place: { file, start: entry?.key.start ?? start, end: entry?.key.end ?? start },
      field: KIND_FIELD.label,
      hints: [`Thêm dòng đầu tệp, ví dụ: Loại văn bản: ${kindNames[0] ?? 'Kế hoạch'}`, known],
    });
  }
  const typed = entry.value.value.text.trim();
  const folded = kindNames.find((name) => foldKey(name) === foldKey(typed));
  const kind =
    findKind(typed) ?? findKind(typed.toLowerCase()) ?? (folded === undefined ? undefined : findKind(folded));
  if (kind !== undefined) return { value: kind, diagnostics: [] };
  const near = nearest(typed, kindNames);
  return failed({
    code: 'form/unknown-kind',
    severity: 'error',
    message: `"Loại văn bản" ghi "${typed}", chưa có loại này`,
    place: { file, start: entry.value.start, end: entry.value.end },
    field: KIND_FIELD.label,
    hints: near === undefined ? [known] : [`có phải ý bạn là "${near}"?`, known],
  });
}

const kindEntry = (map: MapNode): MapEntry | undefined =>
  map.entries.find((entry) => isKindKey(entry.key.value.text));

/**
 * Of a form whose fields are not known yet only the lines in the first column matter, of these only what can be the kind's;
 * the others become blank, so that a "Loại: …" within a text is not taken for it.
 */
function topLevel(text: string): string {
  const lines = text.split('\n');
  const own = lines.find((line) => /^[ \t]*[^\s#-]/.test(line)) ?? '';
  const indent = own.length - own.trimStart().length;
  const may = (line: string): boolean =>
    line.length - line.trimStart().length === indent && /^["']?l/i.test(line.trimStart());
  // Nothing behind the last of them matters.
  const last = lines.findLastIndex(may);
  return lines
    .slice(0, last + 1)
    .map((line) => (may(line) ? line : ' '.repeat(line.length)))
    .join('\n');
}

const failed = (diagnostic: Diagnostic): Outcome<KindFields> => ({ diagnostics: [diagnostic] });
