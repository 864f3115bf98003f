import { beforeAll, describe, expect, test } from 'vitest';
import type { CompileContext } from '../../src/compile.js';
import type { Page, RuleItem, TextItem } from '../../src/typeset/frame.js';
import { fold } from '../contract/printed-text.js';
import { compileText, loadContext, readSample, SAMPLE_FILES } from './papers.js';

/** The samples measured on their pages against figures written down from the decree here, not taken from the profile. */

const mm = (value: number): number => (value * 72) / 25.4;
/** A quarter of a twip's worth of rounding on either side. */
const NEAR = 0.1;
/** Single line of Times New Roman and its metric twins, in em. */
const SINGLE = 1.149;

let context: CompileContext;
beforeAll(async () => {
  context = await loadContext();
});

const textsOf = ({ items }: Page, ...styles: readonly string[]): readonly TextItem[] =>
  items.filter((item) => item.type === 'text').filter(({ style }) => styles.includes(style));
const rulesOf = ({ items }: Page): readonly RuleItem[] =>
  items.filter((item) => item.type === 'rule').filter(({ y0, y1 }) => y0 === y1);

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}
const length = ({ left, right }: Extent): number => right - left;
const middle = ({ left, right }: Extent): number => (left + right) / 2;
const extentOf = ({ x0, x1, y0 }: RuleItem): Extent => ({ left: x0, right: x1, y: y0 });

/** The lines of a style: items on one baseline are one. */
function linesOf(page: Page, ...styles: readonly string[]): readonly Extent[] {
  const lines = new Map<number, Extent>();
  for (const { x, y, width } of textsOf(page, ...styles)) {
    const line = lines.get(y);
    lines.set(y, { left: Math.min(x, line?.left ?? x), right: Math.max(x + width, line?.right ?? 0), y });
  }
  return [...lines.values()];
}

/** The drawn line under the text of a style, and the text's longest line. */
function ruleUnder(page: Page, style: string): { readonly rule: Extent; readonly longest: Extent } {
  const lines = linesOf(page, style);
  const last = lines.at(-1)!;
  const rule = rulesOf(page)
    .map(extentOf)
    .filter(
      ({ y, left, right }) => y > last.y && y < last.y + 12 && left < last.right && right > last.left,
    )[0];
  expect(rule, `line under ${style}`).toBeDefined();
  return { rule: rule!, longest: lines.toSorted((a, b) => length(b) - length(a))[0]! };
}

function expectThirdToHalf(page: Page, style: string): void {
  const { rule, longest } = ruleUnder(page, style);
  const ratio = length(rule) / length(longest);
  expect(ratio).toBeGreaterThanOrEqual(1 / 3);
  expect(ratio).toBeLessThanOrEqual(1 / 2);
  expect(Math.abs(middle(rule) - middle(longest))).toBeLessThan(1);
}

describe.each(SAMPLE_FILES)('%s', (file) => {
  let pages: readonly Page[];
  let first: Page;
  beforeAll(() => {
    pages = compileText(file, readSample(file), context).paper.pages().pages;
    first = pages[0]!;
  });

  test('R5: is on A4', () => {
    for (const { width, height } of pages) {
      expect(Math.abs(Math.min(width, height) - mm(210))).toBeLessThan(NEAR);
      expect(Math.abs(Math.max(width, height) - mm(297))).toBeLessThan(NEAR);
    }
  });

  test('R7: keeps its text within the margins', () => {
    for (const page of pages) {
      const lines = linesOf(page, 'Body', 'Item', 'LegalBasis', 'Heading1', 'Heading2', 'TableCell');
      for (const { left, right, y } of lines) {
        expect(left).toBeGreaterThanOrEqual(mm(30) - NEAR);
        expect(right).toBeLessThanOrEqual(page.width - mm(15) + NEAR);
        expect(y).toBeGreaterThan(mm(20));
        expect(y).toBeLessThan(page.height - mm(20));
      }
    }
    // Text begins where the margin of 30 to 35 mm ends.
    const least = Math.min(...pages.flatMap((page) => linesOf(page, 'Body', 'Item')).map(({ left }) => left));
    expect(least).toBeLessThanOrEqual(mm(35) + NEAR);
  });

  test('R10: has numbers from the second page of each part on, in the middle of the top margin', () => {
    let number = 0;
    let section = -1;
    for (const page of pages) {
      number = page.section === section ? number + 1 : 1;
      section = page.section;
      const shown = textsOf(page, 'PageNumber');
      expect(shown.map(({ text }) => text)).toEqual(number === 1 ? [] : [String(number)]);
      for (const { x, width, y } of shown) {
        expect(y).toBeLessThan(mm(20));
        const [left, right] = [mm(30), page.width - mm(15)];
        expect(Math.abs(x + width / 2 - (left + right) / 2)).toBeLessThan(mm(5));
      }
    }
  });

  test('R15 to R17: has Quốc hiệu and Tiêu ngữ in their words, and a line as long as Tiêu ngữ', () => {
    expect(textsOf(first, 'NationalName').map(({ text }) => text)).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ]);
    expect(textsOf(first, 'NationalMotto').map(({ text }) => text)).toEqual(['Độc lập - Tự do - Hạnh phúc']);
    const { rule, longest } = ruleUnder(first, 'NationalMotto');
    expect(Math.abs(rule.left - longest.left)).toBeLessThan(NEAR);
    expect(Math.abs(rule.right - longest.right)).toBeLessThan(NEAR);
  });

  test('R24, R39: has lines of a third to a half under issuer and subject', () => {
    expectThirdToHalf(first, 'IssuingAgency');
    expectThirdToHalf(first, 'Subject');
  });

  test('R31, R36: has number and date as they are written, on one line', () => {
    const [number, date] = ['Reference', 'PlaceAndDate'].map((style) => textsOf(first, style));
    const words = (items: readonly TextItem[]) => fold(items.map(({ text }) => text).join(''));
    expect(words(number!)).toMatch(/^Số: (0[1-9]|[1-9]\d+|)\/(KH|ĐC)-\p{Lu}+$/u);
    expect(words(date!)).toMatch(
      /^\p{Lu}.*, ngày (0[1-9]|[12]\d|3[01]|) ?tháng (01|02|[3-9]|1[0-2]|) ?năm \d{4}$/u,
    );
    expect(Math.abs(number![0]!.y - date![0]!.y)).toBeLessThan(1);
  });

  test('R47: indents the first line by 1 or 1.27 cm, and sets lines 1 to 1.5 apart', () => {
    const text = linesOf(first, 'Body', 'Item', 'LegalBasis');
    const margin = Math.min(...text.map(({ left }) => left));
    const indents = new Set(text.map(({ left }) => ((left - margin) / mm(1)).toFixed(1)));
    expect([...indents].sort()).toEqual(
      [
        ['0.0', '10.0'],
        ['0.0', '12.7'],
      ].find(([, one]) => indents.has(one!)),
    );
    const { size } = textsOf(first, 'Body')[0]!;
    // A line that begins at the margin goes on from the one above.
    const pitches = text.slice(1).flatMap((line, i) => (line.left - margin < 1 ? [line.y - text[i]!.y] : []));
    expect(pitches.length).toBeGreaterThan(1);
    for (const pitch of pitches) {
      expect(pitch / (SINGLE * size)).toBeGreaterThanOrEqual(0.99);
      expect(pitch / (SINGLE * size)).toBeLessThanOrEqual(1.51);
    }
  });

  test('R75, R76: ends recipients with ";" and "Lưu" with "."', () => {
    const page = pages.find((one) => textsOf(one, 'Recipient').length > 0)!;
    const lines = new Map<number, string>();
    for (const { y, text } of textsOf(page, 'Recipient')) lines.set(y, (lines.get(y) ?? '') + text);
    // A long one goes on in lines without a dash.
    const recipients = [...lines.values()].join('\n').split(/\n(?=- )/);
    expect(recipients.at(-1)).toMatch(/^- Lưu: [\s\S]*[^;.]\.$/);
    expect(recipients.slice(0, -1).filter((one) => !/^- [\s\S]*[^;.];$/.test(one))).toEqual([]);
    expect(textsOf(page, 'RecipientsLabel').map(({ text }) => text)).toEqual(['Nơi nhận:']);
  });
});
