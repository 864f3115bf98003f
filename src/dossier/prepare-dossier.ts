import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import type { Form } from '../form/form.js';
import { formOfTree } from '../form/form-of-tree.js';
import { keyTable } from '../form/key-table.js';
import { buildLayer, type FormLayer, layerText } from '../form/layer.js';
import type { FindKind, OpenForm } from '../form/read-form.js';
import { ownTree } from '../form/said.js';
import { shapeForm } from '../form/shape-form.js';
import type { MapNode, YamlNode } from '../form/tree.js';
import type { DossierPaper, WayOfSending } from './dossier.js';
import { type DossierNodes, type PaperNode, rememberedNodes } from './paper-nodes.js';
import { sharedWith } from './shared-facts.js';

/** How many papers a dossier may have: each is laid out whole. */
const MAX_PAPERS = 50;

/** What a dossier's form says whatever rows lie over it: read once of each open form. */
export interface PreparedDossier {
  readonly open: OpenForm;
  readonly nodes: DossierNodes;
  readonly list: FieldDefinition;
  readonly papers: readonly (PreparedPaper | undefined)[];
  readonly found: readonly Diagnostic[];
}

/** A paper whose kind is known, with all that lies under its own values in every reading. */
export interface PreparedPaper extends Omit<DossierPaper, 'form'> {
  /** The kind without the fields of the list's items. */
  readonly plain: KindFields;
  readonly own: MapNode;
  readonly fixed: readonly FormLayer[];
  /** What it takes of the shared facts. */
  readonly shared: MapNode;
  /** Shared facts that are none of its affair. */
  readonly notShared: readonly string[];
}

const prepared = new WeakMap<OpenForm, Outcome<PreparedDossier>>();

/** A dossier's form without rows over it, read once; `findKind` knows the kinds by which it was opened. */
export function rememberedDossier(
  open: OpenForm,
  findKind: FindKind,
  kindNames: readonly string[],
): Outcome<PreparedDossier> {
  const dossier = prepared.get(open) ?? prepareDossier(open, findKind, kindNames);
  prepared.set(open, dossier);
  return dossier;
}

function prepareDossier(
  open: OpenForm,
  findKind: FindKind,
  kindNames: readonly string[],
): Outcome<PreparedDossier> {
  const { kind, file } = open;
  const list = listOf(kind);
  const { value: nodes, diagnostics } = rememberedNodes(open, list, findKind, kindNames);
  if (nodes === undefined) return { diagnostics };
  let found = open.found.concat(diagnostics);

  // What the list says of its papers: how they are sent, and what their files are called.
  const said = formOfTree(
    listAlone(nodes.whole, list),
    { ...kind, fields: [kindless(list)], checks: [] },
    file,
  );
  found = found.concat(said.diagnostics);
  const ways = said.value === undefined ? undefined : waysOf(said.value, list.key);
  if (said.value !== undefined && ways !== undefined)
    found = found.concat(findMain(said.value, list.key, ways), tooMany(said.value, list, ways));

  // A key that neither the dossier nor any of its papers knows.
  if (nodes.papers.every((paper) => paper.kind !== undefined))
    found = found.concat(unknownFacts(nodes, file));

  // Of too many papers, which are refused, no more are read than are ever made.
  const papers = nodes.papers
    .slice(0, MAX_PAPERS)
    .map((node, index) =>
      preparePaper(open, nodes, list, node, index, ways?.[index] ?? 'gui_kem', said.value),
    );
  return { value: { open, nodes, list, papers, found }, diagnostics: [] };
}

function preparePaper(
  open: OpenForm,
  nodes: DossierNodes,
  list: FieldDefinition,
  { kind, own }: PaperNode,
  index: number,
  way: WayOfSending,
  said: Form | undefined,
): PreparedPaper | undefined {
  if (kind === undefined) return undefined;
  const notShared = way === 'van_ban_chinh' ? [] : (open.kind.papers?.mainOnly ?? []);
  const shared = { ...nodes.whole, entries: sharedWith(kind, nodes.shared, nodes.fields, notShared) };
  const { placeOf } = ownTree(shared, open.file);
  const label = `${list.label} (mục ${index + 1})`;
  const typed = said?.values[list.key];
  const item = Array.isArray(typed) ? (typed[index] as Form['values'] | undefined) : undefined;
  const fileName = String(item?.['ten_tep'] ?? '');
  const fixed: readonly FormLayer[] = [
    ...presentation(kind, way),
    { rank: 'under', tree: shared, placeOf, isOwn: true },
  ];
  return {
    index,
    kind: withItemFields(kind, list),
    plain: kind,
    own,
    way,
    fileName,
    label,
    fixed,
    shared,
    notShared,
  };
}

/** The field that is a dossier's list of papers. */
export function listOf({ slug, fields, papers }: KindFields): FieldDefinition {
  const list = fields.find(({ key }) => key === papers?.list);
  if (list?.item === undefined) throw new Error(`${slug} has no list of papers`);
  return list;
}

/** A kind that can be printed in several ways is told how it is sent; the form may say otherwise. */
function presentation(kind: KindFields, way: WayOfSending): readonly FormLayer[] {
  const field = kind.fields.find(({ key }) => key === 'cach_trinh_bay');
  if (field?.choices?.some(({ value }) => value === way) !== true) return [];
  return [buildLayer('under', { cach_trinh_bay: layerText(way, undefined) })];
}

const withItems = new WeakMap<KindFields, { readonly list: FieldDefinition; readonly kind: KindFields }>();

/** A kind with the fields that every item of the list has; made once, since schemas are kept by their fields. */
function withItemFields(kind: KindFields, list: FieldDefinition): KindFields {
  const known = withItems.get(kind);
  if (known?.list === list) return known.kind;
  const table = keyTable(kind.fields);
  const more = (list.item?.fields ?? []).filter(({ key }) => table.find(key) === undefined);
  const made = { ...kind, fields: [...kind.fields, ...more] };
  withItems.set(kind, { list, kind: made });
  return made;
}

/** The list of papers with nothing in its items but what every item may say. */
function listAlone(whole: MapNode, list: FieldDefinition): MapNode {
  const items = keyTable(list.item?.fields ?? []);
  const trimmed = (node: YamlNode): YamlNode =>
    node.type === 'map'
      ? { ...node, entries: node.entries.filter(({ key }) => items.find(key.value.text) !== undefined) }
      : node;
  const entries = whole.entries
    .filter(({ key }) => keyTable([list]).find(key.value.text) !== undefined)
    .map(({ key, value }) => ({
      key,
      value: value.type === 'list' ? { ...value, items: value.items.map(trimmed) } : value,
    }));
  return { ...whole, entries };
}

/** That an item names no kind has been said where its kind was looked for. */
const kindless = (list: FieldDefinition): FieldDefinition => ({
  ...list,
  ...(list.item && {
    item: { ...list.item, fields: (list.item.fields ?? []).map((field) => ({ ...field, required: false })) },
  }),
});

const itemsIn = (form: Form, list: string): readonly Form['values'][] => {
  const value = form.values[list];
  return Array.isArray(value) ? (value as Form['values'][]) : [];
};

/** As the form says; where it does not, the first paper is the main one and the others go with it. */
function waysOf(form: Form, list: string): readonly WayOfSending[] {
  const typed = itemsIn(form, list).map((item) => item['cach_gui'] as WayOfSending | '');
  const hasMain = typed.includes('van_ban_chinh');
  return typed.map((way, index) => way || (index === 0 && !hasMain ? 'van_ban_chinh' : 'gui_kem'));
}

/** One main paper, or none where nothing goes with it. */
function findMain(form: Form, list: string, ways: readonly WayOfSending[]): readonly Diagnostic[] {
  const mains = ways.flatMap((way, index) => (way === 'van_ban_chinh' ? [index] : []));
  const sent = ways.findIndex((way) => way === 'gui_kem' || way === 'phu_luc');
  const [wrong, message] =
    mains.length > 1
      ? [mains[1]!, `Bộ văn bản có ${mains.length} văn bản chính, chỉ được một`]
      : mains.length === 0 && sent >= 0
        ? [sent, 'Bộ văn bản có văn bản gửi kèm nhưng không có văn bản chính']
        : [-1, ''];
  if (wrong < 0) return [];
  const place = form.locate(`${list}.${wrong}.cach_gui`) ?? form.locate(`${list}.${wrong}`);
  return [
    {
      code: 'dossier/main-paper',
      severity: 'error',
      message,
      ...(place && { place }),
      field: form.labelOf(`${list}.${wrong}.cach_gui`),
      hints: ['Ghi "Cách gửi: văn bản chính" ở đúng một mục; mục khác ghi gửi kèm, phụ lục hoặc riêng'],
    },
  ];
}

function tooMany(form: Form, list: FieldDefinition, ways: readonly WayOfSending[]): readonly Diagnostic[] {
  if (ways.length <= MAX_PAPERS) return [];
  const place = form.locate(`${list.key}.${MAX_PAPERS}`);
  const message = `"${list.label}" có ${ways.length} mục, một bộ văn bản chỉ làm được ${MAX_PAPERS} văn bản`;
  return [
    {
      code: 'dossier/too-many',
      severity: 'error',
      message,
      ...(place && { place }),
      hints: ['Chia thành nhiều bộ văn bản, mỗi bộ một tệp'],
    },
  ];
}

function unknownFacts({ whole, shared, fields }: DossierNodes, file: string): readonly Diagnostic[] {
  const table = keyTable(fields);
  const entries = shared.filter(({ key }) => table.find(key.value.text) === undefined);
  return entries.length === 0 ? [] : shapeForm({ ...whole, entries }, fields, file).diagnostics;
}
