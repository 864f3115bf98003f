import { decimal } from '../../base/decimal.js';
import { escapeXml } from '../../base/escape-xml.js';
import { twipToPt } from '../../base/lengths.js';
import type { FontSet } from '../../font/font.js';
import type { Profile } from '../../profile/profile.js';
import type { ResolvedDocument, Sheet } from '../../resolve/resolved-document.js';
import type { Page, PageItem, RuleItem, TextItem } from '../../typeset/frame.js';
import type { DrawOver } from './page-ids.js';

const MM_PER_PT = 25.4 / 72;

/** Colours that are told apart on black print: margins, blocks, lines of writing, drawn lines. */
const COLORS = { margin: '1d6fb8', block: 'b8431d', baseline: '3a9d5d', rule: '8a3ab8' } as const;
/** Of the notes, in points. */
const NOTE = 6;

/** What stands together on a page in one style. */
interface Block {
  readonly style: TextItem['style'];
  readonly items: TextItem[];
}

/** For who writes templates: margins, blocks with the rule that sets them and their size, baselines, lengths of drawn lines. */
export const overlayOf =
  (document: ResolvedDocument, profile: Profile, fonts: FontSet): DrawOver =>
  (page) => {
    const sheet = document.sections[page.section]?.sheet;
    const parts = [
      ...(sheet === undefined || page.print !== undefined ? [] : marginNotes(page, sheet)),
      ...blocksOn(page.items).flatMap((block) => blockNotes(block, profile, fonts)),
      ...page.items.filter((item) => item.type === 'rule').map(ruleNote),
    ];
    return `<g class="overlay" pointer-events="none" font-family="sans-serif" font-size="${NOTE}">\n${parts.join('')}</g>\n`;
  };

/** R5: the sheet; R7: its margins. */
function marginNotes({ width, height }: Page, { margins }: Sheet): readonly string[] {
  const top = twipToPt(margins.top);
  const right = twipToPt(margins.right);
  const bottom = twipToPt(margins.bottom);
  const left = twipToPt(margins.left);
  const inside = { x: left, y: top, width: width - left - right, height: height - top - bottom };
  const words = `R7 lề trên ${mm(top)}, dưới ${mm(bottom)}, trái ${mm(left)}, phải ${mm(right)} mm`;
  return [
    box(inside, COLORS.margin, true),
    note(left, top - 3, words, COLORS.margin),
    note(3, NOTE + 2, `R5 khổ giấy ${mm(width)} × ${mm(height)} mm`, COLORS.margin),
  ];
}

/** Texts of one style that follow each other, as long as a line is not further below than the one before it was. */
function blocksOn(items: readonly PageItem[]): readonly Block[] {
  const blocks: Block[] = [];
  let gap: number | undefined;
  for (const item of items) {
    if (item.type !== 'text' || item.text.trim() === '') continue;
    const open = blocks.at(-1);
    const last = open?.items.at(-1);
    const down = last === undefined ? 0 : item.y - last.y;
    const goesOn =
      open?.style === item.style &&
      down >= 0 &&
      (down === 0 || gap === undefined || Math.abs(down - gap) < 0.5);
    if (!goesOn) {
      blocks.push({ style: item.style, items: [item] });
      gap = undefined;
      continue;
    }
    open.items.push(item);
    if (down > 0) gap = down;
  }
  return blocks;
}

function blockNotes({ style, items }: Block, profile: Profile, fonts: FontSet): readonly string[] {
  const left = Math.min(...items.map(({ x }) => x));
  const right = Math.max(...items.map(({ x, width }) => x + width));
  const top = Math.min(...items.map((item) => item.y - heightOf(item, fonts, 'ascent')));
  const bottom = Math.max(...items.map((item) => item.y - heightOf(item, fonts, 'descent')));
  const sizes = [...new Set(items.map(({ size }) => decimal(size).replace('.', ',')))].join(', ');
  const { label, rule } = profile.styles[style];
  const baselines = [...new Set(items.map(({ y }) => y))];
  return [
    box({ x: left, y: top, width: right - left, height: bottom - top }, COLORS.block, false),
    note(right + 2, top + NOTE, `${rule} ${label} ${sizes} pt`, COLORS.block, true),
    ...baselines.map((y) => line(left, y, right, y, COLORS.baseline)),
  ];
}

const heightOf = ({ face, size }: TextItem, { faces }: FontSet, edge: 'ascent' | 'descent'): number =>
  (faces[face].metrics[edge] * size) / faces[face].metrics.unitsPerEm;

/** How long a drawn line is, beside its end. */
function ruleNote({ x0, y0, x1, y1 }: RuleItem): string {
  const length = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  return y0 === y1 ? note(Math.max(x0, x1) + 2, y0 + NOTE / 3, `${mm(length)} mm`, COLORS.rule) : '';
}

const box = (
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  color: string,
  isDashed: boolean,
): string =>
  `<rect x="${decimal(x)}" y="${decimal(y)}" width="${decimal(width)}" height="${decimal(height)}" fill="none" stroke="#${color}" stroke-width="0.4"${isDashed ? ' stroke-dasharray="3 2"' : ''}/>\n`;

const line = (x0: number, y0: number, x1: number, y1: number, color: string): string =>
  `<line x1="${decimal(x0)}" y1="${decimal(y0)}" x2="${decimal(x1)}" y2="${decimal(y1)}" stroke="#${color}" stroke-width="0.25"/>\n`;

/** Ends at `x` where the text would run off the sheet. */
function note(x: number, y: number, text: string, color: string, isSide = false): string {
  const anchor = isSide && x > 480 ? ' text-anchor="end"' : '';
  return `<text x="${decimal(anchor === '' ? x : x - 2)}" y="${decimal(anchor === '' ? y : y - NOTE)}" fill="#${color}" stroke="#ffffff" stroke-width="1.5" paint-order="stroke"${anchor}>${escapeXml(text, '\ufffd')}</text>\n`;
}

/** "20", "12,7" */
const mm = (points: number): string => decimal(Math.round(points * MM_PER_PT * 10) / 10).replace('.', ',');
