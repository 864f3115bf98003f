import type { AppendixTitle, AttachedTo, Block, Document, DocumentSection, Title } from '../document/ast.js';
import type { Form } from '../form/form.js';
import { mainLetterhead } from '../resolve/regime.js';
import { combineForms, pathOfPaper } from './combine-forms.js';
import type { Dossier, DossierPaper } from './dossier.js';
import { prefixOrigins } from './prefix-origins.js';

/** A paper of a dossier as a document of its own. */
export interface DraftedPaper {
  readonly paper: DossierPaper;
  readonly document: Document;
}

/** What becomes one file: a paper alone, or the main paper with all that is sent with it. */
export interface AssembledPaper {
  readonly form: Form;
  readonly document: Document;
  /** The paper, or the main one. */
  readonly paper: DossierPaper;
  /** The places in the list of all papers that are in it, `paper` first. */
  readonly items: readonly number[];
  /** Whether it carries the dossier's name alone. */
  readonly isWhole: boolean;
}

/**
 * Puts the papers of a dossier together as they go out: the main paper with what is sent with it as its further sections,
 * and by itself what is sent by itself; with `split` every paper by itself, those that go with the main one knowing it.
 */
export function assemblePapers(
  dossier: Dossier,
  drafted: readonly DraftedPaper[],
  whole: AssembledPaper | undefined,
  split: boolean,
): readonly AssembledPaper[] {
  const main = mainOf(drafted);
  const alone = (one: DraftedPaper, document: Document): AssembledPaper => ({
    form: one.paper.form,
    document,
    paper: one.paper,
    items: [one.paper.index],
    isWhole: false,
  });
  if (main === undefined || whole === undefined) return drafted.map((one) => alone(one, one.document));
  if (split)
    return splitPapers(dossier, main, drafted).map((one) => ({
      ...alone(one, one.document),
      form: formBesideOthers(dossier, one.paper),
    }));
  // A banner goes with the plan as a mock-up, and by itself to whoever prints it.
  const others = drafted.filter(({ paper, document }) => paper.way === 'rieng' || isBanner(document));
  return [whole, ...others.map((one) => alone(one, one.document))];
}

const isBanner = ({ sections }: Document): boolean =>
  sections.some(({ blocks }) => blocks.some(({ type }) => type === 'banner'));

const mainOf = (drafted: readonly DraftedPaper[]): DraftedPaper | undefined =>
  drafted.find(({ paper }) => paper.way === 'van_ban_chinh');

/** The main paper with what is sent with it, whether it becomes one file or not; none where there is no main one. */
export function mergePapers(dossier: Dossier, drafted: readonly DraftedPaper[]): AssembledPaper | undefined {
  const main = mainOf(drafted);
  if (main === undefined) return undefined;
  const sent = drafted.filter((one) => one !== main && one.paper.way !== 'rieng');
  const sections = [main, ...sent].flatMap((one) =>
    prefixOrigins(sectionsAsSent(one).map(withMockUps), pathOfPaper(dossier, one.paper)),
  );
  const form = combineForms(dossier, main.paper);
  // What is filled in by machine is that in whichever paper it stands; all else is as the main paper has it.
  const forms = sent.map(({ document }) => document.settings).find(({ formMode }) => formMode !== undefined);
  const settings = {
    ...main.document.settings,
    ...(forms?.formMode !== undefined && { formMode: forms.formMode }),
    ...(forms?.unitKey !== undefined && { unitKey: forms.unitKey }),
  };
  return {
    form,
    document: { ...main.document, settings, sections },
    paper: main.paper,
    items: [main, ...sent].map(({ paper }) => paper.index),
    isWhole: true,
  };
}

/** The form of a paper that prints words of another paper of its dossier: it finds their fields too. */
const formBesideOthers = (dossier: Dossier, paper: DossierPaper): Form => ({
  ...combineForms(dossier, paper),
  values: paper.form.values,
});

/** The papers as their words are judged: the main one with what is sent with it, whose appendices it must announce (R78). */
export function judgedPapers(
  drafted: readonly DraftedPaper[],
  whole: AssembledPaper | undefined,
): readonly Pick<AssembledPaper, 'form' | 'document' | 'paper'>[] {
  return drafted.map((one) =>
    whole !== undefined && one.paper === whole.paper
      ? whole
      : {
          form: one.paper.form,
          document: { ...one.document, sections: sectionsAsSent(one) },
          paper: one.paper,
        },
  );
}

/** Every paper by itself; what goes with the main one refers to it. */
function splitPapers(
  dossier: Dossier,
  main: DraftedPaper,
  drafted: readonly DraftedPaper[],
): readonly DraftedPaper[] {
  const { kindName, settings } = main.document;
  // What the others print of it leads to its fields, not to theirs.
  const letterhead = prefixOrigins(mainLetterhead(main.document), pathOfPaper(dossier, main.paper));
  const isSent = ({ paper }: DraftedPaper): boolean => paper.way === 'gui_kem' || paper.way === 'phu_luc';
  const withMain = drafted.filter((one) => one === main || isSent(one));
  const count = withMain.reduce((sum, one) => sum + appendixCount(sectionsAsSent(one)), 0);
  let before = 0;
  const attached = (one: DraftedPaper): DraftedPaper => {
    // In a file of its own it is not seen otherwise what it goes with (R80).
    const sections = sectionsAsSent(one).map((section) =>
      section.role === 'enclosure' ? withReferenceLine(section) : section,
    );
    const attachedTo: AttachedTo = {
      kindName,
      ...(letterhead && { letterhead }),
      medium: settings.medium,
      appendices: { before, count },
    };
    before += appendixCount(sections);
    if (one === main) return count === before ? one : { ...one, document: { ...one.document, attachedTo } };
    return { ...one, document: { ...one.document, sections, attachedTo } };
  };
  const made = new Map(withMain.map((one) => [one, attached(one)] as const));
  return drafted.map((one) => made.get(one) ?? one);
}

const appendixCount = (sections: readonly DocumentSection[]): number =>
  sections.filter(({ role }) => role === 'appendix').length;

/**
 * The sections of a paper in the part that they play beside another: a kind that prints itself in that way has done so; of
 * any other the paper itself becomes what is sent, and says with what, or an appendix.
 */
function sectionsAsSent({ paper, document }: DraftedPaper): readonly DocumentSection[] {
  const { sections } = document;
  const change = (into: (section: DocumentSection) => DocumentSection) =>
    sections.map((section) => (section.role === 'main' ? into(section) : section));
  if (paper.way === 'gui_kem')
    return change((section) => withReferenceLine({ ...section, role: 'enclosure' }));
  return paper.way === 'phu_luc' ? change(asAppendix) : sections;
}

const withReferenceLine = (section: DocumentSection): DocumentSection => ({
  ...section,
  blocks: section.blocks.map(
    (block): Block => (block.type === 'title' ? { ...block, hasReferenceLine: true } : block),
  ),
});

/** R84: an appendix has no letterhead and no signature; its reference line says whose it is. */
const asAppendix = (section: DocumentSection): DocumentSection => ({
  ...section,
  role: 'appendix',
  blocks: section.blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'title') return [appendixTitle(block)];
    return ['letterhead', 'signature', 'contact-line'].includes(block.type) ? [] : [block];
  }),
});

const appendixTitle = ({ kindTitle, subject }: Title): AppendixTitle => ({
  type: 'appendix-title',
  title: subject.length === 0 ? kindTitle : [...kindTitle, { type: 'text', text: ' ' }, ...subject],
});

/** Within a paper a banner is a page like the others. */
const withMockUps = (section: DocumentSection): DocumentSection => ({
  ...section,
  blocks: section.blocks.map(
    (block): Block =>
      block.type === 'banner' ? { ...block, print: { ...block.print, isMockUpOnly: true } } : block,
  ),
});
