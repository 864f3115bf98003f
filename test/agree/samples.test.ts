import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../src/docx/write-docx.js';
import { loadContext } from '../end-to-end/papers.js';
import { differences, ruleDifferences } from './calibration/compare.js';
import { type Drawn, type DrawnLine, type DrawnRule, SAME_LINE } from './calibration/drawn.js';
import { isSkipped, missing, render } from './calibration/libreoffice.js';
import { ourDrawn } from './calibration/our-drawn.js';
import { samplePapers } from './sample-papers.js';

/** A third of a point: LibreOffice's PDF rounds every place to a tenth, and its sheets to whole points. */
const NEAR = 0.33;

/** The pieces of one baseline as one line: LibreOffice draws nothing for a blank, where we draw spaces. */
function rows(lines: readonly DrawnLine[]): readonly DrawnLine[] {
  const whole: DrawnLine[] = [];
  for (const line of lines) {
    const at = whole.findIndex((row) => row.page === line.page && Math.abs(row.y - line.y) < SAME_LINE);
    const row = whole[at];
    if (row === undefined) whole.push(line);
    else if (row.x < line.x) whole[at] = { ...row, text: `${row.text} ${line.text}` };
    else whole[at] = { ...line, text: `${line.text} ${row.text}` };
  }
  return whole;
}

/** LibreOffice draws a table's lines cell by cell, from the middle of one upright line to the middle of the next. */
const TABLE_NEAR = 0.8;

/** Level strokes of one height that touch, as one. */
function joined(rules: readonly DrawnRule[]): readonly DrawnRule[] {
  const whole: DrawnRule[] = [];
  for (const rule of [...rules].sort(
    (a, b) => a.page - b.page || Math.round(a.y) - Math.round(b.y) || a.x0 - b.x0,
  )) {
    const last = whole.at(-1);
    const goesOn = last?.page === rule.page && Math.abs(last.y - rule.y) < 1 && rule.x0 < last.x1 + 3;
    if (last !== undefined && goesOn) whole[whole.length - 1] = { ...last, x1: Math.max(last.x1, rule.x1) };
    else whole.push(rule);
  }
  return whole;
}

const papers = samplePapers(await loadContext());

describe.skipIf(isSkipped)('every sample has the same lines at the same places in LibreOffice', () => {
  let theirs: Readonly<Record<string, Drawn>>;

  beforeAll(() => {
    const files = papers.map(([, { resolved }], i) => [`sample${i}`, writeDocx(resolved, {})] as const);
    theirs = render(Object.fromEntries(files));
  }, 180_000);

  it('has all it needs', () => {
    expect(missing).toEqual([]);
  });

  it.each(papers.map(([name, paper], i) => [name, paper, `sample${i}`] as const))('%s', (_, paper, name) => {
    const ours = ourDrawn(paper.pages());
    expect(ours.lines.length).toBeGreaterThan(8);
    expect(differences(rows(theirs[name]!.lines), rows(ours.lines), NEAR)).toEqual([]);
    expect(ruleDifferences(joined(theirs[name]!.rules), joined(ours.rules), TABLE_NEAR)).toEqual([]);
  });
});
