import type { FormLayer } from '../form/layer.js';
import type { FindKind, OpenForm } from '../form/read-form.js';
import { filesInLayers, filesInTree, namesFiles } from '../form/referenced-files.js';
import { rememberedNodes } from './paper-nodes.js';

/** The files that a dossier's shared facts, its papers and the rows over them name, each once, as typed. */
export function filesOfDossier(
  open: OpenForm,
  findKind: FindKind,
  kindNames: readonly string[],
  over: readonly FormLayer[] = [],
): readonly string[] {
  const list = open.kind.fields.find(({ key }) => key === open.kind.papers?.list);
  const nodes = list && rememberedNodes(open, list, findKind, kindNames).value;
  if (nodes === undefined) return [];
  const shared = { ...nodes.whole, entries: nodes.shared };
  const named = [
    ...filesInTree(shared, nodes.fields),
    ...nodes.papers.flatMap(({ kind, own }) =>
      kind === undefined || !namesFiles(kind.fields) ? [] : filesInTree(own, kind.fields),
    ),
  ];
  return [...new Set([...named, ...filesInLayers(over, nodes.fields)])];
}
