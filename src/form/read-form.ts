import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { normalise } from '../vietnamese/normalise.js';
import type { FieldDefinition, KindFields } from './field.js';
import { findKindOf } from './find-kind.js';
import type { Form } from './form.js';
import { formOfTree } from './form-of-tree.js';
import { inspectEscapes } from './inspect-escapes.js';
import { inspectText } from './inspect-text.js';
import type { FormLayer } from './layer.js';
import { type ItemOf, readFormTree } from './read-form-tree.js';
import { isJson, readJsonTree } from './read-json-tree.js';
import { type Said, saidBy } from './said.js';
import type { MapNode } from './tree.js';

/** A form file whose kind is known, and what was found until then. */
export interface OpenForm {
  readonly kind: KindFields;
  readonly file: string;
  /** In letters and line ends of one form, without what no paper can hold. */
  readonly text: string;
  readonly found: readonly Diagnostic[];
}

export type FindKind = (nameOrSlug: string) => KindFields | undefined;

/** Values under or over a form's own that follow from what is said in it, once its kind is known. */
export type LayersOf = (kind: KindFields, said: Said) => readonly FormLayer[];

const noLayers: LayersOf = () => [];

/**
 * Reads a form file (YAML as staff type it, or JSON) of one of the kinds that `findKind` knows. Every error of the form is
 * reported at once; with one there is no value. Places are offsets into the normalised text (`normalise`); what is found
 * in a layer points to the layer's own place.
 */
export function readForm(
  source: { readonly file: string; readonly text: string },
  findKind: FindKind,
  kindNames: readonly string[],
  layersOf: LayersOf = noLayers,
): Outcome<Form> {
  const { value: open, diagnostics } = openForm(source, findKind, kindNames);
  return open === undefined ? { diagnostics } : readOpenForm(open, layersOf);
}

/** Finds the kind of a form. What was found on the way is in the value, when there is one. */
export function openForm(
  source: { readonly file: string; readonly text: string },
  findKind: FindKind,
  kindNames: readonly string[],
): Outcome<OpenForm> {
  // Letters and line ends are made one form; what no paper can hold is found, and replaced to read on.
  const inspected = inspectText(source.file, normalise(source.text));
  if (inspected.value === undefined) return { diagnostics: inspected.diagnostics };
  const text = { file: source.file, text: inspected.value };
  // Which fields the form has depends on the kind that it names.
  const kind = findKindOf(text, findKind, kindNames);
  if (kind.value === undefined) return failed(inspected.diagnostics, kind.diagnostics);
  return { value: { ...text, kind: kind.value, found: inspected.diagnostics }, diagnostics: [] };
}

/**
 * `over`: rows of a table, whose cells win over what the form says. The same form may be read with ever other ones. A `draft`
 * has a value with errors too; see `read-values.ts`.
 */
export function readOpenForm(
  open: OpenForm,
  layersOf: LayersOf = noLayers,
  over: readonly FormLayer[] = [],
  draft = false,
): Outcome<Form> {
  const { kind, file } = open;
  // The text becomes a tree, the tree raw values at their paths, and these the form's values.
  const tree = treeOfForm(open);
  if (tree.value === undefined) return failed(open.found, tree.diagnostics);
  const layers = [...layersOf(kind, saidBy(tree.value, file, over)), ...over];
  const form = formOfTree(tree.value, kind, file, layers, [], draft);
  const found = open.found.concat(tree.diagnostics, form.diagnostics);
  if (form.value === undefined || (hasErrors(found) && !draft)) return failed(found);
  return { value: form.value, diagnostics: withoutRest(found) };
}

const trees = new WeakMap<OpenForm, Outcome<MapNode>>();

/** The tree of an open form by the fields of its kind, read once. */
export function treeOfForm(open: OpenForm): Outcome<MapNode> {
  const known = trees.get(open) ?? readTree(open, open.kind.fields);
  trees.set(open, known);
  return known;
}

/** The text as a tree; `itemOf` gives items of a list other fields than the list's own. */
export function readTree(
  { file, text }: Pick<OpenForm, 'file' | 'text'>,
  fields: readonly FieldDefinition[],
  itemOf?: ItemOf,
): Outcome<MapNode> {
  const tree = isJson(text) ? readJsonTree({ file, text }) : readFormTree({ file, text }, fields, itemOf);
  if (tree.value === undefined) return tree;
  const { value = tree.value, diagnostics } = inspectEscapes({ file, text }, tree.value);
  return { value, diagnostics: tree.diagnostics.concat(diagnostics) };
}

/** More findings than these are those of a file that is no form; nobody reads them. */
const MAX_FINDINGS = 100;

/** Without a value, and without what follows only from an encoding that could not be read. */
export const failed = (...found: (readonly Diagnostic[])[]): Outcome<never> => ({
  diagnostics: withoutRest(withoutEchoes(found.flat())),
});

/** Errors come first where not all can be told: a form refused for one among many remarks must say so. */
export function withoutRest(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length <= MAX_FINDINGS) return found;
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const ranked = [...found.filter(isError), ...found.filter((one) => !isError(one))];
  const last = ranked[MAX_FINDINGS - 1]!;
  const message = `${last.message} (và ${found.length - MAX_FINDINGS} điểm nữa, không kể ra ở đây)`;
  return [...ranked.slice(0, MAX_FINDINGS - 1), { ...last, message }];
}

/** Where the text is in a legacy encoding its keys cannot be known either: only the encoding is to be mended. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const echoes = new Set(['form/unknown-field', 'form/unknown-kind', 'form/missing', 'form/stray-line']);
  if (!diagnostics.some(({ code }) => code === 'text/legacy-encoding')) return diagnostics;
  return diagnostics.filter(({ code }) => !echoes.has(code));
}
