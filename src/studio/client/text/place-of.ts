import type { FieldModel, FormModel } from '../../../form/edit/form-model.js';
import type { SourceText } from '../../../form/source-text.js';

const partsOf = (model: FieldModel): readonly FieldModel[] => [...model.parts, ...model.items];

/** The innermost field that an offset of the form's text stands in, and the letter of its value. */
export function placeOf(form: FormModel, at: number): { readonly path: string; readonly offset: number } {
  let [found, fields]: [FieldModel | undefined, readonly FieldModel[]] = [undefined, form.fields];
  for (;;) {
    const inner = fields.find(({ range }) => range !== undefined && range.from <= at && at <= range.to);
    if (inner === undefined) break;
    [found, fields] = [inner, partsOf(inner)];
  }
  if (found === undefined) return { path: '', offset: 0 };
  return { path: found.formPath, offset: found.value === undefined ? 0 : inValue(found.value, at) };
}

/** Where a letter of a field's value stands in the form's text; its key where it has no value. */
export function offsetOf(form: FormModel, path: string, offset: number): number | undefined {
  const field = findByPath(form.fields, path);
  if (field === undefined) return undefined;
  return (
    (field.value && inSource(field.value, offset)) ??
    field.slot?.from ??
    field.range?.from ??
    partsOf(field).find(({ range }) => range !== undefined)?.range?.from
  );
}

function findByPath(fields: readonly FieldModel[], path: string): FieldModel | undefined {
  for (const field of fields) {
    if (field.formPath === path) return field;
    if (!path.startsWith(`${field.formPath}.`)) continue;
    // A part that is not given is where the whole is.
    const inner = findByPath(partsOf(field), path);
    return inner?.isGiven ? inner : field;
  }
  return undefined;
}

function inValue({ pieces }: SourceText, at: number): number {
  const piece = pieces.findLast(({ source }) => source <= at) ?? pieces[0];
  if (piece === undefined) return 0;
  return piece.at + Math.max(0, Math.min(piece.length, at - piece.source));
}

function inSource({ pieces }: SourceText, offset: number): number | undefined {
  const piece = pieces.findLast(({ at }) => at <= offset);
  return piece && piece.source + Math.min(piece.sourceLength ?? piece.length, offset - piece.at);
}
