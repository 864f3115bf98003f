import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { sameName } from './file-name.js';
import type { PlannedFiles } from './make-files.js';
import { paperFiles, paperOrders, paperStem } from './paper-name.js';
import type { OutputFormat, ReadyPaper } from './ready-paper.js';

/**
 * The files of a unit, below the output folder, with "/": `stem` with an extension for one paper; for several, and for
 * banners, a folder of that name in which they are called as `render` calls them.
 */
export function planUnitFiles(
  papers: readonly ReadyPaper[],
  formName: string,
  stem: string,
  formats: readonly OutputFormat[],
): Outcome<readonly PlannedFiles[]> {
  const [only] = papers;
  const isOneFile = papers.length === 1 && only?.parts === undefined;
  const stems = isOneFile ? [stem] : paperStems(papers, formName, false).map((name) => `${stem}/${name}`);
  return planPaperFiles(papers, formName, stems, formats);
}

/** The stems of a form's papers, in their order. */
export function paperStems(
  papers: readonly ReadyPaper[],
  formName: string,
  byName: boolean,
): readonly string[] {
  const orders = paperOrders(papers);
  return papers.map((paper, index) => paperStem(paper, { formName, byName, order: orders[index] }));
}

/** The files of a form's papers by their stems; without a value two of them have one name. */
export function planPaperFiles(
  papers: readonly ReadyPaper[],
  formName: string,
  stems: readonly string[],
  formats: readonly OutputFormat[],
): Outcome<readonly PlannedFiles[]> {
  const value = papers.flatMap((paper, index) =>
    formats.map((format) => ({ paper, format, paths: paperFiles(stems[index]!, format, paper) })),
  );
  const seen = new Set<string>();
  const twin = value
    .flatMap(({ paths }) => paths)
    .find((path) => seen.size === seen.add(sameName(path)).size);
  return twin === undefined
    ? { value, diagnostics: [] }
    : { diagnostics: [sameOutput(formName, twin.slice(twin.lastIndexOf('/') + 1))] };
}

/** Two papers of one form whose files have one name. */
export const sameOutput = (form: string, name: string): Diagnostic => ({
  code: 'cli/same-output',
  severity: 'error',
  message: `"${form}" cho hai tệp kết quả cùng tên "${name}"`,
  hints: ['Ghi "Tên tệp" khác nhau cho các văn bản đó trong bộ văn bản'],
});
