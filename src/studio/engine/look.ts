import type { Paper } from '../../compile.js';
import { kindOfForm, referencedFiles } from '../../compile.js';
import { documentText } from '../../document/tree-text.js';
import { nd30 } from '../../profile/nd30.js';
import { writeSvg } from '../../svg/write-svg.js';
import { renderTemplate } from '../../template/render-template.js';
import type { Look, LookedPage, LookedPaper, LookRequest } from '../protocol.js';
import { compileSource, type EngineState, problemsOf } from './engine-state.js';
import { findGiven, formText } from './given-files.js';
import { overlayOf } from './overlay.js';
import { labelOfPage, lookedPages } from './page-ids.js';
import { planPaperNames } from './paper-names.js';

/** The pages and problems of a form, wrong or unfinished as it may be. */
export async function look(state: EngineState, request: LookRequest): Promise<Look> {
  const { source, insides } = request;
  const { value: papers = [], diagnostics } = await compileSource(state, source, { draft: true });
  const kind = kindOfForm(formText(source), state.shelf.kinds());
  const named = referencedFiles(formText(source), state.shelf.kinds());
  const wanted = named.filter((name) => findGiven(name, source.given) === undefined);
  return {
    ...(kind !== undefined && { kind: kind.slug }),
    papers: lookedPapers(state, request, papers, kind?.papers?.list),
    problems: problemsOf(state, source, diagnostics),
    ...(wanted.length > 0 && { wanted }),
    ...(insides === true && { insides: insidesOf(state, papers) }),
  };
}

function lookedPapers(
  { fonts, shelf }: EngineState,
  { source, known, overlay }: LookRequest,
  papers: readonly Paper[],
  list: string | undefined,
): readonly LookedPaper[] {
  const ids = new Set(known);
  const isKnown = (id: string): boolean => ids.has(id);
  const names = planPaperNames(papers, source.file);
  const labels = labelsOf(
    papers,
    new Map(shelf.kinds().map(({ definition }) => [definition.slug, definition.name])),
  );
  return papers.map((paper, index) => {
    const over = overlay === true ? overlayOf(paper.resolved, nd30, fonts) : undefined;
    const banners =
      paper.print === undefined ? [] : lookedPages(paper.print(), fonts, isKnown, over, labelOfBanner);
    // Beside the banners as they are printed the sheet that goes round before: what the DOCX has.
    const labelOf = paper.print === undefined ? labelOfPage : labelOfMockUp;
    const pages: readonly LookedPage[] = lookedPages(paper.pages(), fonts, isKnown, over, labelOf);
    return {
      label: labels[index]!,
      name: names[index]!,
      pages: [...banners, ...pages],
      isBanner: paper.print !== undefined,
      ...placesIn(paper, list),
    };
  });
}

/** Where a set says what is in a paper: one that goes out by itself has the fields of its kind, without the list before them. */
function placesIn({ items, label }: Paper, list: string | undefined): Pick<LookedPaper, 'items' | 'under'> {
  if (items === undefined || list === undefined) return {};
  return { items, ...(label !== undefined && { under: `${list}.${items[0]}.` }) };
}

/** People know a paper by its kind; what its file is called tells apart only two of one kind. */
function labelsOf(papers: readonly Paper[], kindNames: ReadonlyMap<string, string>): readonly string[] {
  if (papers.length < 2) return papers.map(() => '');
  const names = papers.map(({ label, form }) =>
    label === undefined ? '' : (kindNames.get(form.kind) ?? label),
  );
  return names.map((name, index) =>
    names.filter((one) => one === name).length > 1 && papers[index]?.label !== name
      ? `${name} (${papers[index]?.label ?? index + 1})`
      : name,
  );
}

const labelOfBanner = ({ numberInSection }: { readonly numberInSection: number }): string =>
  `Phông ${numberInSection}`;

const labelOfMockUp = ({ numberInSection }: { readonly numberInSection: number }): string =>
  `Maket ${numberInSection}`;

/** For who writes templates: of each paper the tree, and the markup that its template gives. */
function insidesOf({ shelf }: EngineState, papers: readonly Paper[]): NonNullable<Look['insides']> {
  const markups = papers.map(({ form }) => {
    const kind = shelf.find(form.kind);
    return kind === undefined ? '' : (renderTemplate(kind.template, form.values).value ?? '');
  });
  return {
    tree: papers.map(({ document }) => documentText(document)).join('\n'),
    markup: markups.join('\n'),
  };
}

/** The first page of a kind's sample as an SVG file; undefined where the sample gives none. */
export async function pictureOf(state: EngineState, slug: string): Promise<string | undefined> {
  const kind = state.shelf.find(slug);
  if (kind === undefined) return undefined;
  const source = { file: 'mau.yaml', text: kind.sample, given: [] };
  const { value } = await compileSource(state, source, { draft: true });
  const paper = value?.[0];
  return paper === undefined ? undefined : writeSvg(paper.pages(), 0, state.fonts);
}
