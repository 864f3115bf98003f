import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { filesOfDossier } from '../dossier/files-of-dossier.js';
import { fieldsOfDossier } from '../dossier/read-dossier.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import type { Form } from '../form/form.js';
import type { FormLayer } from '../form/layer.js';
import { findLeftNames } from '../form/left-names.js';
import { type FindKind, type OpenForm, openForm, treeOfForm } from '../form/read-form.js';
import { filesInLayers, filesOfForm } from '../form/referenced-files.js';
import type { Kind } from '../kind/kind.js';

/** A form file as text. */
export interface FormText {
  readonly file: string;
  readonly text: string;
}

interface RememberedForm {
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly open: Outcome<OpenForm>;
}

const opened = new WeakMap<object, RememberedForm>();

/** A form by its source object: opened once, with whatever rows it is compiled. */
export function rememberedForm(source: FormText, kinds: readonly Kind[]): Outcome<OpenForm> {
  const known = opened.get(source);
  if (known?.text === source.text && known.kinds === kinds) return known.open;
  const open = openForm(source, finder(kinds), namesOf(kinds));
  opened.set(source, { text: source.text, kinds, open });
  return open;
}

/**
 * The files that a form and the rows over it name, as typed: to be loaded and given to `compileForm` with the context. All
 * lie where the form lies.
 */
export const referencedFiles = (
  source: FormText,
  kinds: readonly Kind[],
  over: readonly FormLayer[] = [],
): readonly string[] => {
  const open = rememberedForm(source, kinds).value;
  return open === undefined ? [] : filesOf(open, kinds, over);
};

export const filesOf = (
  open: OpenForm,
  kinds: readonly Kind[],
  over: readonly FormLayer[] = [],
): readonly string[] =>
  open.kind.papers === undefined
    ? [...new Set([...filesOfForm(open), ...filesInLayers(over, open.kind.fields)])]
    : filesOfDossier(open, finder(kinds), namesOf(kinds), over);

/** The fields that a row over a form may set: its own, or of a dossier those that its papers share. */
export function fieldsOfForm(source: FormText, kinds: readonly Kind[]): Outcome<readonly FieldDefinition[]> {
  const { value: open, diagnostics } = rememberedForm(source, kinds);
  if (open === undefined) return { diagnostics };
  if (open.kind.papers === undefined) return { value: open.kind.fields, diagnostics: [] };
  return fieldsOfDossier(open, finder(kinds), namesOf(kinds));
}

/** The kind that a form says it is of. */
export const kindOfForm = (source: FormText, kinds: readonly Kind[]): KindFields | undefined =>
  rememberedForm(source, kinds).value?.kind;

/**
 * Where the form names its own issuing agency in its text, as remarks: for a form under a table that changes the agency.
 * Nothing where the form cannot be read.
 */
export function namesLeftIn(source: FormText, kinds: readonly Kind[]): readonly Diagnostic[] {
  const open = rememberedForm(source, kinds).value;
  const tree = open && treeOfForm(open).value;
  return open === undefined || tree === undefined ? [] : findLeftNames(open, tree, open.kind.fields);
}

export const findKind = (kinds: readonly Kind[], slugOrName: string): Kind | undefined =>
  kinds.find(
    ({ definition: { slug, name, aliases = [] } }) =>
      slug === slugOrName || name === slugOrName || aliases.includes(slugOrName),
  );

export const finder =
  (kinds: readonly Kind[]): FindKind =>
  (name) =>
    findKind(kinds, name)?.definition;

export const definitionsOf = (kinds: readonly Kind[]) => kinds.map(({ definition }) => definition);

export const namesOf = (kinds: readonly Kind[]): readonly string[] =>
  kinds.flatMap(({ definition: { name, aliases = [] } }) => [name, ...aliases]);

/** The kind of a form that was read by it. */
export function kindOf(kinds: readonly Kind[], form: Form): Kind {
  const kind = findKind(kinds, form.kind);
  if (kind === undefined) throw new Error(`No kind ${form.kind}`);
  return kind;
}
