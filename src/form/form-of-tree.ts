import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import { findCheck } from './checks/registry.js';
import { draftValues } from './draft-values.js';
import type { KindFields } from './field.js';
import type { Form } from './form.js';
import { toDiagnostics } from './issues.js';
import { labelOf } from './labels.js';
import type { FormLayer } from './layer.js';
import { type LayeredForm, type Meeting, shapeWithLayers } from './merge-layers.js';
import type { RawPlace } from './raw.js';
import { readValues } from './read-values.js';
import { readValue } from './schema.js';
import { placeIn } from './shape-findings.js';
import { sourceRange } from './source-text.js';
import type { MapNode } from './tree.js';
import { valueAt } from './value-at.js';

/**
 * A tree, with the layers under and over it, as a form of a kind. With an error there is no value. The same tree may be read
 * with ever other layers; `fixed`: the uppermost of those under it, which are the same objects each time. A `draft` has a
 * value with errors too, and no checks are made of it.
 */
export function formOfTree(
  own: MapNode,
  kind: KindFields,
  file: string,
  layers: readonly FormLayer[] = [],
  fixed: readonly FormLayer[] = [],
  draft = false,
): Outcome<Form> {
  const shape = shapeWithLayers(own, layers, kind.fields, file, fixed);
  const { values, issues } = readValues(kind.fields, shape.raw, shape.base);
  const found = shape.diagnostics.concat(toDiagnostics(issues, shape, kind));
  if (draft)
    return { value: toForm(kind, values ?? draftValues(kind.fields, shape.raw), shape), diagnostics: found };
  if (values === undefined || hasErrors(found)) return { diagnostics: found };
  const form = toForm(kind, values, shape);
  return { value: form, diagnostics: found.concat(runChecks(form, kind)) };
}

function toForm(kind: KindFields, values: Form['values'], shape: LayeredForm): Form {
  const placeOf = ({ layer }: RawPlace, start: number, end: number) =>
    placeIn(layer === undefined ? { file: shape.file } : { file: shape.file, layer }, start, end);
  const locate: Locate = (path, start, end) => {
    const found = shape.places.get(path);
    if (found === undefined) return undefined;
    const whole = placeOf(found, found.start, found.end);
    if (start === undefined || found.value === undefined) return whole;
    // A date's or a choice's value is not what was typed: only the whole has a place.
    if (valueAt(values, path) !== found.value.text) return whole;
    const range = sourceRange(found.value, start, end ?? start);
    return range === undefined ? whole : placeOf(found, range.start, range.end);
  };
  const overridden = shape.meetings.flatMap((meeting) => {
    const { path, field, lower, place } = meeting;
    if (isMeant(meeting, shape.places.get(path))) return [];
    const value = readValue(field, lower);
    if (value === undefined || isSame(value, valueAt(values, path))) return [];
    return [{ path, value, place: place && placeOf(place, place.start, place.end) }];
  });
  return {
    kind: kind.slug,
    file: shape.file,
    values,
    locate,
    labelOf: (path) => labelOf(kind.fields, path),
    ...(overridden.length > 0 && { overridden }),
  };
}

/** A row of a table lies over what the form says, as it is there for. */
const isMeant = ({ place }: Meeting, upper: RawPlace | undefined): boolean =>
  upper?.layer?.rank === 'over' &&
  (place?.layer === undefined || place.layer.isOwn === true || place.layer.rank === 'over');

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function runChecks(form: Form, kind: KindFields): readonly Diagnostic[] {
  return kind.checks.flatMap(({ name, parameters }) => findCheck(name)?.check(form, parameters) ?? []);
}
