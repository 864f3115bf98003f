import { besideFile } from './base/beside.js';
import { checkDocument } from './check/check-document.js';
import { checkCitedActs } from './check/cited-acts.js';
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.js';
import { hasErrors } from './diagnostic/diagnostic.js';
import { type Gathered, gather } from './diagnostic/gather.js';
import type { Document } from './document/ast.js';
import { assemblePapers, judgedPapers, mergePapers } from './dossier/assemble-papers.js';
import { filesOfDossier } from './dossier/files-of-dossier.js';
import { underName, withoutTwins } from './dossier/findings.js';
import { findLostSettings } from './dossier/lost-settings.js';
import { fieldsOfDossier, readDossier, readMainForm } from './dossier/read-dossier.js';
import { checkAgainstSuperior } from './fact/check-superior.js';
import { type FactSheet, factSheet } from './fact/fact-sheet.js';
import { type NamedForm, superiorLayers } from './fact/superior-layers.js';
import type { FontSet } from './font/font.js';
import type { FieldDefinition } from './form/field.js';
import { type FormFiles, findUnreadFiles } from './form/file-findings.js';
import type { Form } from './form/form.js';
import type { FormLayer } from './form/layer.js';
import { findLeftNames } from './form/left-names.js';
import {
  type FindKind,
  type LayersOf,
  type OpenForm,
  openForm,
  readOpenForm,
  treeOfForm,
} from './form/read-form.js';
import { filesInLayers, filesOfForm } from './form/referenced-files.js';
import type { Kind } from './kind/kind.js';
import { parseMarkup } from './markup/parse-markup.js';
import { checkUnit } from './organisation/check-unit.js';
import { actsOfOffice, unitLayers, withoutUnitEchoes } from './organisation/use-unit.js';
import { expandOutlines } from './outline/expand-outlines.js';
import type { Profile } from './profile/profile.js';
import { resolveDocument } from './resolve/resolve-document.js';
import type { ResolvedDocument } from './resolve/resolved-document.js';
import { renderTemplate } from './template/render-template.js';
import { printOf } from './typeset/banner/print-banners.js';
import type { PagedDocument } from './typeset/frame.js';
import { layoutDocument } from './typeset/layout-document.js';

export interface CompileContext extends FormFiles {
  /** Rows of a table: their cells win over what the form says, of a dossier also over what its papers say of shared facts. */
  readonly over?: readonly FormLayer[] | undefined;
  /** What a dossier sends with its main paper becomes files of its own (R69). */
  readonly split?: boolean | undefined;
  /** Of those files that are finished papers (DOCX, PDF), by the same names: what `readFacts` finds in them. */
  readonly carriedFacts?: ReadonlyMap<string, Outcome<FactSheet>> | undefined;
  readonly kinds: readonly Kind[];
  readonly profile: Profile;
  readonly fonts: FontSet;
}

/** A form file as text. */
export interface FormText {
  readonly file: string;
  readonly text: string;
}

/** One finished paper: its facts, its tree, the tree with every figure decided, and its pages on demand. */
export interface Paper {
  /** What tells it from the other papers of its form: "Phông hội nghị"; absent where it is named like the form. */
  readonly label?: string;
  readonly form: Form;
  /** The slugs of all kinds that had a part in it. */
  readonly kinds: readonly string[];
  readonly document: Document;
  readonly resolved: ResolvedDocument;
  readonly pages: () => PagedDocument;
  /** Of a paper that is banners to be printed: each on a page of its own size. `pages` are their mock-ups. */
  readonly print?: () => PagedDocument;
  /** What the paper's files carry of its form, as JSON: see `fact/fact-sheet.ts`. */
  readonly facts: () => string;
}

/**
 * The way of a paper: form, markup, document, resolved document; pages when they are asked for. One source object may be
 * compiled with many rows over it: what does not depend on them is done once.
 */
export function compileForm(source: FormText, context: CompileContext): Outcome<readonly Paper[]> {
  const { value: open, diagnostics } = rememberedForm(source, context.kinds);
  if (open === undefined) return { diagnostics };
  return open.kind.papers === undefined ? compilePaper(open, context) : compileDossier(open, context);
}

function compilePaper(open: OpenForm, context: CompileContext): Outcome<readonly Paper[]> {
  const found = gather();
  // The form file, read by the fields of its kind.
  const form = found.take(readOpenForm(open, layersFor(open.file, context, found), context.over));
  if (form === undefined) return { diagnostics: withoutUnitEchoes(withoutTwins(found.all), [open.kind]) };
  const kind = kindOf(context.kinds, form);
  const document = found.take(draftPaper(form, kind, context));
  if (document === undefined) return { diagnostics: withoutTwins(found.all) };
  // What the words of the paper break.
  found.add(judgeWords(form, document, kind.definition.abbreviation, context));
  const paper = found.take(finishPaper(form, document, context, () => factSheet(form, kind.definition)));
  return { ...(paper && { value: [paper] }), diagnostics: found.all };
}

/** The facts of other files that go with a form's own: those of the register of units and of the superior's plan. */
function layersFor(file: string, context: CompileContext, found: Gathered): LayersOf {
  const readSuperior = (source: NamedForm) => readSuperiorForm(source, context);
  return (kind, said) => [
    ...(found.take(unitLayers(kind, said, file, context)) ?? []),
    ...(found.take(superiorLayers(kind, said, file, { ...context, readForm: readSuperior })) ?? []),
  ];
}

/** A superior's form, with what the register says of the unit that it names; of its own superior nothing is wanted. */
function readSuperiorForm({ file, text, typed }: NamedForm, context: CompileContext): Outcome<Form> {
  const [find, names] = [finder(context.kinds), namesOf(context.kinds)];
  const { value: open, diagnostics } = openForm({ file, text }, find, names);
  if (open === undefined) return { diagnostics };
  // Files were loaded under their names beside the form that names the superior's.
  const files = filesOf(open, context.kinds).flatMap((name) => {
    const bytes = context.files?.get(besideFile(typed, name));
    return bytes === undefined ? [] : [[name, bytes] as const];
  });
  const found = gather();
  const layersOf: LayersOf = (kind, said) =>
    found.take(unitLayers(kind, said, file, { files: new Map(files) })) ?? [];
  const form = readMainForm(open, find, names, layersOf);
  const value = hasErrors(found.all) ? undefined : form.value;
  return { ...(value && { value }), diagnostics: found.all.concat(form.diagnostics) };
}

/** A form of several papers that share its facts: each on its way alone until all are documents, then put together. */
function compileDossier(open: OpenForm, context: CompileContext): Outcome<readonly Paper[]> {
  const found = gather();
  const { kinds, over } = context;
  const layers = layersFor(open.file, context, found);
  const dossier = found.take(readDossier(open, finder(kinds), namesOf(kinds), layers, over));
  if (dossier === undefined)
    return { diagnostics: withoutUnitEchoes(withoutTwins(found.all), definitionsOf(kinds)) };
  const drafted = dossier.papers.flatMap((paper) => {
    const { value, diagnostics } = draftPaper(paper.form, kindOf(context.kinds, paper.form), context);
    found.add(underName(diagnostics, paper, open.file));
    return value === undefined ? [] : [{ paper, document: value }];
  });
  if (drafted.length < dossier.papers.length) return { diagnostics: withoutTwins(found.all) };
  // The main paper is judged with what is sent with it, every other one by itself.
  const whole = mergePapers(dossier, drafted);
  for (const { form, document, paper } of judgedPapers(drafted, whole)) {
    const { abbreviation } = kindOf(context.kinds, paper.form).definition;
    found.add(underName(judgeWords(form, document, abbreviation, context), paper, open.file));
  }
  if (context.split !== true) found.add(findLostSettings(drafted, context.profile));
  const slugs = [...new Set([open.kind.slug, ...dossier.papers.map(({ form }) => form.kind)])];
  const papers = assemblePapers(drafted, whole, context.split === true).flatMap((assembled) => {
    const { definition } = kindOf(context.kinds, assembled.paper.form);
    const facts = () => factSheet(assembled.paper.form, definition);
    const made = found.take(finishPaper(assembled.form, assembled.document, context, facts));
    if (made === undefined) return [];
    const paper = { ...made, kinds: slugs };
    return [assembled.isWhole ? paper : { ...paper, label: assembled.paper.fileName || definition.name }];
  });
  return { value: papers, diagnostics: withoutTwins(found.all) };
}

/** A form as a document: the template of its kind filled in, and the official text of its outlines read. */
function draftPaper(form: Form, kind: Kind, context: CompileContext): Outcome<Document> {
  const found = gather();
  // The files that it names.
  found.add(findUnreadFiles(form, kind.definition.fields, context));
  if (hasErrors(found.all)) return { diagnostics: found.all };
  // What it says of the unit that it names, beside the register.
  found.add(checkUnit(form, context));
  // Its own figures beside those of the superior's plan.
  found.add(checkAgainstSuperior(form));
  // The kind's template, filled in: markup text.
  const markup = found.take(renderTemplate(kind.template, form.values));
  // The tree, with the official text of its outlines read.
  const raw =
    markup === undefined ? undefined : found.take(parseMarkup(markup, { file: kind.template.file }));
  const document = raw && found.take(expandOutlines(raw, form.locate, form.labelOf));
  return { ...(document && { value: document }), diagnostics: found.all };
}

/** What a paper's words break: the decree's rules, and the dates of the acts that they cite. */
const judgeWords = (
  form: Form,
  document: Document,
  abbreviation: string | undefined,
  context: CompileContext,
): readonly Diagnostic[] => [
  ...checkDocument(document, abbreviation, form.locate, form.labelOf),
  ...checkCitedActs(document, actsOfOffice(form, context), form.locate, form.labelOf),
];

/** A document with every figure of the decree decided. */
function finishPaper(
  form: Form,
  document: Document,
  context: CompileContext,
  facts: () => string,
): Outcome<Paper> {
  const { value: resolved, diagnostics } = resolveDocument(
    document,
    context.profile,
    context.fonts,
    form.locate,
    context.files,
  );
  if (resolved === undefined) return { diagnostics };
  let paged: PagedDocument | undefined;
  const pages = () => {
    paged ??= layoutDocument(resolved, context.fonts);
    return paged;
  };
  const print = printOf(resolved, context.fonts);
  const paper = { form, kinds: [form.kind], document, resolved, pages, facts };
  return { value: { ...paper, ...(print && { print }) }, diagnostics };
}

interface RememberedForm {
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly open: Outcome<OpenForm>;
}

const opened = new WeakMap<object, RememberedForm>();

/** A form by its source object: opened once, with whatever rows it is compiled. */
function rememberedForm(source: FormText, kinds: readonly Kind[]): Outcome<OpenForm> {
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

const filesOf = (
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

/**
 * Where the form names its own issuing agency in its text, as remarks: for a form under a table that changes the agency.
 * Nothing where the form cannot be read.
 */
export function namesLeftIn(source: FormText, kinds: readonly Kind[]): readonly Diagnostic[] {
  const open = rememberedForm(source, kinds).value;
  const tree = open && treeOfForm(open).value;
  return open === undefined || tree === undefined ? [] : findLeftNames(open, tree, open.kind.fields);
}

const findKind = (kinds: readonly Kind[], slugOrName: string): Kind | undefined =>
  kinds.find(
    ({ definition: { slug, name, aliases = [] } }) =>
      slug === slugOrName || name === slugOrName || aliases.includes(slugOrName),
  );

const finder =
  (kinds: readonly Kind[]): FindKind =>
  (name) =>
    findKind(kinds, name)?.definition;

const definitionsOf = (kinds: readonly Kind[]) => kinds.map(({ definition }) => definition);

const namesOf = (kinds: readonly Kind[]): readonly string[] =>
  kinds.flatMap(({ definition: { name, aliases = [] } }) => [name, ...aliases]);

/** The kind of a form that was read by it. */
function kindOf(kinds: readonly Kind[], form: Form): Kind {
  const kind = findKind(kinds, form.kind);
  if (kind === undefined) throw new Error(`No kind ${form.kind}`);
  return kind;
}
