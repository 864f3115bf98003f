import { hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import type { Form } from '../form/form.js';
import { formOfTree } from '../form/form-of-tree.js';
import type { FormLayer } from '../form/layer.js';
import {
  type FindKind,
  failed,
  type LayersOf,
  type OpenForm,
  readOpenForm,
  withoutRest,
} from '../form/read-form.js';
import { ownTree, saidBy } from '../form/said.js';
import type { Dossier, DossierPaper } from './dossier.js';
import { contradictions, type FoundInPaper, joinFindings, unusedFacts } from './findings.js';
import { rememberedNodes } from './paper-nodes.js';
import { listOf, type PreparedDossier, type PreparedPaper, rememberedDossier } from './prepare-dossier.js';
import { renamedLayer, shareableFields, sharedWith } from './shared-facts.js';

/** A row over a dossier, and what follows from it. */
interface Reading {
  readonly dossier: PreparedDossier;
  readonly layersOf: LayersOf;
  /** What follows for the shared facts, as far as a paper takes it under another key. */
  readonly whole: readonly FormLayer[];
  readonly over: readonly FormLayer[];
  readonly draft: boolean;
}

/**
 * Reads the form of a dossier: for each item of its list a form of the item's kind, with the shared facts under what the
 * item says itself. A shared fact goes to every kind that has a field of its key. `over`: rows of a table, which win over
 * the shared facts and over what a paper says of them itself. Every error of every paper is reported at once, under the
 * paper's name; with one there is no value, but of a `draft`.
 */
export function readDossier(
  open: OpenForm,
  findKind: FindKind,
  kindNames: readonly string[],
  layersOf: LayersOf = () => [],
  over: readonly FormLayer[] = [],
  draft = false,
): Outcome<Dossier> {
  const { value: dossier, diagnostics } = rememberedDossier(open, findKind, kindNames);
  if (dossier === undefined) return failed(open.found, diagnostics);
  const { nodes, list } = dossier;
  const said = saidBy({ ...nodes.whole, entries: nodes.shared }, open.file, over);
  const whole = layersOf(open.kind, said);
  const read = dossier.papers.map((paper) => readPaper({ dossier, layersOf, whole, over, draft }, paper));
  const found = dossier.found.concat(
    unusedFacts(open, dossier.papers, said),
    joinFindings(
      dossier,
      read.map(({ diagnostics: own }): FoundInPaper => own),
    ),
  );
  if (hasErrors(found) && !draft) return failed(found);
  const papers = read.flatMap(({ value }) => value ?? []);
  return {
    value: { file: open.file, list, papers },
    diagnostics: withoutRest(found.concat(contradictions(dossier, papers))),
  };
}

/** The form of a paper by itself, or of the main paper of a dossier. */
export function readMainForm(
  open: OpenForm,
  findKind: FindKind,
  kindNames: readonly string[],
  layersOf: LayersOf,
): Outcome<Form> {
  if (open.kind.papers === undefined) return readOpenForm(open, layersOf);
  const dossier = readDossier(open, findKind, kindNames, layersOf);
  const main = dossier.value?.papers.find(({ way }) => way === 'van_ban_chinh');
  return { ...(main && { value: main.form }), diagnostics: dossier.diagnostics };
}

/** The fields by which a row of a table may set what the papers of a dossier share. */
export function fieldsOfDossier(
  open: OpenForm,
  findKind: FindKind,
  kindNames: readonly string[],
): Outcome<readonly FieldDefinition[]> {
  const { value, diagnostics } = rememberedNodes(open, listOf(open.kind), findKind, kindNames);
  if (value === undefined) return failed(open.found, diagnostics);
  const kinds = value.papers.flatMap(({ kind }) => kind ?? []);
  return { value: shareableFields(open.kind, kinds), diagnostics: [] };
}

function readPaper(
  { dossier: { open, nodes }, layersOf, whole, over, draft }: Reading,
  paper: PreparedPaper | undefined,
): Outcome<DossierPaper> {
  if (paper === undefined) return { diagnostics: [] };
  const { index, kind, plain, own, way, fileName, label, fixed, shared, notShared } = paper;
  const rows = over.map(
    (layer): FormLayer => ({
      ...layer,
      tree: { ...layer.tree, entries: sharedWith(plain, layer.tree.entries, nodes.fields, notShared) },
    }),
  );
  const renamed = whole.map((layer) => renamedLayer(plain, layer));
  const said = [...saidBy(own, open.file, rows), ownTree(shared, open.file)];
  const layers = [...renamed, ...layersOf(plain, said), ...rows];
  const { value: form, diagnostics } = formOfTree(own, kind, open.file, layers, fixed, draft);
  if (form === undefined) return { diagnostics };
  return { value: { index, kind, form, way, fileName, label }, diagnostics };
}
