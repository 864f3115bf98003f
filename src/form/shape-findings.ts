import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { nearest } from '../vietnamese/nearest.js';
import { continueHint, exampleOf } from './example-of.js';
import type { FieldDefinition } from './field.js';
import { type KeyMatch, type KeyTable, keyTable, partsOf } from './key-table.js';
import type { FormLayer } from './layer.js';
import type { RawPlace } from './raw.js';
import type { MapEntry, YamlNode } from './tree.js';

/** What was made of a tree, and what was found wrong with its shape. */
export interface Shape {
  readonly file: string;
  /** Whose values these are, when not the form's own: keys that are not known are passed over then. */
  readonly layer?: FormLayer;
  readonly root: readonly FieldDefinition[];
  readonly places: Map<string, RawPlace>;
  readonly diagnostics: Diagnostic[];
  /** Paths of which something was said already; their values are missing or not whole. */
  readonly faulty: Set<string>;
}

export function refuse(
  shape: Shape,
  node: YamlNode,
  field: FieldDefinition,
  path: string,
  shown: FieldDefinition,
  message?: string,
): undefined {
  shape.faulty.add(path);
  const wanted = field.type === 'list' ? 'list' : partsOf(field).length > 0 ? 'group' : 'text';
  const one = shown.type === 'list' && field.type !== 'list' ? 'mỗi mục ' : '';
  shape.diagnostics.push({
    code: `form/expected-${wanted}`,
    severity: 'error',
    message: message ?? `"${shown.label}" cần ${one}${NEEDED[wanted]}, nhưng lại ghi ${FOUND[node.type]}`,
    ...placeOf(shape, node.start, Math.max(node.start, node.end)),
    field: shown.label,
    hints: [`Viết:\n${exampleOf(shown)}`],
  });
  return undefined;
}

const NEEDED = {
  list: 'một danh sách, mỗi mục một dòng có gạch đầu dòng',
  group: 'có các ô con thụt vào bên dưới',
  text: 'chỉ một giá trị',
} as const;
const FOUND: Readonly<Record<YamlNode['type'], string>> = {
  scalar: 'một giá trị trên một dòng',
  list: 'các dòng gạch đầu dòng',
  map: 'các ô con',
};

export function remarkOnEmptyItem(shape: Shape, node: YamlNode, field: FieldDefinition): void {
  shape.diagnostics.push({
    code: 'form/empty-item',
    severity: 'remark',
    message: `"${field.label}" có một gạch đầu dòng để trống; mục này được bỏ qua`,
    ...placeOf(shape, node.start, node.end),
    field: field.label,
  });
}

export function reportRepeated(shape: Shape, entry: MapEntry, first: MapEntry, label: string): void {
  shape.diagnostics.push({
    code: 'form/repeated-field',
    severity: 'error',
    message: `"${label}" được ghi hai lần`,
    ...placeOf(shape, entry.key.start, entry.key.end),
    related: relatedTo(placeIn(shape, first.key.start, first.key.end), 'lần đầu ở đây'),
    field: label,
    hints: ['Bỏ một trong hai chỗ'],
  });
}

/** A file with more unknown keys than these is no form, and looking for what each may mean takes long. */
const MAX_SUGGESTIONS = 50;

export function reportUnknown(
  shape: Shape,
  entry: MapEntry,
  table: KeyTable,
  prefix: string,
  group: FieldDefinition | undefined,
  before: KeyMatch | undefined,
): void {
  if (shape.layer !== undefined) return;
  const typed = entry.key.value.text;
  const many = shape.diagnostics.length > MAX_SUGGESTIONS;
  const near = many
    ? undefined
    : nearest(
        typed,
        table.fields.flatMap((field) => [field.label, ...(field.aliases ?? [])]),
      );
  const meant = near === undefined ? undefined : table.find(near);
  if (meant !== undefined) shape.faulty.add(prefix + meant.field.key);
  const root = group === undefined ? undefined : keyTable(shape.root).find(typed);
  if (root !== undefined) shape.faulty.add(root.field.key);
  const hints =
    meant !== undefined ? [`có phải ý bạn là "${meant.field.label}"?`] : elsewhere(shape, typed, group);
  // In JSON, where keys stand in quotes, no line belongs to the field before it.
  const may = before !== undefined && before.part === undefined && entry.key.style === 'plain';
  const goesOn = may ? continueHint(before.field) : undefined;
  if (meant === undefined && goesOn !== undefined) hints.push(goesOn);
  if (hints.length === 0) hints.push('Sửa tên ô cho đúng như trong tệp mẫu, hoặc bỏ ô này');
  shape.diagnostics.push({
    code: 'form/unknown-field',
    severity: 'error',
    message:
      group === undefined
        ? `Không có ô nào tên là "${typed}"`
        : `"${group.label}" không có ô nào tên là "${typed}"`,
    ...placeOf(shape, entry.key.start, entry.key.end),
    field: typed,
    hints,
  });
}

/** Says where a key belongs that stands in the wrong group. */
function elsewhere(shape: Shape, typed: string, group: FieldDefinition | undefined): string[] {
  if (group !== undefined && keyTable(shape.root).find(typed) !== undefined) {
    return [`Đưa "${typed}" ra sát đầu dòng: đó là ô của cả văn bản, không thuộc "${group.label}"`];
  }
  const owner = shape.root.find((field) => keyTable(partsOf(field.item ?? field)).find(typed) !== undefined);
  return owner !== undefined && owner !== group ? [`Viết "${typed}" thụt vào bên dưới "${owner.label}"`] : [];
}

/** A stretch of the form, or of the layer whose value it is. */
export const placeIn = (
  { file, layer }: Pick<Shape, 'file' | 'layer'>,
  start: number,
  end: number,
): Place | undefined => (layer === undefined ? { file, start, end } : layer.placeOf(start, end));

const placeOf = (shape: Shape, start: number, end: number): Pick<Diagnostic, 'place'> => {
  const place = placeIn(shape, start, end);
  return place === undefined ? {} : { place };
};

const relatedTo = (
  place: Place | undefined,
  message: string,
): readonly { readonly place: Place; readonly message: string }[] =>
  place === undefined ? [] : [{ place, message }];
