import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib/cjs/core/index.js';
import { decimal } from '../base/decimal.js';
import { createMemory } from '../base/memory.js';
import type { Bookmark, PagedDocument } from '../typeset/frame.js';

interface Node {
  readonly bookmark: Bookmark;
  readonly ref: PDFRef;
  readonly children: Node[];
}

/** Headings that papers of a batch have in common. */
const titles = createMemory<PDFHexString>(300);

/** The bookmarks, nested by level: each stands under the nearest one before it of a higher level. */
export const writeOutline = (
  context: PDFContext,
  document: PagedDocument,
  pages: readonly PDFRef[],
): PDFRef | undefined => {
  if (document.bookmarks.length === 0) return undefined;
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const bookmark of document.bookmarks) {
    const node: Node = { bookmark, ref: context.nextRef(), children: [] };
    while (open.length > 0 && open.at(-1)!.bookmark.level >= bookmark.level) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  const root = context.nextRef();
  const write = (nodes: readonly Node[], parent: PDFRef): void => {
    nodes.forEach((node, index) => {
      const { bookmark, children } = node;
      const page = document.pages[bookmark.page]!;
      const top = Number(decimal(page.height - bookmark.y));
      write(children, node.ref);
      context.assign(
        node.ref,
        context.obj({
          Title: titles.take(bookmark.text, () => PDFHexString.fromText(bookmark.text)),
          Parent: parent,
          ...(index > 0 ? { Prev: nodes[index - 1]!.ref } : {}),
          ...(index + 1 < nodes.length ? { Next: nodes[index + 1]!.ref } : {}),
          ...family(children),
          Dest: [pages[bookmark.page]!, 'XYZ', null, top, null],
        }),
      );
    });
  };
  write(roots, root);
  context.assign(root, context.obj({ Type: 'Outlines', ...family(roots) }));
  return root;
};

const family = (children: readonly Node[]): Record<string, PDFRef | number> =>
  children.length === 0
    ? {}
    : { First: children[0]!.ref, Last: children.at(-1)!.ref, Count: countOpen(children) };

/** All are open: a reader shows the whole tree of a paper. */
const countOpen = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => sum + 1 + countOpen(node.children), 0);
