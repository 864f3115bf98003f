import { type Diagnostic, hasErrors, type Outcome, type Place } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import { normalise } from '../vietnamese/normalise.js';
import { findCheck } from './checks/registry.js';
import type { KindFields } from './field.js';
import { findKindOf } from './find-kind.js';
import type { Form } from './form.js';
import { inspectEscapes } from './inspect-escapes.js';
import { inspectText } from './inspect-text.js';
import { toDiagnostics } from './issues.js';
import { labelOf } from './labels.js';
import { readFormTree } from './read-form-tree.js';
import { isJson, readJsonTree } from './read-json-tree.js';
import { formSchema } from './schema.js';
import type { Shape } from './shape-findings.js';
import { shapeForm } from './shape-form.js';
import { sourceRange } from './source-text.js';
import { valueAt } from './value-at.js';

/**
 * Reads a form file (YAML as staff type it, or JSON) of one of the kinds that `findKind` knows. Every error of the form is
 * reported at once; with one there is no value. Places are offsets into the normalised text (`normalise`).
 */
export function readForm(
  source: { readonly file: string; readonly text: string },
  findKind: (nameOrSlug: string) => KindFields | undefined,
  kindNames: readonly string[],
): Outcome<Form> {
  // Letters and line ends are made one form; what no paper can hold is found, and replaced to read on.
  const inspected = inspectText(source.file, normalise(source.text));
  if (inspected.value === undefined) return { diagnostics: inspected.diagnostics };
  const text = { file: source.file, text: inspected.value };
  // Which fields the form has depends on the kind that it names.
  const kind = findKindOf(text, findKind, kindNames);
  if (kind.value === undefined) return failed(inspected.diagnostics, kind.diagnostics);
  // The text becomes a tree, the tree raw values at their paths, and these the form's values.
  const tree = isJson(text.text) ? readJsonTree(text) : readFormTree(text, kind.value.fields);
  if (tree.value === undefined) return failed(inspected.diagnostics, tree.diagnostics);
  const { value: own = tree.value, diagnostics: escaped } = inspectEscapes(text, tree.value);
  const shape = shapeForm(own, kind.value.fields, source.file);
  const values = formSchema(kind.value.fields).safeParse(shape.raw);
  const issues = toDiagnostics(values.error?.issues ?? [], shape, kind.value);
  const found = inspected.diagnostics.concat(tree.diagnostics, escaped, shape.diagnostics, issues);
  if (values.data === undefined || hasErrors(found)) return failed(found);
  const form = toForm(kind.value, values.data, shape);
  return { value: form, diagnostics: withoutRest(found.concat(runChecks(form, kind.value))) };
}

/** More findings than these are those of a file that is no form; nobody reads them. */
const MAX_FINDINGS = 100;

const failed = (...found: (readonly Diagnostic[])[]): Outcome<Form> => ({
  diagnostics: withoutRest(withoutEchoes(found.flat())),
});

function withoutRest(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const last = found[MAX_FINDINGS - 1];
  if (last === undefined || found.length === MAX_FINDINGS) return found;
  const message = `${last.message} (và ${found.length - MAX_FINDINGS} điểm nữa, không kể ra ở đây)`;
  return [...found.slice(0, MAX_FINDINGS - 1), { ...last, message }];
}

/** Where the text is in a legacy encoding its keys cannot be known either: only the encoding is to be mended. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const echoes = new Set(['form/unknown-field', 'form/unknown-kind', 'form/missing', 'form/stray-line']);
  if (!diagnostics.some(({ code }) => code === 'text/legacy-encoding')) return diagnostics;
  return diagnostics.filter(({ code }) => !echoes.has(code));
}

function toForm(kind: KindFields, values: Form['values'], shape: Shape): Form {
  const locate: Locate = (path, start, end) => {
    const found = shape.places.get(path);
    if (found === undefined) return undefined;
    const whole: Place = { file: shape.file, start: found.start, end: found.end };
    if (start === undefined || found.value === undefined) return whole;
    // A date's or a choice's value is not what was typed: only the whole has a place.
    if (valueAt(values, path) !== found.value.text) return whole;
    const range = sourceRange(found.value, start, end ?? start);
    return range === undefined ? whole : { file: shape.file, ...range };
  };
  return { kind: kind.slug, file: shape.file, values, locate, labelOf: (path) => labelOf(kind.fields, path) };
}

function runChecks(form: Form, kind: KindFields): Diagnostic[] {
  return kind.checks.flatMap(({ name, parameters }) => findCheck(name)?.check(form, parameters) ?? []);
}
