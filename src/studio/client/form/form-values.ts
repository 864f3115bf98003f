import type { EditKind, FieldModel, FormModel, TextRange } from '../../../form/edit/form-model.js';
import { typedValues } from '../../../form/edit/typed-values.js';
import type { SourceText } from '../../../form/source-text.js';
import type { KindInfo, Problem } from '../../protocol.js';
import { isMissing } from '../parts/problem-words.js';
import type { FormGroup } from './form-edit.js';

/** A form as the pane shows it. */
export interface FormValues {
  readonly values: FormGroup;
  /** Problems and pages do not count the empty items of a list; the form does: paths of both, where they differ. */
  readonly shownPath: (formPath: string) => string;
  readonly formPath: (shownPath: string) => string;
  /** A stretch of the file as one of a field's text. */
  readonly rangeIn: (shownPath: string, range: TextRange) => TextRange | undefined;
  readonly isBroken: boolean;
}

export function readValues(model: FormModel): FormValues {
  const [shown, form] = [new Map<string, string>(), new Map<string, string>()];
  const note = ({ path, formPath, parts, items }: FieldModel): void => {
    if (path !== formPath) {
      form.set(path, formPath);
      // An empty item has the path of the one behind it, which is meant.
      shown.set(formPath, path);
    }
    parts.forEach(note);
    items.forEach(note);
  };
  model.fields.forEach(note);
  return {
    values: typedValues(model),
    shownPath: (path) => shown.get(path) ?? path,
    formPath: (path) => form.get(path) ?? path,
    rangeIn: (path, range) => {
      const value = model.find(path)?.value;
      return value && rangeWithin(value, range);
    },
    isBroken: model.isBroken,
  };
}

const editKinds = new WeakMap<KindInfo, EditKind>();

/** The same kind gives the same object, by which readings are remembered. */
export function editKindOf(kind: KindInfo): EditKind {
  const known = editKinds.get(kind);
  if (known !== undefined) return known;
  const made: EditKind = {
    slug: kind.slug,
    name: kind.name,
    fields: kind.fields,
    aliases: kind.aliases,
    ...(kind.papers !== undefined && { papers: kind.papers }),
  };
  editKinds.set(kind, made);
  return made;
}

/** What hints say of the lines of the file is not for who fills in its fields. */
const calm = (problem: Problem): Problem =>
  isMissing(problem)
    ? { ...problem, severity: 'remark', hints: problem.hints.filter((hint) => !hint.startsWith('Thêm:')) }
    : problem;

/** Problems as the fields show them: under the form's own paths, their ranges counted in the field's text. */
export const problemsOfFields = (problems: readonly Problem[], form: FormValues): readonly Problem[] =>
  problems.map(calm).map((problem) => {
    const { path, range, ...rest } = problem;
    if (path === undefined) return problem;
    const shown = form.shownPath(path);
    const within = range && form.rangeIn(shown, range);
    return { ...rest, path: shown, ...(within !== undefined && { range: within }) };
  });

/** A stretch of the file as one of a text in it; undefined where it is not in there. */
export function rangeWithin(text: SourceText, range: TextRange): TextRange | undefined {
  const offsetOf = (at: number): number | undefined => {
    const piece = text.pieces.findLast(({ source }) => source <= at);
    const into = piece && at - piece.source;
    if (piece === undefined || into === undefined || into > (piece.sourceLength ?? piece.length))
      return undefined;
    return piece.at + Math.min(into, piece.length);
  };
  const [from, to] = [offsetOf(range.from), offsetOf(range.to)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
