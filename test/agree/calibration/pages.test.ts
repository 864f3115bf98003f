import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../../../src/typeset/layout-document.js';
import { tinos } from '../../typeset/build.js';
import { chancePaper, type PaperKind } from './chance-papers.js';
import { differences } from './compare.js';
import { isSkipped, missing, render } from './libreoffice.js';
import { minimalDocx } from './minimal-docx.js';
import { ourDrawn } from './our-drawn.js';

/** A third of a point: LibreOffice's PDF rounds every place to a tenth, and its sheets to whole points. */
const NEAR = 0.33;
const SEEDS: Readonly<Record<PaperKind, readonly number[]>> = {
  keep: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  table: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  split: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};

describe.skipIf(isSkipped)('pages break as in LibreOffice, and every line stands at its place', () => {
  it('has all it needs', () => {
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(SEEDS) as PaperKind[])('%s', (kind) => {
    const fonts = tinos();
    const papers = Object.fromEntries(SEEDS[kind].map((seed) => [`${kind}${seed}`, chancePaper(kind, seed)]));
    const files = Object.fromEntries(
      Object.entries(papers).map(([name, paper]) => [name, minimalDocx(paper)]),
    );
    const drawn = render(files);
    for (const [name, paper] of Object.entries(papers)) {
      const theirs = drawn[name]!.lines;
      const ours = ourDrawn(layoutDocument(paper, fonts)).lines;
      expect(theirs.at(-1)!.page).toBeGreaterThan(3);
      expect(differences(theirs, ours, NEAR), name).toEqual([]);
    }
  });
});
