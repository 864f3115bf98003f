import { describe, expect, it } from 'vitest';
import type { Twip } from '../../../src/base/lengths.js';
import { breakLines } from '../../../src/measure/break-lines.js';
import type { ResolvedParagraph, ResolvedText } from '../../../src/resolve/resolved-document.js';
import { document, paragraph, section, tinos } from '../../typeset/build.js';
import type { DrawnLine } from './drawn.js';
import { inventedParagraph } from './invented-text.js';
import { isSkipped, missing, render } from './libreoffice.js';
import { minimalDocx } from './minimal-docx.js';

const COLUMN = 9355;
const COUNT = 600;
/** Share of paragraphs that may break otherwise than in LibreOffice. */
const MOST_WRONG = 0.003;
const INDENTS = [720, 567, 0];

describe.skipIf(isSkipped)('lines break as in LibreOffice', () => {
  it('has all it needs', () => {
    expect(missing).toEqual([]);
  });

  it.each([13, 14])(`${COUNT} invented paragraphs at %d pt`, (size) => {
    const fonts = tinos();
    const paragraphs = Array.from({ length: COUNT }, (_, i) =>
      paragraph(inventedParagraph(`P${i}`, i * 2 + size, size), {
        firstLine: INDENTS[i % INDENTS.length]!,
        indentRight: (i * 37) % 200,
        pitch: 400,
      }),
    );
    const theirs = byParagraph(render({ lines: minimalDocx(document(section(paragraphs))) })['lines']!.lines);
    expect(theirs).toHaveLength(COUNT);

    const ours = paragraphs.map((each) => linesOf(each));
    const wrong = ours.flatMap((lines, i) =>
      lines.join('\n') === theirs[i]!.join('\n') ? [] : [{ i, lines, theirs: theirs[i] }],
    );
    expect(wrong.length, JSON.stringify(wrong.slice(0, 3), null, 1)).toBeLessThanOrEqual(COUNT * MOST_WRONG);

    function linesOf({ format, inlines }: ResolvedParagraph): string[] {
      const width = (COLUMN - format.indentRight) as Twip;
      return breakLines(inlines, (width - format.firstLine) as Twip, width, fonts).map(({ fragments }) =>
        ink(
          fragments.map((f) => (inlines[f.inlineIndex] as ResolvedText).text.slice(f.start, f.end)).join(''),
        ),
      );
    }
  });
});

/** A page's own number stands above the text area. */
const TOP_OF_TEXT = 56;

function byParagraph(lines: readonly DrawnLine[]): string[][] {
  const paragraphs: string[][] = [];
  for (const { text, y } of lines) {
    if (y < TOP_OF_TEXT) continue;
    if (/^P\d+ /.test(text)) paragraphs.push([]);
    paragraphs.at(-1)!.push(ink(text));
  }
  return paragraphs;
}

const ink = (text: string): string => text.replace(/[\s\u00a0]+/g, '').replaceAll('\u2011', '-');
