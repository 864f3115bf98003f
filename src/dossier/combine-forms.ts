import type { Form, FormValue } from '../form/form.js';
import type { Dossier, DossierPaper } from './dossier.js';

/** "van_ban.1." */
export const pathOfPaper = ({ list }: Dossier, { index }: DossierPaper): string => `${list.key}.${index}.`;

/**
 * The form behind several papers in one: the main paper's values, and under the key of the list those of every paper. A
 * path of the main paper may stand with or without the list before it.
 */
export function combineForms(dossier: Dossier, main: DossierPaper): Form {
  const { list, papers } = dossier;
  const last = Math.max(...papers.map(({ index }) => index));
  const values = Array.from(
    { length: last + 1 },
    (_, index): FormValue => papers.find((paper) => paper.index === index)?.form.values ?? {},
  );
  const find = (path: string): { readonly paper: DossierPaper; readonly path: string; label: string } => {
    const [key, index, ...rest] = path.split('.');
    const paper = key === list.key ? papers.find((one) => String(one.index) === index) : undefined;
    if (paper === undefined) return { paper: main, path, label: '' };
    return { paper, path: rest.join('.'), label: `${paper.label} > ` };
  };
  return {
    kind: main.form.kind,
    file: dossier.file,
    values: { ...main.form.values, [list.key]: values },
    locate: (path, start, end) => {
      const found = find(path);
      return found.paper.form.locate(found.path, start, end);
    },
    labelOf: (path) => {
      const found = find(path);
      return found.label + found.paper.form.labelOf(found.path);
    },
  };
}
