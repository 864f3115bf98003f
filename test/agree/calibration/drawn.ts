import { execFileSync } from 'node:child_process';

/** A line of glyphs as it was drawn. Points from the page's left and top edge; `y` is the baseline. */
export interface DrawnLine {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A level stroke: its ends and its middle, in points. */
export interface DrawnRule {
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

export interface Drawn {
  readonly lines: readonly DrawnLine[];
  readonly rules: readonly DrawnRule[];
}

/** Baselines nearer than this are one line. */
export const SAME_LINE = 0.7;
/** Wider than any space of a justified line in these tests, narrower than between the columns of a table. */
export const COLUMN_GAP = 18;
/** A gap as wide as this between two glyphs is a space, even where none is drawn. */
const SPACE_GAP = 1;
const SHORTEST_RULE = 12;

/** What a PDF shows, by page and from the top. */
export const readDrawn = (pdf: string): Drawn => ({ lines: drawnLines(pdf), rules: drawnRules(pdf) });

const mutool = (format: string, pdf: string): readonly string[] =>
  execFileSync('mutool', ['draw', '-q', '-F', format, pdf], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: 'pipe',
  })
    .split('<page ')
    .slice(1);

interface Glyph {
  readonly x: number;
  readonly end: number;
  readonly c: string;
}

function drawnLines(pdf: string): readonly DrawnLine[] {
  return mutool('stext', pdf).flatMap((page, index) =>
    rowsOf(page).flatMap(({ y, glyphs }) =>
      atGaps(glyphs).map((piece) => ({ page: index + 1, x: piece[0]!.x, y, text: textOf(piece) })),
    ),
  );
}

/** The glyphs of a page by baseline, from the top. */
function rowsOf(page: string): readonly { y: number; glyphs: Glyph[] }[] {
  const rows: { y: number; glyphs: Glyph[] }[] = [];
  const char = /<char quad="([^"]*)" x="([^"]*)" y="([^"]*)"[^>]*? c="([^"]*)"/g;
  for (const [, quad, x, y, c] of page.matchAll(char)) {
    const at = Number(y);
    const glyph = { x: Number(x), end: Number(quad!.split(' ')[2]), c: decode(c!) };
    const row = rows.findLast((each) => Math.abs(each.y - at) < SAME_LINE);
    if (row === undefined) rows.push({ y: at, glyphs: [glyph] });
    else row.glyphs.push(glyph);
  }
  return rows.sort((a, b) => a.y - b.y);
}

/** The glyphs of one baseline, left to right, parted where two columns are; blanks are dropped. */
function atGaps(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs.filter(({ c }) => c.trim() !== '').sort((a, b) => a.x - b.x)) {
    const last = pieces.at(-1)?.at(-1);
    if (last === undefined || glyph.x - last.end > COLUMN_GAP) pieces.push([glyph]);
    else pieces.at(-1)!.push(glyph);
  }
  return pieces;
}

const textOf = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map((glyph, i) => (i > 0 && glyph.x - glyphs[i - 1]!.end > SPACE_GAP ? ` ${glyph.c}` : glyph.c))
    .join('');

/** The level strokes of a PDF that are longer than a hyphen, each once. */
function drawnRules(pdf: string): readonly DrawnRule[] {
  const rules = new Map<string, DrawnRule>();
  const stroke = /<stroke_path[^>]* transform="([^"]*)"[^>]*>([\s\S]*?)<\/stroke_path>/g;
  for (const [index, page] of mutool('trace', pdf).entries()) {
    for (const [, transform, path] of page.matchAll(stroke)) {
      const [a = 1, , , d = 1, e = 0, f = 0] = transform!.split(' ').map(Number);
      const points = [...path!.matchAll(/<(?:moveto|lineto) x="([^"]*)" y="([^"]*)"/g)];
      const xs = points.map((point) => a * Number(point[1]) + e);
      const ys = points.map((point) => d * Number(point[2]) + f);
      const rule = { page: index + 1, x0: Math.min(...xs), x1: Math.max(...xs), y: Math.min(...ys) };
      const isLevel = Math.max(...ys) - rule.y < 0.1 && rule.x1 - rule.x0 > SHORTEST_RULE;
      if (isLevel) rules.set(JSON.stringify(rule), rule);
    }
  }
  return [...rules.values()].sort(byPlace);
}

export const byPlace = (a: DrawnRule, b: DrawnRule): number => a.page - b.page || a.y - b.y || a.x0 - b.x0;

const decode = (entity: string): string =>
  entity
    .replace(/&#x([0-9a-f]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
