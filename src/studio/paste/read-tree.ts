import { bulletOf, type ListStyle, listStyle, markOf, numberOf } from './list-marks.js';
import type { PasteLine, Run } from './marked-line.js';
import { isDropped, isElement, type PasteElement, type PasteNode, styleOf, textIn } from './paste-node.js';
import { type PasteRow, readRows } from './read-rows.js';

/** What a page from the clipboard has, in its order. */
export type PasteBlock =
  | { readonly type: 'line'; readonly line: PasteLine }
  | { readonly type: 'table'; readonly rows: readonly PasteRow[] };

/** What an element gives to the text in it. */
interface Around {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly isPre: boolean;
  /** How many lists of bullets are around it. */
  readonly depth: number;
  /** The number of the item around it. */
  readonly above: string;
}

interface Walk {
  readonly blocks: PasteBlock[];
  runs: Run[];
  /** Drawn before the item that is being read, until its first line is there. */
  mark: string;
}

const BLOCKS = new Set([
  ...[
    'p',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'li',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'blockquote',
    'pre',
  ],
  ...[
    'section',
    'article',
    'header',
    'footer',
    'main',
    'aside',
    'nav',
    'figure',
    'figcaption',
    'form',
    'body',
  ],
  ...['html', 'address', 'fieldset', 'center', 'hr', 'caption', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot'],
]);

/** The lines and tables of a page. */
export function readTree(root: PasteNode): readonly PasteBlock[] {
  const walk: Walk = { blocks: [], runs: [], mark: '' };
  read(walk, root, { bold: false, italic: false, isPre: false, depth: 0, above: '' });
  endLine(walk);
  return walk.blocks;
}

function endLine(walk: Walk): void {
  const { runs, mark } = walk;
  walk.runs = [];
  if (!runs.some(({ text }) => text.trim() !== '')) return;
  walk.mark = '';
  walk.blocks.push({ type: 'line', line: { mark, runs } });
}

function read(walk: Walk, node: PasteNode, around: Around): void {
  if (!isElement(node)) addText(walk, node.text, around);
  else if (isDropped(node)) return;
  else if (node.name === 'br') endLine(walk);
  else if (node.name === 'table') readTable(walk, node);
  else if (node.name === 'ol' || node.name === 'ul') readList(walk, node, around);
  else readElement(walk, node, around);
}

function addText(walk: Walk, text: string, { bold, italic, isPre }: Around): void {
  const lines = isPre ? text.split(/\r\n?|\n/) : [text.replace(/[\t\n\r ]+/g, ' ')];
  for (const [at, line] of lines.entries()) {
    if (at > 0) endLine(walk);
    if (line !== '') walk.runs.push({ text: line, bold, italic });
  }
}

function readElement(walk: Walk, element: PasteElement, around: Around): void {
  const style = styleOf(element);
  const list = /\blevel(\d+)\b/.exec(style.get('mso-list') ?? '');
  if (style.get('mso-list') === 'ignore') {
    walk.mark = markOf(textIn(element).replace(/\s+/g, ' '), around.depth);
    return;
  }
  const isBlock = BLOCKS.has(element.name);
  if (isBlock) endLine(walk);
  const inner = {
    ...around,
    bold: boldness(element, style, around.bold),
    italic: slope(element, style, around.italic),
    isPre: around.isPre || element.name === 'pre',
    depth: list ? Number(list[1]) : around.depth,
  };
  for (const child of element.children) read(walk, child, inner);
  if (isBlock) endLine(walk);
  // The number of an empty item is nobody's.
  if (list) walk.mark = '';
}

function boldness({ name }: PasteElement, style: ReadonlyMap<string, string>, around: boolean): boolean {
  const weight = style.get('font-weight') ?? '';
  if (weight !== '' && weight !== 'inherit')
    return weight === 'bold' || weight === 'bolder' || Number.parseInt(weight, 10) >= 600;
  // A heading's own weight is the grammar's to give.
  return around || name === 'b' || name === 'strong';
}

function slope({ name }: PasteElement, style: ReadonlyMap<string, string>, around: boolean): boolean {
  const said = style.get('font-style') ?? '';
  if (said !== '' && said !== 'inherit') return said.startsWith('italic') || said.startsWith('oblique');
  return around || name === 'i' || name === 'em';
}

function readTable(walk: Walk, table: PasteElement): void {
  endLine(walk);
  const rows = readRows(table, linesIn);
  // A frame around one column is no table.
  if (rows.every(({ length }) => length <= 1))
    for (const line of rows.flat(2)) walk.blocks.push({ type: 'line', line });
  else if (rows.flat(2).length > 0) walk.blocks.push({ type: 'table', rows });
}

const linesIn = (node: PasteNode): readonly PasteLine[] =>
  readTree(node).flatMap((block) => (block.type === 'line' ? [block.line] : block.rows.flat(2)));

function readList(walk: Walk, list: PasteElement, around: Around): void {
  endLine(walk);
  const own = listStyle(list.attributes['type'], styleOf(list).get('list-style-type'));
  const style = own ?? (list.name === 'ol' ? 'decimal' : 'bullet');
  const depth = around.depth + (list.name === 'ul' ? 1 : 0);
  let next = integerOf(list.attributes['start']) ?? 1;
  let above = around.above;
  for (const child of list.children) {
    if (!isElement(child) || child.name !== 'li') {
      // Lists that stand right in a list are of its last item.
      read(walk, child, { ...around, depth, above });
      continue;
    }
    if (isDropped(child)) continue;
    const kind = listStyle(child.attributes['type'], styleOf(child).get('list-style-type')) ?? style;
    const value = integerOf(child.attributes['value']) ?? next;
    const mark = drawn(kind, value, depth, around.above);
    if (kind !== 'none' && kind !== 'bullet') next = value + 1;
    if (kind !== 'bullet' && mark !== '') above = mark;
    endLine(walk);
    walk.mark = mark;
    readElement(walk, child, { ...around, depth, above });
    walk.mark = '';
  }
}

const drawn = (style: ListStyle, value: number, depth: number, above: string): string =>
  style === 'bullet' ? bulletOf(depth) : numberOf(style, value, above);

const integerOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
