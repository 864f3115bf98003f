import { sameName } from '../../batch/file-name.js';
import { type NamedPaper, paperOrders, paperStem } from '../../batch/paper-name.js';
import { nameOfPaper } from '../../batch/ready-paper.js';
import type { Paper } from '../../compile.js';

/**
 * The names of a form's papers, without extension, as `render --name` gives them. Two that come to one name are told apart
 * by what tells the papers apart: nobody can be asked for another name here.
 */
export function planPaperNames(papers: readonly Paper[], file: string): readonly string[] {
  const named = papers.map(
    (paper): NamedPaper => ({
      ...(paper.label !== undefined && { label: paper.label }),
      name: nameOfPaper(paper),
    }),
  );
  const formName = nameOfForm(file);
  const orders = paperOrders(named);
  const stems = named.map((paper, index) =>
    paperStem(paper, { formName, byName: true, order: orders[index] }),
  );
  const taken = new Set<string>();
  return stems.map((stem, index) => {
    let name = stem;
    if (taken.has(sameName(name)))
      name = paperStem(named[index]!, { formName: stem, byName: false, order: index + 1 });
    for (let copy = 2; taken.has(sameName(name)); copy += 1) name = `${stem}-${copy}`;
    taken.add(sameName(name));
    return name;
  });
}

/** "ke-hoach" of "cong-doan/ke-hoach.yaml". */
export const nameOfForm = (file: string): string =>
  (file.replaceAll('\\', '/').split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/u, '') || 'van-ban';
