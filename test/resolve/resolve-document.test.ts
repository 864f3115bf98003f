import { describe, expect, it } from 'vitest';
import { twipToMm } from '../../src/base/lengths.js';
import type {
  Block,
  Document,
  DocumentSettings,
  Letterhead,
  Signature,
  Title,
} from '../../src/document/ast.js';
import { nd30 } from '../../src/profile/nd30.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import type {
  ResolvedParagraph,
  ResolvedSection,
  ResolvedTable,
} from '../../src/resolve/resolved-document.js';
import { frameText } from '../../src/typeset/frame-text.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { fonts, smallPlan } from './small-plan.js';

const resolve = (document: Document) => {
  const { value } = resolveDocument(document, nd30, fonts, () => undefined);
  if (value === undefined) throw new Error('not resolved');
  return value;
};

const withSettings = (settings: Partial<DocumentSettings>): Document => ({
  ...smallPlan,
  settings: { ...smallPlan.settings, ...settings },
});

const withBlocks = (change: (blocks: readonly Block[]) => readonly Block[]): Document => ({
  ...smallPlan,
  sections: smallPlan.sections.map((section) => ({ ...section, blocks: change(section.blocks) })),
});

const main = (document: Document): ResolvedSection => resolve(document).sections[0]!;
const text = (paragraph: ResolvedParagraph): string =>
  paragraph.inlines.map((i) => (i.type === 'text' ? i.text : '\n')).join('');
const table = (section: ResolvedSection, purpose: ResolvedTable['purpose']): ResolvedTable =>
  section.blocks.find((b): b is ResolvedTable => b.type === 'table' && b.purpose === purpose)!;
const cell = (t: ResolvedTable, row: number, column: number) => t.rows[row]!.cells[column]!.paragraphs;
const lines = (document: Document): string[] =>
  frameText(layoutDocument(resolve(document), fonts)).split('\n');

describe('letterhead', () => {
  it('keeps Quốc hiệu on one line and draws lines as long as R17 and R24 say', () => {
    const drawn = lines(smallPlan);
    const widthOf = (words: string) =>
      Number(/width ([\d.]+)/.exec(drawn.find((l) => l.includes(` ${words}`))!)![1]);
    const rules = drawn
      .filter((l) => l.startsWith('  rule'))
      .map((l) => /rule ([\d.]+) [\d.]+ to ([\d.]+)/.exec(l)!)
      .map((m) => Number(m[2]) - Number(m[1]));
    expect(drawn.some((l) => l.includes('"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"'))).toBe(true);
    expect(rules[0]! / widthOf('IssuingAgency "LIÊN ĐOÀN')).toBeGreaterThan(1 / 3);
    expect(rules[1]! / widthOf('NationalMotto "Độc lập')).toBeCloseTo(1, 2);
  });

  it('breaks TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM before VIỆT NAM', () => {
    const drawn = lines(smallPlan);
    expect(drawn.some((l) => l.endsWith('"TỔNG LIÊN ĐOÀN LAO ĐỘNG"'))).toBe(true);
    expect(drawn.some((l) => /"VIỆT.NAM"$/.test(l))).toBe(true);
  });

  it('pads a number below ten and the months 1 and 2 only (R31, R35)', () => {
    const letterhead = table(main(smallPlan), 'letterhead');
    expect(text(cell(letterhead, 1, 0)[0]!)).toBe('Số: 05/KH-LĐLĐ');
    expect(text(cell(letterhead, 1, 1)[0]!)).toBe('Lai Châu, ngày 05 tháng 02 năm 2024');
  });

  it.each([{ year: 2024, month: 9 }, { year: 2024 }, {}])(
    'keeps place and date on one line: Thành phố Hồ Chí Minh, %j',
    (issuedOn) => {
      for (const headerSet of ['13-14-14', '12-13-13'] as const) {
        const far = withBlocks((blocks) =>
          blocks.map(
            (b): Block =>
              b.type === 'letterhead'
                ? { ...b, placeAndDate: { place: 'Thành phố Hồ Chí Minh', issuedOn } }
                : b,
          ),
        );
        const drawn = lines({ ...far, settings: { ...far.settings, headerSet } }).filter((l) =>
          l.includes(' PlaceAndDate '),
        );
        expect(new Set(drawn.map((l) => l.trim().split(' ')[2])).size).toBe(1);
      }
    },
  );

  it('keeps a long number and symbol on one line', () => {
    const long = withBlocks((blocks) =>
      blocks.map(
        (b): Block =>
          b.type === 'letterhead'
            ? { ...b, reference: { number: '1234', symbol: 'KH-BCĐPCTTTKCNPTDS-VP' } }
            : b,
      ),
    );
    const drawn = lines(long).filter((l) => l.includes(' Reference '));
    expect(new Set(drawn.map((l) => l.trim().split(' ')[2])).size).toBe(1);
  });

  it('leaves blanks wide enough to be written in where number and day are missing (R163)', () => {
    const open = withBlocks((blocks) =>
      blocks.map(
        (b): Block =>
          b.type === 'letterhead'
            ? ({
                ...b,
                reference: { number: '', symbol: 'KH-LĐLĐ' },
                placeAndDate: { place: 'Lai Châu', issuedOn: { year: 2024, month: 9 } },
              } as Letterhead)
            : b,
      ),
    );
    const letterhead = table(main(open), 'letterhead');
    const number = text(cell(letterhead, 1, 0)[0]!);
    expect(number).toMatch(/^Số: \u00a0+\/KH-LĐLĐ$/);
    // A space of Times at 13 pt is 3.25 pt wide.
    expect((number.match(/\u00a0/g) ?? []).length * 3.25).toBeGreaterThanOrEqual(30);
    expect(text(cell(letterhead, 1, 1)[0]!)).toMatch(/^Lai Châu, ngày \u00a0+ tháng 9 năm 2024$/);
  });

  it('reaches into the left margin rather than squeeze a name beside wide margins (R12)', () => {
    const wide = table(
      main(withSettings({ margins: { top: 25, bottom: 25, left: 35, right: 20 } })),
      'letterhead',
    );
    expect(wide.indent).toBeLessThan(0);
    expect(twipToMm(wide.columns[0]!)).toBeGreaterThan(63.9);
  });

  it('keeps number 13 pt in both header sets and the rest as R11 says', () => {
    const small = table(main(withSettings({ headerSet: '12-13-13' })), 'letterhead');
    const sizes = [
      cell(small, 0, 1)[0]!,
      cell(small, 0, 1)[1]!,
      cell(small, 1, 0)[0]!,
      cell(small, 1, 1)[0]!,
    ].map((p) => (p.inlines[0] as { size: number }).size);
    expect(sizes).toEqual([12, 13, 13, 13]);
  });
});

describe('body', () => {
  it('ends the text with ./. in place of the typed mark, and as the form says (R57)', () => {
    const ends = (ending: DocumentSettings['ending']) =>
      text(
        main(withSettings(ending === undefined ? {} : { ending }))
          .blocks.filter((b): b is ResolvedParagraph => b.type === 'paragraph')
          .at(-1)!,
      );
    expect(ends(undefined)).toMatch(/2024\.\/\.$/);
    expect(ends('.')).toMatch(/2024\.$/);
    expect(ends('')).toMatch(/2024;$/);
  });

  it('puts Căn cứ before a basis and ends bases as R44 says', () => {
    const bases = withBlocks(([letterhead, title, ...rest]) => [
      letterhead!,
      title!,
      {
        type: 'legal-bases',
        style: 'italic',
        items: [
          [{ type: 'text', text: 'Luật Công đoàn ngày 27 tháng 11 năm 2024,' }],
          [{ type: 'text', text: 'Theo đề nghị của Chánh Văn phòng' }],
        ],
      },
      ...rest,
    ]);
    const printed = main(bases)
      .blocks.filter((b): b is ResolvedParagraph => b.type === 'paragraph' && b.style === 'LegalBasis')
      .map(text);
    expect(printed).toEqual([
      'Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024;',
      'Theo đề nghị của Chánh Văn phòng.',
    ]);
  });

  it('keeps the last two lines of text with the signature', () => {
    const kept = main(smallPlan).blocks.filter(
      (b): b is ResolvedParagraph => b.type === 'paragraph' && b.format.keepNext,
    );
    expect(kept.slice(-2).map((p) => text(p).slice(0, 9))).toEqual(['Thực hiện', '- Ban hàn']);
  });

  it('never has a body line below single or above one and a half (R47)', () => {
    const body = (lineSpacing: number) =>
      resolve(withSettings({ lineSpacing })).styles.find((s) => s.name === 'Body')!;
    expect(body(1).paragraph.pitch / (14 * 20)).toBeGreaterThanOrEqual(1.149);
    expect(body(1.5).paragraph.pitch / (14 * 20)).toBeCloseTo(1.5 * 1.15, 2);
  });
});

describe('signature', () => {
  it('ends recipients with ; and the last with a full stop, with one dash each (R75, R76)', () => {
    const printed = cell(table(main(smallPlan), 'signature'), 0, 0).map(text);
    expect(printed).toEqual([
      'Nơi nhận:',
      '- Thường trực Tỉnh ủy (b/c);',
      '- Các đơn vị: công đoàn xã, phường;',
      '- Lưu: VT, CSPL.',
    ]);
  });

  it('gives the name of the signer as one run, 25 mm below the position (R62, R164)', () => {
    const name = cell(table(main(smallPlan), 'signature'), 0, 1).at(-1)!;
    expect(name.inlines).toHaveLength(1);
    expect(text(name)).toBe('Nguyễn Văn A');
    expect(twipToMm(name.format.before)).toBeCloseTo(25, 1);
  });

  it('leaves room to sign where there is no name', () => {
    const unnamed = withBlocks((blocks) =>
      blocks.map(
        (b): Block =>
          b.type === 'signature' ? ({ ...b, signer: { ...b.signer, fullName: [] } } as Signature) : b,
      ),
    );
    const space = cell(table(main(unnamed), 'signature'), 0, 1).at(-1)!;
    expect(space.style).toBe('SignatureSpace');
    expect(twipToMm(space.format.pitch)).toBeCloseTo(25, 1);
  });

  it('prints the missing colon after Lưu', () => {
    const bare = withBlocks((blocks) =>
      blocks.map(
        (b): Block =>
          b.type === 'signature'
            ? ({ ...b, recipients: [[{ type: 'text', text: 'Lưu VT' }]] } as Signature)
            : b,
      ),
    );
    expect(text(cell(table(main(bare), 'signature'), 0, 0)[1]!)).toBe('- Lưu: VT.');
  });
});

describe('appendices', () => {
  const appendix = (count: number, settings: Partial<DocumentSettings> = {}): Document => ({
    ...withSettings(settings),
    sections: [
      ...smallPlan.sections,
      ...Array.from({ length: count }, () => ({
        role: 'appendix' as const,
        orientation: 'landscape' as const,
        blocks: [
          { type: 'appendix-title', title: [{ type: 'text', text: 'Đề cương báo cáo' }] },
          { type: 'paragraph', content: [{ type: 'text', text: 'Đặc điểm tình hình' }] },
        ] as const,
      })),
    ],
  });
  const heads = (document: Document, index: number) =>
    resolve(document)
      .sections[index]!.blocks.filter((b): b is ResolvedParagraph => b.type === 'paragraph')
      .map(text);

  it('numbers two or more in roman, one not at all (R78)', () => {
    expect(heads(appendix(1), 1)[0]).toBe('Phụ lục');
    expect([heads(appendix(2), 1)[0], heads(appendix(2), 2)[0]]).toEqual(['Phụ lục I', 'Phụ lục II']);
  });

  it('prints the reference line in full on paper, with blanks in an electronic paper (R80, R81)', () => {
    expect(heads(appendix(1), 1)[2]).toBe(
      '(Kèm theo Kế hoạch số 05/KH-LĐLĐ ngày 05 tháng 02 năm 2024 của Liên đoàn Lao động tỉnh Lai Châu)',
    );
    expect(heads(appendix(1, { medium: 'electronic' }), 1)[2]).toMatch(
      /số \.{9} ngày \.+ tháng \.+ năm \.+ của/,
    );
  });

  it('turns the sheet of a landscape section', () => {
    const { sheet } = resolve(appendix(1)).sections[1]!;
    expect([twipToMm(sheet.width), twipToMm(sheet.height)].map(Math.round)).toEqual([297, 210]);
  });
});

describe('tables', () => {
  it('share out exactly the text width, with room for each longest word', () => {
    const rows = [
      ['TT', 'Nội dung', 'Đơn vị thực hiện'],
      [
        '1',
        'Tổng hợp, thẩm định hồ sơ và trình các cấp khen thưởng thành tích của các cấp công đoàn trong năm',
        'LĐLĐ tỉnh',
      ],
    ];
    const section = main(
      withBlocks((blocks) => [
        ...blocks.slice(0, -1),
        {
          type: 'table',
          columnCount: 3,
          rows: rows.map((cells, i) => ({
            role: i === 0 ? ('head' as const) : ('body' as const),
            cells: cells.map((c) => ({ content: [{ type: 'text' as const, text: c }] })),
          })),
        },
        blocks.at(-1)!,
      ]),
    );
    const { columns } = table(section, 'body');
    expect(columns.reduce((a, b) => a + b, 0)).toBe(
      section.sheet.width - section.sheet.margins.left - section.sheet.margins.right,
    );
    expect(columns[1]).toBeGreaterThan(columns[2]!);
    expect(columns[0]).toBeLessThan(columns[2]!);
  });
});

it('lets only a row that is taller than half a page split', () => {
  const long = Array.from({ length: 400 }, () => 'thi đua').join(' ');
  const section = main(
    withBlocks((blocks) => [
      ...blocks.slice(0, -1),
      {
        type: 'table',
        columnCount: 2,
        rows: [
          ['1', 'ngắn'],
          ['2', long],
        ].map((cells) => ({
          role: 'body' as const,
          cells: cells.map((c) => ({ content: [{ type: 'text' as const, text: c }] })),
        })),
      },
      blocks.at(-1)!,
    ]),
  );
  expect(table(section, 'body').rows.map((row) => row.cantSplit)).toEqual([true, false]);
});

describe('marks', () => {
  it('puts an urgency stamp of the size in R86 below the number and makes room above the title', () => {
    const urgent = withBlocks((blocks) =>
      blocks.map(
        (b): Block =>
          b.type === 'letterhead' ? { ...b, urgencyMark: 'THƯỢNG KHẨN', secrecyMark: 'MẬT' } : b,
      ),
    );
    const section = main(urgent);
    const stamp = section.furniture.find(
      (f) =>
        f.type === 'stamp-box' &&
        f.paragraph.inlines.some((i) => i.type === 'text' && i.text === 'THƯỢNG KHẨN'),
    );
    expect(
      stamp?.type === 'stamp-box' && [twipToMm(stamp.width), twipToMm(stamp.height)].map(Math.round),
    ).toEqual([40, 8]);
    const title = section.blocks.find(
      (b): b is ResolvedParagraph => b.type === 'paragraph' && b.style === 'KindTitle',
    )!;
    expect(twipToMm(title.format.before)).toBeGreaterThan(18);
  });
});

it('breaks no title inside the name of a person, and leaves the name of the signer as typed', () => {
  const named = withBlocks((blocks) =>
    blocks.map((b): Block => {
      if (b.type === 'signature')
        return { ...b, signer: { ...b.signer, fullName: [{ type: 'text', text: 'Phạm Việt Nam' }] } };
      if (b.type !== 'title') return b;
      return {
        ...b,
        subject: [
          {
            type: 'text',
            text: 'Tổ chức Lễ trao Huân chương Lao động hạng Nhì tặng đồng chí Lê Hoàng Anh Tuấn',
          },
        ],
      };
    }),
  );
  const drawn = lines(named);
  expect(drawn.some((l) => /Lê.Hoàng.Anh.Tuấn"$/.test(l))).toBe(true);
  expect(drawn.some((l) => l.endsWith('"Phạm Việt Nam"'))).toBe(true);
});

it('opens an entry of the navigation pane for what is sent with the paper', () => {
  const [main1] = smallPlan.sections;
  const enclosed: Document = {
    ...smallPlan,
    sections: [
      main1!,
      {
        role: 'enclosure',
        orientation: 'portrait',
        blocks: [
          {
            type: 'title',
            kindTitle: [{ type: 'text', text: 'Đề cương báo cáo' }],
            subject: [],
            ruled: false,
          },
        ],
      },
    ],
  };
  const [, sent] = resolve(enclosed).sections;
  expect(sent!.label).toBe('Đề cương báo cáo');
  expect(sent!.blocks[0]).toMatchObject({ bookmark: { level: 0, text: 'Đề cương báo cáo' } });
  expect(
    resolve(enclosed).sections[0]!.blocks.some(
      (b) => b.type === 'paragraph' && b.style === 'KindTitle' && b.bookmark,
    ),
  ).toBe(false);
});

it('titles keep equal breaks on both sides and end no line inside a number', () => {
  const long = withBlocks((blocks) =>
    blocks.map(
      (b): Block =>
        b.type === 'title'
          ? ({
              ...b,
              subject: [
                {
                  type: 'text',
                  text: 'Triển khai thực hiện Kế hoạch số 2709/KH-UBND ngày 12/7/2024 của Ủy ban nhân dân tỉnh Lai Châu về phát động thi đua',
                },
              ],
            } as Title)
          : b,
    ),
  );
  const subject = lines(long).filter((l) => l.includes(' Subject '));
  expect(subject.length).toBe(2);
  expect(subject.join('\n')).toMatch(/2709\/KH.UBND/);
});
