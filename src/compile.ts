import { besideFile } from './base/beside.js';
import { checkDocument } from './check/check-document.js';
import { checkCitedActs } from './check/cited-acts.js';
import {
  definitionsOf,
  type FormText,
  filesOf,
  finder,
  kindOf,
  namesOf,
  rememberedForm,
} from './compile/opened-form.js';
import type { Diagnostic, Outcome } from './diagnostic/diagnostic.js';
import { hasErrors } from './diagnostic/diagnostic.js';
import { type Gathered, gather } from './diagnostic/gather.js';
import type { Document } from './document/ast.js';
import { assemblePapers, type DraftedPaper, judgedPapers, mergePapers } from './dossier/assemble-papers.js';
import type { Dossier } from './dossier/dossier.js';
import { underName, withoutTwins } from './dossier/findings.js';
import { findLostSettings } from './dossier/lost-settings.js';
import { readDossier, readMainForm } from './dossier/read-dossier.js';
import { checkAgainstSuperior } from './fact/check-superior.js';
import { type FactSheet, factSheet } from './fact/fact-sheet.js';
import { type NamedForm, superiorLayers } from './fact/superior-layers.js';
import type { FontSet } from './font/font.js';
import { type FormFiles, findUnreadFiles } from './form/file-findings.js';
import type { Form } from './form/form.js';
import type { FormLayer } from './form/layer.js';
import { type LayersOf, type OpenForm, openForm, readOpenForm } from './form/read-form.js';
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

export {
  type FormText,
  fieldsOfForm,
  kindOfForm,
  namesLeftIn,
  referencedFiles,
} from './compile/opened-form.js';

export interface CompileContext extends FormFiles {
  /** Rows of a table: their cells win over what the form says, of a dossier also over what its papers say of shared facts. */
  readonly over?: readonly FormLayer[] | undefined;
  /** What a dossier sends with its main paper becomes files of its own (R69). */
  readonly split?: boolean | undefined;
  /**
   * A form with errors gives pages too, as far as it can be shown: what is missing is printed as what is left out, what is
   * wrong as typed. The findings are the same. For looking at only: nothing is made of such a paper.
   */
  readonly draft?: boolean | undefined;
  /** Of those files that are finished papers (DOCX, PDF), by the same names: what `readFacts` finds in them. */
  readonly carriedFacts?: ReadonlyMap<string, Outcome<FactSheet>> | undefined;
  readonly kinds: readonly Kind[];
  readonly profile: Profile;
  readonly fonts: FontSet;
}

/** One finished paper: its facts, its tree, the tree with every figure decided, and its pages on demand. */
export interface Paper {
  /** What tells it from the other papers of its form: "Phông hội nghị"; absent where it is named like the form. */
  readonly label?: string;
  /** Of a dossier: the places in its list of the papers that are in it, the one that it is named after first. */
  readonly items?: readonly number[];
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
  const made = open.kind.papers === undefined ? compilePaper(open, context) : compileDossier(open, context);
  if (made.value !== undefined || context.draft !== true) return made;
  const papers = sketchForm(open, context);
  return { ...(papers.length > 0 && { value: papers }), diagnostics: made.diagnostics };
}

/** The papers of a form with errors; what is found on the way has been found before. */
function sketchForm(open: OpenForm, context: CompileContext): readonly Paper[] {
  const { kinds, over } = context;
  const layers = layersFor(open.file, context, gather());
  if (open.kind.papers === undefined) {
    const form = readOpenForm(open, layers, over, true).value;
    if (form === undefined) return [];
    const kind = kindOf(kinds, form);
    const document = buildDocument(form, kind, true).value;
    const facts = () => factSheet(form, kind.definition);
    const paper = document && finishPaper(form, document, context, facts).value;
    return paper === undefined ? [] : [paper];
  }
  const dossier = readDossier(open, finder(kinds), namesOf(kinds), layers, over, true).value;
  if (dossier === undefined) return [];
  const drafted = dossier.papers.flatMap((paper) => {
    const document = buildDocument(paper.form, kindOf(kinds, paper.form), true).value;
    return document === undefined ? [] : [{ paper, document }];
  });
  return finishDossier(open, dossier, drafted, mergePapers(dossier, drafted), context, gather());
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
  const papers = finishDossier(open, dossier, drafted, whole, context, found);
  return { value: papers, diagnostics: withoutTwins(found.all) };
}

/** The papers of a dossier put together as they go out. */
function finishDossier(
  open: OpenForm,
  dossier: Dossier,
  drafted: readonly DraftedPaper[],
  whole: ReturnType<typeof mergePapers>,
  context: CompileContext,
  found: Gathered,
): readonly Paper[] {
  const slugs = [...new Set([open.kind.slug, ...dossier.papers.map(({ form }) => form.kind)])];
  return assemblePapers(dossier, drafted, whole, context.split === true).flatMap((assembled) => {
    const { definition } = kindOf(context.kinds, assembled.paper.form);
    const facts = () => factSheet(assembled.paper.form, definition);
    const made = found.take(finishPaper(assembled.form, assembled.document, context, facts));
    if (made === undefined) return [];
    const paper = { ...made, kinds: slugs, items: assembled.items };
    return [assembled.isWhole ? paper : { ...paper, label: assembled.paper.fileName || definition.name }];
  });
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
  const document = found.take(buildDocument(form, kind));
  return { ...(document && { value: document }), diagnostics: found.all };
}

/** The words of a paper as a tree. */
function buildDocument(form: Form, kind: Kind, draft = false): Outcome<Document> {
  const found = gather();
  // The kind's template, filled in: markup text.
  const markup = found.take(renderTemplate(kind.template, form.values));
  // The tree, with the official text of its outlines read.
  const raw =
    markup === undefined ? undefined : found.take(parseMarkup(markup, { file: kind.template.file, draft }));
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
