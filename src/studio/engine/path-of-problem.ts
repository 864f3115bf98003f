import { kindOfForm } from '../../compile.js';
import type { TextPlace } from '../../diagnostic/diagnostic.js';
import type { FieldModel } from '../../form/edit/form-model.js';
import { readFormModel } from '../../form/edit/read-form-model.js';
import type { Kind } from '../../kind/kind.js';
import type { FormSource } from '../protocol.js';
import { formText } from './given-files.js';
import { type LabelledFields, pathOfLabel } from './path-of-label.js';

/** Finds the field of a finding of a form: by its label, else by where it stands. */
export function pathOfProblem(
  source: FormSource,
  kinds: readonly Kind[],
): (label: string | undefined, place: TextPlace | undefined) => string | undefined {
  const kind = kindOfForm(formText(source), kinds);
  if (kind === undefined) return () => undefined;
  const definitions = kinds.map(({ definition }) => definition);
  const labelled: LabelledFields = {
    fields: kind.fields,
    ...(kind.papers && {
      papers: { list: kind.papers.list, fields: definitions.map(({ fields }) => fields) },
    }),
  };
  return (label, place) => {
    const named = label === undefined ? undefined : pathOfLabel(labelled, label);
    if (named !== undefined || place === undefined) return named;
    return pathAt(readFormModel(source.text, kind, definitions).fields, place.start);
  };
}

/** The path of the innermost field that stands at a place. */
function pathAt(models: readonly FieldModel[], at: number): string | undefined {
  const found = models.find(({ key, range }) => isIn(key, at) || isIn(range, at));
  if (found === undefined) return undefined;
  return pathAt([...found.parts, ...found.items], at) ?? found.formPath;
}

const isIn = (range: FieldModel['range'], at: number): boolean =>
  range !== undefined && at >= range.from && at <= range.to;
