import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mmToTwip } from '../../src/base/lengths.js';
import type { Blank, Block, Document, DocumentSettings, Inline } from '../../src/document/ast.js';
import { breakLines } from '../../src/measure/break-lines.js';
import { nd30 } from '../../src/profile/nd30.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import type { ResolvedDocument, ResolvedParagraph } from '../../src/resolve/resolved-document.js';
import { bundledFonts } from '../font/fonts-for-tests.js';

const blank = (more: Partial<Blank> = {}): Blank => ({
  type: 'blank',
  key: 'o',
  label: 'Ô',
  width: 'fill',
  lines: 1,
  isRequired: false,
  shape: 'text',
  value: [],
  ...more,
});
const words = (text: string): Inline => ({ type: 'text', text });
const item = (...content: readonly Inline[]): Block => ({
  type: 'unit',
  level: 'clause',
  label: '1.',
  isTitle: false,
  content,
});

function resolve(blocks: readonly Block[], settings: Partial<DocumentSettings> = {}): ResolvedDocument {
  const document: Document = {
    type: 'document',
    kind: 'registration-form',
    kindName: 'Bảng đăng ký',
    settings: { medium: 'paper', ...settings },
    sections: [{ role: 'form', orientation: 'portrait', blocks }],
  };
  const { value } = resolveDocument(document, nd30, bundledFonts, () => undefined);
  return value!;
}

const only = (document: ResolvedDocument): ResolvedParagraph => {
  const [block] = document.sections[0]!.blocks;
  if (block?.type !== 'paragraph') throw new Error('no paragraph');
  return block;
};

const COLUMN = mmToTwip(210) - mmToTwip(30) - mmToTwip(15);
const textOf = ({ inlines }: ResolvedParagraph): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');

/** How much of each line is left free at its end, in twips, and its text. */
function linesOf(paragraph: ResolvedParagraph) {
  const { indentLeft, indentRight, firstLine } = paragraph.format;
  const rest = COLUMN - indentLeft - indentRight;
  const lines = breakLines(paragraph.inlines, (rest - firstLine) as never, rest as never, bundledFonts);
  return lines.map((line, index) => ({
    left: (index === 0 ? rest - firstLine : rest) - line.width,
    text: line.fragments
      .map(({ inlineIndex, start, end }) => {
        const inline = paragraph.inlines[inlineIndex]!;
        return inline.type === 'text' ? inline.text.slice(start, end) : '';
      })
      .join(''),
  }));
}

const WORDS = fc
  .array(fc.constantFrom('Tên', 'công trình', 'sản phẩm', 'nghiệm thu', 'đơn vị', '12/9/2025', 'KH-LĐLĐ'), {
    minLength: 1,
    maxLength: 25,
  })
  .map((all) => `${all.join(' ')}: `);

describe('a blank that fills its line', () => {
  test('ends within a twip of the edge, whatever stands before it, in every size and weight', () => {
    fc.assert(
      fc.property(
        WORDS,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(13, 14),
        (label, bold, italic, lines, bodySize) => {
          const content = [{ ...words(label), bold, italic } as Inline, blank({ lines, bold })];
          const paragraph = only(resolve([item(...content)], { bodySize: bodySize as 13 | 14 }));
          const set = linesOf(paragraph);
          const dotted = set.filter(({ text }) => text.endsWith('....'));
          expect(dotted).toHaveLength(lines);
          for (const { left } of dotted) {
            expect(left).toBeGreaterThanOrEqual(0);
            expect(left).toBeLessThanOrEqual(1);
          }
          // No room behind the last dot itself.
          const last = paragraph.inlines.at(-1);
          expect(last?.type === 'text' && last.spacing).toBeUndefined();
          // The dots are the last lines: nothing was pushed behind or between them.
          expect(set.slice(-lines)).toEqual(dotted);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('begins on the next line where less than 25 mm is left', () => {
    const long = 'Nội dung công việc thực hiện để hoàn thành công trình, sản phẩm: ';
    const set = linesOf(only(resolve([item(words(long), blank())])));
    expect(set.at(-1)!.text).toMatch(/^\.+$/);
  });

  test('sends what follows it to a line of its own', () => {
    expect(textOf(only(resolve([item(words('Kinh phí: '), blank(), words('đồng'))])))).toMatch(/\.\nđồng$/);
  });
});

test('a blank of 30 mm is at least as wide, and stays in its line', () => {
  const paragraph = only(
    resolve([item(words('từ ngày '), blank({ width: 30 }), words(' đến ngày '), blank({ width: 30 }))]),
  );
  const [line, ...more] = linesOf(paragraph);
  expect(more).toEqual([]);
  const dots = /\.{4,}/.exec(line!.text)![0];
  expect(dots.length * 70).toBeGreaterThanOrEqual(mmToTwip(30));
  expect((dots.length - 1) * 70).toBeLessThan(mmToTwip(30));
});

describe('the mode of a form', () => {
  const blocks = [item(words('Tên: '), blank({ value: [words('Nhà ăn')] }), words(' ')), item(blank())];

  test('hand: the value instead of the dots, dots where there is none, which are known but no fields', () => {
    const document = resolve(blocks);
    expect(textOf(only(document))).toBe('1. Tên: Nhà ăn ');
    expect(textOf(document.sections[0]!.blocks[1] as ResolvedParagraph)).toMatch(/\.{60}$/);
    expect(document.form?.isFillable).toBe(false);
    expect(document.form?.blanks.map(({ key }) => key)).toEqual(['o']);
  });

  test('filled: no dots at all', () => {
    const document = resolve(blocks, { formMode: 'filled' });
    expect(
      document.sections[0]!.blocks.map((block) => textOf(block as ResolvedParagraph)).join(),
    ).not.toContain('..');
    expect(document.form).toBeUndefined();
  });

  test('fillable: the list of fields, each key once, with the unit it was made for', () => {
    const { form } = resolve(blocks, { formMode: 'fillable', unitKey: 'cdcs-may' });
    expect(form?.unitKey).toBe('cdcs-may');
    expect(form?.blanks.map(({ key, value }) => [key, value])).toEqual([
      ['o', 'Nhà ăn'],
      ['o_2', ''],
    ]);
  });

  test('fillable: a field of several lines begins on a line of its own', () => {
    const set = linesOf(only(resolve([item(words('Tên: '), blank({ lines: 2 }))], { formMode: 'fillable' })));
    expect(set.map(({ text }) => text.slice(0, 6))).toEqual(['1. Tên', '......', '......']);
  });
});

test('dots at the end of a main text get no "./." behind them', () => {
  const document: Document = {
    type: 'document',
    kind: 'plan',
    kindName: 'Kế hoạch',
    settings: { medium: 'paper' },
    sections: [{ role: 'main', orientation: 'portrait', blocks: [item(words('Tên: '), blank())] }],
  };
  const { value } = resolveDocument(document, nd30, bundledFonts, () => undefined);
  expect(textOf(only(value!))).not.toContain('/');
});
