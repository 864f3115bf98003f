import { beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedBlock, ResolvedDocument } from '../../../src/resolve/resolved-document.js';
import { layoutDocument } from '../../../src/typeset/layout-document.js';
import { cell, document, paragraph, row, rule, run, section, table, tinos, tw } from '../../typeset/build.js';
import { differences, ruleDifferences } from './compare.js';
import type { Drawn } from './drawn.js';
import { isSkipped, missing, render } from './libreoffice.js';
import { minimalDocx } from './minimal-docx.js';
import { ourDrawn } from './our-drawn.js';

/** A third of a point: LibreOffice's PDF rounds every place to a tenth. Strokes within a table end at each other's edges. */
const NEAR = 0.33;
const NEAR_RULE = 0.6;

const paper = (...blocks: readonly ResolvedBlock[]): ResolvedDocument => document(section(blocks));
const NONE = { top: tw(0), bottom: tw(0), left: tw(0), right: tw(0) };
const fill = (lines: number) => Array.from({ length: lines }, (_, i) => paragraph(`f${i}`, { pitch: 400 }));
const PROSE = 'Liên đoàn Lao động tỉnh tổ chức phát động thi đua trong toàn thể đoàn viên và người lao động';

/** Each says one thing of docs/AGREEMENT.md. */
const CASES: Readonly<Record<string, ResolvedDocument>> = {
  'atLeast and exact lines': paper(
    ...[11, 12, 13, 14].flatMap((size) => [
      paragraph(`least${size}`, { pitch: 400 }, size),
      paragraph(`exact${size}`, { pitch: 333, pitchRule: 'exact' }, size),
    ]),
  ),
  'space before is dropped at a broken top and kept at a section’s start': document(
    section([
      paragraph('first', { before: 240 }),
      ...fill(35),
      paragraph('second', { before: 240 }),
      paragraph('third', { before: 240 }),
    ]),
    section([paragraph('start', { before: 240 })]),
  ),
  'a rule is a top border': paper(
    paragraph('above'),
    rule(6, { before: 40, pitch: 60, indentLeft: 3000, indentRight: 3000 }),
    paragraph('below'),
    rule(12, { before: 0, pitch: 20, indentLeft: 0, indentRight: 5000 }),
    paragraph('end'),
  ),
  'a rule in a cell': paper(
    table(
      [3600, 5755],
      [
        row([
          cell([
            paragraph('left'),
            rule(6, { before: 40, pitch: 60, indentLeft: 900, indentRight: 900 }),
            paragraph('under'),
          ]),
          'right',
        ]),
      ],
      {
        grid: 'none',
        cellMargins: NONE,
      },
    ),
    paragraph('after'),
  ),
  'grid lines and cell margins': paper(
    paragraph('above'),
    table(
      [1000, 3000, 5355],
      [
        row(
          [cell('h1', { verticalAlign: 'center' }), 'h2\nh3', cell([paragraph('h4', { align: 'right' })])],
          { isHead: true },
        ),
        row([
          cell([paragraph('a', { align: 'center' })]),
          cell([paragraph('spanned', { align: 'center', before: 40 })], { columnSpan: 2 }),
        ]),
        row(['x', 'y', 'z']),
      ],
    ),
    paragraph('below'),
    table([2000, 2000], [row(['p', 'q'])], { indent: tw(-200), before: tw(120) }),
    paragraph('end'),
  ),
  'a line that ends with a break is not justified': paper(
    paragraph(`${PROSE} và\n${PROSE}`, { align: 'justify', indentRight: 3000 }),
  ),
  'U+00A0 does not stretch': paper(
    paragraph(`số\u00a091/KH ${PROSE}, ngày\u00a012 tháng\u00a09 năm\u00a02024 và các văn bản`, {
      align: 'justify',
      firstLine: 720,
    }),
  ),
  'italics need room at the end and after U+00A0': paper(
    ...(['left', 'center', 'right', 'justify'] as const).map((align) =>
      paragraph(
        [
          run(`${align} ngày\u00a012 tháng\u00a09 năm\u00a02024 số\u00a020\u201125 ${PROSE}`, 14, {
            italic: true,
          }),
        ],
        { align },
      ),
    ),
    paragraph([run('Lai Châu, ngày\u00a0\u00a0tháng 9 năm 2024', 14, { italic: true })], {
      align: 'center',
    }),
    paragraph([run('Lai Châu, tháng 9 năm 2024', 14, { italic: true })], { align: 'right' }),
  ),
  'a chain before a table goes with its head and first row': paper(
    ...fill(32),
    paragraph('caption', { keepNext: true }),
    table(
      [3000, 3000],
      [row(['head', 'b'], { isHead: true, keepNext: true }), row(['c\nc2\nc3\nc4', 'd']), row(['e', 'f'])],
      { before: tw(120) },
    ),
    paragraph('end'),
  ),
  'a group row stays with the next': paper(
    ...fill(32),
    table(
      [3000, 3000],
      [
        row(['head', 'b'], { isHead: true, keepNext: true }),
        row(['c', 'd']),
        row([cell('group', { columnSpan: 2 })], { keepNext: true }),
        row(['e\ne2', 'f']),
      ],
    ),
    paragraph('end'),
  ),
};

describe.skipIf(isSkipped)('LibreOffice and we set alike', () => {
  const fonts = tinos();
  let drawn: Record<string, Drawn>;

  beforeAll(() => {
    expect(missing).toEqual([]);
    const files = Object.entries(CASES).map(([, each], i) => [`case${i}`, minimalDocx(each)] as const);
    drawn = render(Object.fromEntries(files));
  }, 120_000);

  it.each(Object.entries(CASES).map(([name, each], i) => [name, each, i] as const))('%s', (_, each, i) => {
    const theirs = drawn[`case${i}`]!;
    const ours = ourDrawn(layoutDocument(each, fonts));
    expect(differences(theirs.lines, ours.lines, NEAR)).toEqual([]);
    expect(ruleDifferences(theirs.rules, ours.rules, NEAR_RULE)).toEqual([]);
  });
});
