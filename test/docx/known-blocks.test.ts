import { describe, expect, test } from 'vitest';
import { twip } from '../../src/base/lengths.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import type { ResolvedBlock, ResolvedDocument } from '../../src/resolve/resolved-document.js';
import { cell, p, resolved, row, section, table } from './fixture.js';

const heading = (text: string): ResolvedBlock => ({
  ...p('Body', text),
  bookmark: { level: 0, text },
});

/** Blocks that many papers have in common, as one object each. */
const TITLE = heading('I. MỤC ĐÍCH');
const WORDS = p('Body', 'Đoạn có “dấu”, chữ 𝄞 ngoài mặt phẳng cơ bản & <thẻ>.');
const NEXT = heading('II. NỘI DUNG');
const TABLE = table({
  grid: 'all',
  before: twip(120),
  columns: [twip(4000), twip(5000)],
  rows: [
    row([
      cell([p('TableCell', 'một')]),
      cell([{ ...p('TableCell', 'hai'), bookmark: { level: 1, text: 'h' } }]),
    ]),
    row([cell([WORDS]), cell([])], { keepNext: true }),
    row([cell([WORDS]), cell([p('TableCell', 'ba')])]),
  ],
});

/** The same paper of blocks of its own: nothing of them is known. */
const alone = (document: ResolvedDocument): ResolvedDocument => ({
  ...document,
  sections: structuredClone(document.sections),
});

const paper = (...sections: readonly (readonly ResolvedBlock[])[]): ResolvedDocument =>
  resolved(sections.map((blocks) => section([...blocks])));

const PAPERS: Readonly<Record<string, ResolvedDocument>> = {
  'all in order': paper([TITLE, WORDS, NEXT, TABLE, p('Body', 'hết')]),
  'a bookmark more before them': paper([heading('MỞ ĐẦU'), TITLE, WORDS, NEXT, TABLE, p('Body', 'hết')]),
  'a bookmark fewer before them': paper([WORDS, NEXT, TABLE, p('Body', 'hết')]),
  'a block that ends its section': paper([TITLE, WORDS], [NEXT, TABLE], [WORDS]),
  'a block twice': paper([WORDS, TABLE, WORDS, TABLE, WORDS]),
  'a table first and last': paper([TABLE], [TABLE, WORDS, TABLE]),
  'in a table alone': paper([TABLE]),
};

describe('blocks that papers share', () => {
  const expected = Object.values(PAPERS).map((document) => writeDocx(alone(document)));

  test('are written as those of a paper alone, in whatever order the papers come', () => {
    const all = Object.values(PAPERS);
    for (let round = 0; round < 3; round += 1)
      expect(all.map((document) => writeDocx(document))).toEqual(expected);
    expect([...all].reverse().map((document) => writeDocx(document))).toEqual([...expected].reverse());
  });

  test('are written in the styles of each paper', () => {
    const [document] = Object.values(PAPERS);
    const styles = document!.styles.map((style) => ({
      ...style,
      run: { ...style.run, bold: !style.run.bold },
    }));
    const other = { ...document!, styles };
    for (let round = 0; round < 3; round += 1) {
      expect(writeDocx(other)).toEqual(writeDocx(alone(other)));
      expect(writeDocx(document!)).toEqual(expected[0]);
    }
    expect(writeDocx(other)).not.toEqual(expected[0]);
  });

  test('a paper longer than what is kept of memory leaves nothing in the next', () => {
    const long = paper(
      Array.from({ length: 4000 }, (_, index) => p('Body', `Đoạn ${index} ${'ộ'.repeat(300)}`)),
    );
    const made = writeDocx(long);
    expect(writeDocx(PAPERS['all in order']!)).toEqual(expected[0]);
    expect(writeDocx(long)).toEqual(made);
  });
});
