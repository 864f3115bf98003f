import { partsOf } from '../key-table.js';
import { editForm } from './edit-form.js';
import type { EditKind, FieldEdit, FieldModel, TypedValue } from './form-model.js';
import { readFormModel } from './read-form-model.js';
import { applyChanges } from './text-change.js';
import { isNothing } from './typed-values.js';

/** A kind with the form that comes with it as an example. */
export type NewFormKind = EditKind & { readonly sample: string };

/** What a paper is, and how a dossier sends it, is no example. */
const KEPT = ['loai_van_ban', 'cach_gui', 'ten_tep'];

/**
 * The text of a new form: the keys that the kind's sample has, in its order and with its comments, and those that every form
 * must have; behind them what is given, else nothing. `values` by the paths of fields ("dia_danh", "nguoi_ky.ho_ten"); what
 * the kind has no field for is passed over. `kinds`: those that a dossier's papers may be of.
 */
export function newForm(
  kind: NewFormKind,
  values: Readonly<Record<string, TypedValue>>,
  kinds: readonly EditKind[] = [],
): string {
  const start = kind.sample === '' ? `Loại văn bản: ${kind.name}\n` : withoutHeading(kind.sample);
  const bare = apply(withoutItems(start, kind, kinds), kind, kinds, (fields) =>
    fields.flatMap((field) => emptyingEdits(field, kind.papers?.list)),
  );
  const complete = besideKeys(withRequired(bare, kind, kinds));
  return apply(complete, kind, kinds, () =>
    Object.entries(values).flatMap(([path, value]): FieldEdit[] =>
      isNothing(value) ? [] : [{ type: 'set', path, value }],
    ),
  );
}

/** All edits; where one cannot be made, each by itself, so that it does not keep the others away. */
function apply(
  text: string,
  kind: EditKind,
  kinds: readonly EditKind[],
  editsOf: (fields: readonly FieldModel[]) => readonly FieldEdit[],
): string {
  const model = readFormModel(text, kind, kinds);
  const edits = editsOf(model.fields).filter(({ path }) => model.find(path) !== undefined);
  const together = editForm(text, kind, edits, kinds).value;
  if (together !== undefined) return applyChanges(text, together);
  return edits.reduce(
    (made, edit) => applyChanges(made, editForm(made, kind, [edit], kinds).value ?? []),
    text,
  );
}

/** Comments above the first field tell how to run the sample. */
const withoutHeading = (sample: string): string => sample.replace(/^(?:[ \t]*(?:#.*)?\n)+/, '');

/** The example's comments stand in a column behind its values; without these they would stand far from anything. */
const besideKeys = (text: string): string => text.replace(/^([^\n#"':]+:) {2,}(?=#[ \t])/gm, '$1  ');

/** What comments say of an example's items goes with these. */
function withoutItems(text: string, kind: EditKind, kinds: readonly EditKind[]): string {
  const lists = readFormModel(text, kind, kinds).fields.filter(
    ({ field, range }) => field.type === 'list' && field.key !== kind.papers?.list && range !== undefined,
  );
  return applyChanges(
    text,
    lists.map(({ range }) => {
      const { from, to } = range!;
      return { from, to, insert: text.slice(from, to).replace(/[ \t]+#[ \t].*$/gm, '') };
    }),
  );
}

function emptyingEdits(model: FieldModel, papers: string | undefined): readonly FieldEdit[] {
  const { path, field, parts, items } = model;
  if (!model.isGiven || KEPT.includes(field.key)) return [];
  if (field.type === 'list' && field.key === papers && !path.includes('.'))
    return items.flatMap((item) => item.parts.flatMap((part) => emptyingEdits(part, undefined)));
  // An optional group that must say something once it is there is not there yet.
  const isAsked = field.required || !parts.some((part) => part.field.required);
  if (field.type === 'group' && isAsked && !model.isShort)
    return parts.flatMap((part) => emptyingEdits(part, undefined));
  const nothing: TypedValue = field.type === 'list' ? [] : partsOf(field).length > 0 ? {} : '';
  return [{ type: 'set', path, value: nothing }];
}

/** Keys for what the kind must have and the sample has not; a value is written and taken away again. */
function withRequired(text: string, kind: EditKind, kinds: readonly EditKind[]): string {
  let made = text;
  for (const { path, field, isGiven } of readFormModel(text, kind, kinds).fields) {
    if (!field.required || isGiven) continue;
    const keyed = editForm(made, kind, [{ type: 'set', path, value: placeholder(field) }], kinds);
    made = applyChanges(made, keyed.value ?? []);
    const model = readFormModel(made, kind, kinds).find(path);
    const edits = model === undefined ? [] : emptyingEdits(model, undefined);
    made = applyChanges(made, editForm(made, kind, edits, kinds).value ?? []);
  }
  return made;
}

function placeholder(field: FieldModel['field']): TypedValue {
  if (field.type === 'list') return field.item === undefined ? [] : [placeholder(field.item)];
  const parts = partsOf(field);
  if (parts.length === 0) return '1';
  const shown = parts.filter(({ required }) => required);
  return Object.fromEntries(
    (shown.length > 0 ? shown : parts.slice(0, 1)).map((part) => [part.key, placeholder(part)]),
  );
}
