import { execFileSync } from 'node:child_process';

/** A line of glyphs without a gap as wide as between columns. Points from the page's left and top edge. */
export interface MeasuredLine {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
}

/** A drawn horizontal line. */
export interface MeasuredRule {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

interface Glyph {
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly c: string;
  readonly size: number;
  readonly bold: boolean;
}

/** Baselines nearer than this are one line; a gap wider than this parts two columns. */
const SAME_LINE = 0.7;
const COLUMN_GAP = 18;

const mutool = (format: string, pdf: string): string =>
  execFileSync('mutool', ['draw', '-q', '-F', format, pdf], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Lines by page, from the top and from the left. */
export function measureLines(pdf: string): readonly MeasuredLine[] {
  return mutool('stext', pdf)
    .split('<page ')
    .slice(1)
    .flatMap((page, index) => rowsOf(glyphsOf(page)).map((row) => toLine(row, index + 1)));
}

function glyphsOf(page: string): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let font = { size: 0, bold: false };
  const pattern =
    /<font name="([^"]*)" size="([^"]*)">|<char quad="([^"]*)" x="([^"]*)" y="([^"]*)"[^>]*? c="([^"]*)"/g;
  for (const [, name, size, quad, x, y, c] of page.matchAll(pattern)) {
    if (name !== undefined) font = { size: Number(size), bold: /bold/i.test(name) };
    else
      glyphs.push({ x: Number(x), end: Number(quad!.split(' ')[2]), y: Number(y), c: decode(c!), ...font });
  }
  return glyphs.filter(({ c }) => c.trim() !== '');
}

function rowsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs) {
    const row = rows.find((each) => Math.abs(each[0]!.y - glyph.y) < SAME_LINE);
    if (row === undefined) rows.push([glyph]);
    else row.push(glyph);
  }
  rows.sort((a, b) => a[0]!.y - b[0]!.y);
  return rows.flatMap((row) => {
    const pieces: Glyph[][] = [];
    for (const glyph of row.sort((a, b) => a.x - b.x)) {
      const piece = pieces.at(-1);
      if (piece === undefined || glyph.x - piece.at(-1)!.end > COLUMN_GAP) pieces.push([glyph]);
      else piece.push(glyph);
    }
    return pieces;
  });
}

/** A hair more than the rounding of places is a space. */
const SPACE_GAP = 1;

const toLine = (glyphs: readonly Glyph[], page: number): MeasuredLine => ({
  page,
  left: glyphs[0]!.x,
  right: glyphs.at(-1)!.end,
  baseline: glyphs[0]!.y,
  size: glyphs[0]!.size,
  bold: glyphs.every(({ bold }) => bold),
  text: glyphs
    .map((glyph, i) => (i > 0 && glyph.x - glyphs[i - 1]!.end > SPACE_GAP ? ` ${glyph.c}` : glyph.c))
    .join('')
    .normalize('NFC'),
});

/** Drawn lines by page; one that is drawn twice counts once. */
export function measureRules(pdf: string): readonly MeasuredRule[] {
  const rules = new Map<string, MeasuredRule>();
  for (const [index, page] of mutool('trace', pdf).split('<page ').slice(1).entries()) {
    for (const [, matrix, path] of page.matchAll(
      /<stroke_path [^>]*transform="([^"]*)">([\s\S]*?)<\/stroke_path>/g,
    )) {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix!.split(' ').map(Number);
      const points = [...path!.matchAll(/x="([^"]*)" y="([^"]*)"/g)].map(([, x, y]) => ({
        x: a * Number(x) + c * Number(y) + e,
        y: b * Number(x) + d * Number(y) + f,
      }));
      const [from, to] = points;
      if (points.length !== 2 || Math.abs(from!.y - to!.y) > 0.1) continue;
      const rule = {
        page: index + 1,
        left: Math.min(from!.x, to!.x),
        right: Math.max(from!.x, to!.x),
        y: from!.y,
      };
      rules.set(JSON.stringify(rule), rule);
    }
  }
  return [...rules.values()];
}

const decode = (entity: string): string =>
  entity
    .replace(/&#x([0-9a-f]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
