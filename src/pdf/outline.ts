import { decimal } from '../base/decimal.js';
import { createMemory } from '../base/memory.js';
import type { Bookmark, PagedDocument } from '../typeset/frame.js';
import { arrayOf, dictOf, hexText, refTo } from './object-text.js';
import {
  addObject,
  addWritten,
  nextNumber,
  type PdfFile,
  type WrittenObjects,
  writeApart,
} from './pdf-file.js';

interface Node {
  readonly bookmark: Bookmark;
  readonly number: number;
  readonly parent: Node | undefined;
  /** Nodes before and after it that have the same parent. */
  readonly previous: Node | undefined;
  next: Node | undefined;
  readonly children: Node[];
}

/** How many objects the outline is. */
export const countOutline = ({ bookmarks }: PagedDocument): number =>
  bookmarks.length === 0 ? 0 : bookmarks.length + 1;

/** Outlines of the latest papers: those of a batch have the same headings, some of them a line further down. */
const outlines = createMemory<WrittenObjects>(8);

/**
 * The bookmarks, nested by level: each stands under the nearest one before it of a higher level. Gives the number of the root.
 * `marks`: the document's bookmarks as JSON. `pages`: the numbers of the pages' objects.
 */
export const writeOutline = (
  file: PdfFile,
  document: PagedDocument,
  marks: string,
  pages: readonly number[],
): number | undefined => {
  const count = countOutline(document);
  if (count === 0) return undefined;
  const first = nextNumber(file);
  const heights = document.pages.map(({ height }) => height);
  const key = `${first} ${pages.join()} ${heights.join()} ${marks}`;
  const written = outlines.take(key, () => writeApart(first, (apart) => addOutline(apart, document, pages)));
  addWritten(file, written);
  return first + count - 1;
};

const addOutline = (file: PdfFile, document: PagedDocument, pages: readonly number[]): void => {
  const nodes = nodesOf(document.bookmarks, nextNumber(file));
  const root = nextNumber(file) + nodes.length;
  for (const { bookmark, parent, previous, next, children } of nodes) {
    const page = document.pages[bookmark.page]!;
    const top = decimal(page.height - bookmark.y);
    addObject(
      file,
      dictOf({
        Title: hexText(bookmark.text),
        Parent: refTo(parent?.number ?? root),
        Prev: previous && refTo(previous.number),
        Next: next && refTo(next.number),
        ...family(children),
        Dest: arrayOf([refTo(pages[bookmark.page]!), '/XYZ', 'null', top, 'null']),
      }),
    );
  }
  const roots = nodes.filter(({ parent }) => parent === undefined);
  addObject(file, dictOf({ Type: '/Outlines', ...family(roots) }));
};

/** In the order of the bookmarks, with numbers from `first` on. */
const nodesOf = (bookmarks: readonly Bookmark[], first: number): readonly Node[] => {
  const open: Node[] = [];
  let lastRoot: Node | undefined;
  return bookmarks.map((bookmark, index) => {
    while (open.length > 0 && open.at(-1)!.bookmark.level >= bookmark.level) open.pop();
    const parent = open.at(-1);
    const previous = parent === undefined ? lastRoot : parent.children.at(-1);
    const node: Node = { bookmark, number: first + index, parent, previous, next: undefined, children: [] };
    if (previous !== undefined) previous.next = node;
    if (parent === undefined) lastRoot = node;
    else parent.children.push(node);
    open.push(node);
    return node;
  });
};

const family = (children: readonly Node[]): Record<string, string> =>
  children.length === 0
    ? {}
    : {
        First: refTo(children[0]!.number),
        Last: refTo(children.at(-1)!.number),
        Count: String(countOpen(children)),
      };

/** All are open: a reader shows the whole tree of a paper. */
const countOpen = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => sum + 1 + countOpen(node.children), 0);
