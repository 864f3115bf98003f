import { describe, expect, it } from 'vitest';
import type { Block, Document, DocumentSection, DocumentSettings, Inline } from '../../src/document/ast.js';
import { nd30 } from '../../src/profile/nd30.js';
import type { Profile } from '../../src/profile/profile.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import type { ResolvedDocument } from '../../src/resolve/resolved-document.js';
import { fonts, smallPlan } from './small-plan.js';

const words = (text: string): readonly Inline[] => [{ type: 'text', text }];

/** One that is the same node in all papers below. */
const sent: DocumentSection = {
  role: 'form',
  orientation: 'portrait',
  blocks: [
    { type: 'title', kindTitle: words('Phiếu đăng ký'), subject: words('Năm 2026'), ruled: true },
    { type: 'table', columnCount: 1, rows: [{ role: 'body', cells: [{ content: words('Một ô') }] }] },
    {
      type: 'paragraph',
      content: [
        ...words('Họ tên: '),
        {
          type: 'blank',
          key: 'ho_ten',
          label: 'Họ tên',
          width: 'fill',
          lines: 2,
          isRequired: false,
          shape: 'text',
          value: [],
        },
      ],
    },
    { type: 'paragraph', content: words('Kết thúc') },
    {
      type: 'signature',
      recipients: [],
      signer: { capacity: [], position: words('CHỦ TỊCH'), fullName: [] },
    },
  ],
};

const appendix: DocumentSection = {
  role: 'appendix',
  orientation: 'portrait',
  blocks: [
    { type: 'appendix-title', title: words('Danh sách') },
    { type: 'paragraph', content: words('Như trên') },
  ],
};

const paper = (settings: Partial<DocumentSettings>, sections: readonly DocumentSection[]): Document => ({
  ...smallPlan,
  settings: { ...smallPlan.settings, ...settings },
  sections: [...smallPlan.sections, ...sections],
});

const resolve = (document: Document, profile: Profile = nd30, faces = fonts): ResolvedDocument =>
  resolveDocument(document, profile, faces, () => undefined).value!;

/** The same document of nodes that nothing can be remembered of. */
const afresh = (document: Document): Document => structuredClone(document);

describe('nodes that papers share', () => {
  it('come out the same object where nothing else differs', () => {
    const [first, second] = [resolve(paper({}, [sent])), resolve(paper({}, [sent]))];
    expect(second.sections[1]).toBe(first.sections[1]);
    const shared = first.sections[0]!.blocks.filter((block) => second.sections[0]!.blocks.includes(block));
    // All but the tables of letterhead and signature.
    expect(shared.length).toBe(first.sections[0]!.blocks.length - 2);
  });

  const settings: readonly Partial<DocumentSettings>[] = [
    {},
    { bodySize: 13 },
    { margins: { top: 25, bottom: 20, left: 30, right: 20 } },
    { ending: '.' },
    { ending: '' },
    { formMode: 'fillable' },
    { formMode: 'filled' },
    { lineSpacing: 1.5, firstLine: 10 },
    { headerSet: '12-13-13' },
    { medium: 'electronic' },
  ];

  it('are resolved by the settings of each paper, in whatever order they come', () => {
    for (const one of [...settings, ...settings.toReversed(), ...settings]) {
      const document = paper(one, [sent, appendix]);
      expect(resolve(document)).toEqual(resolve(afresh(document)));
    }
  });

  it('are resolved by the profile and the fonts of each paper', () => {
    const narrow: Profile = { ...nd30, title: { ...nd30.title, widest: nd30.title.widest / 2 } };
    const bold = fonts.faces.bold;
    const wide = {
      ...fonts,
      faces: { ...fonts.faces, regular: { ...bold }, bold: { ...bold } },
    };
    for (let times = 0; times < 2; times += 1)
      for (const [profile, faces] of [
        [nd30, fonts],
        [narrow, fonts],
        [nd30, wide],
      ] as const) {
        const document = paper({}, [sent]);
        expect(resolve(document, profile, faces)).toEqual(resolve(afresh(document), profile, faces));
      }
  });

  it('have the numbers and the names of the paper that they go with', () => {
    const named = (name: string): DocumentSection => {
      const [main] = smallPlan.sections;
      const blocks = main!.blocks.map(
        (block): Block => (block.type === 'letterhead' ? { ...block, issuingAgency: words(name) } : block),
      );
      return { ...main!, blocks };
    };
    for (const document of [
      { ...smallPlan, sections: [named('Công đoàn xã A'), appendix] },
      { ...smallPlan, sections: [named('Công đoàn xã B'), appendix] },
      { ...smallPlan, sections: [named('Công đoàn xã B'), appendix, appendix] },
    ])
      expect(resolve(document)).toEqual(resolve(afresh(document)));
  });

  it('have parts of a paper above their headings in the navigation pane', () => {
    const unit = (level: 'part' | 'roman', label: string): Block => ({
      type: 'unit',
      level,
      label,
      isTitle: true,
      content: words('TÊN'),
    });
    const heading = unit('roman', 'I.');
    const section = (blocks: readonly Block[]): DocumentSection => ({ ...appendix, blocks });
    for (let times = 0; times < 2; times += 1)
      for (const blocks of [[heading], [unit('part', 'Phần I'), heading]]) {
        const document = paper({}, [section(blocks)]);
        expect(resolve(document)).toEqual(resolve(afresh(document)));
      }
  });
});

it('tells a letter without a glyph in a remembered section at the place of each paper', () => {
  const strange: DocumentSection = {
    role: 'enclosure',
    orientation: 'portrait',
    blocks: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Chữ 漢', origin: { type: 'field', path: 'a', offset: 2 } }],
      },
    ],
  };
  for (const file of ['một.yaml', 'hai.yaml']) {
    const { diagnostics } = resolveDocument(
      paper({}, [strange]),
      nd30,
      fonts,
      (_, start = 0, end = start) => ({
        file,
        start,
        end,
      }),
    );
    expect(diagnostics).toMatchObject([{ code: 'font/missing-letter', place: { file, start: 6, end: 7 } }]);
  }
});
