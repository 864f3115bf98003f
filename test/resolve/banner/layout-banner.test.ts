import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathBounds } from '../../../src/base/path.js';
import type { BannerRole } from '../../../src/document/banner.js';
import { hallBanner } from '../../../src/profile/banner.js';
import type { BannerLayout, BannerSpec, Word } from '../../../src/resolve/banner/banner-layout.js';
import { flagShapes } from '../../../src/resolve/banner/flags.js';
import { layoutBanner } from '../../../src/resolve/banner/layout-banner.js';
import { bundledFonts } from '../../font/fonts-for-tests.js';

const words = (text: string): readonly Word[] =>
  text.split(' ').map((typed) => [{ typed, text: typed.toUpperCase() }]);

const row = (role: BannerRole, text: string) => ({ role, words: words(text) });

const spec = (more: Partial<BannerSpec> = {}): BannerSpec => ({
  rows: [
    row('opening', 'Hội nghị'),
    row('main', 'Điển hình tiên tiến trong công nhân, viên chức, lao động'),
    row('unit', 'Công đoàn cơ sở Công ty TNHH May Hòa Giang'),
    row('occasion', 'Lần thứ VI, giai đoạn (2025 - 2030)'),
    row('place', 'Hòa Giang, ngày 20 tháng 5 năm 2026'),
  ],
  design: 'plain',
  align: 'center',
  flags: ['party', 'national'],
  bust: true,
  names: ['Hòa Giang'],
  colors: hallBanner.colors,
  face: bundledFonts.faces.bold,
  figures: hallBanner,
  ...more,
});

const linesOf = (layout: BannerLayout) =>
  layout.rows.flatMap((laid) =>
    laid.lines.map((line) => ({
      ...line,
      size: laid.size,
      text: line.pieces.map(({ text }) => text).join(' '),
    })),
  );
const textsOf = (layout: BannerLayout): readonly string[] => linesOf(layout).map(({ text }) => text);

/** Where the ink of a line can be: Tinos' highest and lowest letter. */
const ink = ({ x, width, baseline, size }: ReturnType<typeof linesOf>[number]) => ({
  left: x,
  right: x + width,
  top: baseline - size * 1.01,
  bottom: baseline + size * 0.23,
});

const SYLLABLES = 'CÔNG ĐOÀN TY CỔ PHẦN ĐẦU TƯ SẢN XUẤT NGHIỆP Ẫ ĐỘNG KHẨU Hòa Giang TNHH (A) Nguyễn'.split(
  ' ',
);
const name = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 40 })
  .map((syllables) => syllables.join(' ').slice(0, 160).trim())
  .filter((text) => text.length >= 5 && text.length <= 160);

describe('no letter touches the edge, a flag or another line', () => {
  test('not even where letters are measured a hundredth wider', () => {
    // A high banner of few words: there the width of the longest line sets the letters.
    const { rows, textRoom } = layoutBanner(spec({ rows: [row('main', 'Điển hình')] }), 500, 1000);
    const widest = Math.max(...rows.flatMap(({ lines }) => lines.map(({ width }) => width)));
    expect(widest * 1.01).toBeLessThan(textRoom.width);
    expect(widest * 1.03).toBeGreaterThan(textRoom.width);
  });

  test('for any names, sizes and choices', () => {
    const cases = fc.record({
      main: name,
      unit: name,
      ratio: fc.double({ min: 1, max: 12, noNaN: true }),
      flags: fc.constantFrom<BannerSpec['flags']>([], ['national'], ['party', 'national']),
      align: fc.constantFrom<BannerSpec['align']>('left', 'center'),
      design: fc.constantFrom<BannerSpec['design']>('plain', 'framed'),
      sans: fc.boolean(),
      bust: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ main, unit, ratio, sans, ...more }) => {
        const [width, height] = [1000 * ratio, 1000];
        const face = bundledFonts.faces[sans ? 'sansBold' : 'bold'];
        const rows = [
          row('opening', 'Hội nghị'),
          row('main', main),
          row('unit', unit),
          row('occasion', 'Lần thứ VI, giai đoạn (2025 - 2030)'),
          row('place', 'Hòa Giang, ngày 20 tháng 5 năm 2026'),
        ];
        const layout = layoutBanner(spec({ ...more, face, rows }), width, height);
        const boxes = linesOf(layout).map(ink);
        const edge = Math.min(width, 2 * height) * 0.03;
        const flagsEnd = Math.max(0, ...layout.flags.map((flag) => flag.x + flag.width + 0.02 * flag.height));
        for (const box of boxes) {
          expect(box.left).toBeGreaterThan(Math.max(edge, flagsEnd));
          expect(box.right).toBeLessThan(width - edge);
          expect(box.top).toBeGreaterThan(edge);
          expect(box.bottom).toBeLessThan(height - edge);
        }
        for (const [i, box] of boxes.slice(1).entries())
          expect(box.top).toBeGreaterThan(boxes[i]!.bottom - 1e-9);
        const printed = textsOf(layout).join(' ');
        for (const word of `${main} ${unit}`.split(' ')) expect(printed).toContain(word.toUpperCase());
      }),
      { numRuns: 150 },
    );
  });

  test('and a comparison that always holds would be seen: letters twice as large do touch', () => {
    const layout = layoutBanner(spec(), 2000, 1000);
    const boxes = linesOf(layout).map((line) => ink({ ...line, size: line.size * 2 }));
    expect(boxes.slice(1).some((box, i) => box.top < boxes[i]!.bottom)).toBe(true);
  });
});

describe('lines', () => {
  test('grow with the banner', () => {
    const small = layoutBanner(spec(), 600, 300);
    const large = layoutBanner(spec(), 6000, 3000);
    expect(textsOf(large)).toEqual(textsOf(small));
    for (const [i, laid] of large.rows.entries()) expect(laid.size).toBeCloseTo(small.rows[i]!.size * 10, 6);
  });

  test('are larger the more they say', () => {
    const sizes = new Map(layoutBanner(spec(), 6000, 3000).rows.map(({ role, size }) => [role, size]));
    for (const role of ['opening', 'unit', 'occasion'] as const) {
      expect(sizes.get('main')).toBeGreaterThan(sizes.get(role)!);
      expect(sizes.get(role)).toBeGreaterThan(sizes.get('place')!);
    }
  });

  test('end between phrases', () => {
    expect(textsOf(layoutBanner(spec(), 6000, 3000))).toEqual([
      'HỘI NGHỊ',
      'ĐIỂN HÌNH TIÊN TIẾN',
      'TRONG CÔNG NHÂN,',
      'VIÊN CHỨC, LAO ĐỘNG',
      'CÔNG ĐOÀN CƠ SỞ',
      'CÔNG TY TNHH MAY HÒA GIANG',
      'LẦN THỨ VI, GIAI ĐOẠN (2025 - 2030)',
      'HÒA GIANG, NGÀY 20 THÁNG 5 NĂM 2026',
    ]);
  });

  test('are of like lengths, with no word that leads on at an end, at any size', () => {
    const texts = ['CĐCS An Hà', 'Công đoàn cơ sở Công ty TNHH May Hòa Giang'];
    for (const unit of texts) {
      for (const flags of [[], ['national'], ['party', 'national']] as const) {
        for (let ratio = 1; ratio <= 12; ratio += 0.25) {
          const rows = spec().rows.map((each) => (each.role === 'unit' ? row('unit', unit) : each));
          const layout = layoutBanner(spec({ rows, flags, bust: flags.length > 0 }), 1000 * ratio, 1000);
          const at = `${unit} ${flags.length} ${ratio}`;
          for (const laid of layout.rows) {
            const widths = laid.lines.map(({ width }) => width);
            const least = laid.role === 'main' ? 0.5 : 0.4;
            expect(Math.min(...widths), at).toBeGreaterThan(least * Math.max(...widths));
          }
          for (const text of textsOf(layout)) expect(text, at).not.toMatch(/ TRONG$|^VIÊN CHỨC,$|^TRONG$/);
        }
      }
    }
  });

  test.each([
    ['lần thứ VI', 'Đại hội thi đua yêu nước các cấp lần thứ VI'],
    ['giai đoạn 2025 - 2030', 'Phong trào thi đua yêu nước giai đoạn 2025 - 2030'],
    ['nhiệm kỳ 2025 - 2030', 'Đại hội Công đoàn các cấp nhiệm kỳ 2025 - 2030'],
    ['tỉnh Hòa Giang', 'Liên đoàn Lao động tỉnh Hòa Giang tổ chức biểu dương'],
    ['Hòa Giang', 'HỘI NGHỊ NGƯỜI LAO ĐỘNG HÒA GIANG TIÊU BIỂU XUẤT SẮC'],
    ['Sông Đà Năm', 'Tập thể lao động Sông Đà Năm lập thành tích'],
    ['“Đoàn kết, sáng tạo”', 'Phát động phong trào thi đua “Đoàn kết, sáng tạo” năm nay'],
    ['Việt Nam', 'Chào mừng ngày thành lập Công đoàn Việt Nam'],
  ])('never part "%s"', (whole, text) => {
    for (let ratio = 1; ratio < 12; ratio += 0.25) {
      const layout = layoutBanner(
        spec({ rows: [row('main', text), row('place', 'Hòa Giang')] }),
        1000 * ratio,
        1000,
      );
      const lines = textsOf(layout);
      expect(
        lines.some((line) => line.includes(whole.toUpperCase())),
        `${ratio}: ${lines.join(' | ')}`,
      ).toBe(true);
    }
  });

  test('stay where the writer broke them', () => {
    const rows = [
      row('main', 'Một dòng ngắn'),
      row('main', 'rồi một dòng dài hơn nhiều lần'),
      row('place', 'A'),
    ];
    expect(textsOf(layoutBanner(spec({ rows }), 12_000, 1000)).slice(0, 2)).toEqual([
      'MỘT DÒNG NGẮN',
      'RỒI MỘT DÒNG DÀI HƠN NHIỀU LẦN',
    ]);
  });

  test('go on in one line where a wide banner has no height for each', () => {
    expect(textsOf(layoutBanner(spec(), 12_000, 1000)).length).toBeLessThan(5);
  });
});

describe('flags (R162)', () => {
  const layout = layoutBanner(spec(), 6000, 3000);

  test("hang at stage left, the Party's left of the national one, level with each other", () => {
    const [party, national] = layout.flags;
    expect([party?.name, national?.name]).toEqual(['party', 'national']);
    expect([party?.x, party?.y]).toEqual([600, 375]);
    expect(national!.x).toBeGreaterThan(party!.x + party!.width);
    expect(national!.y).toBe(party!.y);
    for (const flag of layout.flags) expect(flag.height / flag.width).toBeCloseTo(2 / 3, 9);
  });

  test('the star ends a fifth of the length from the middle, one point upwards; the sickle ends level with it', () => {
    const boxOf = (flag: 'national' | 'party') =>
      pathBounds(flagShapes(flag, 900, hallBanner.flags)[1]!.path);
    const star = boxOf('national');
    expect(star.y).toBeCloseTo(300 - 180, 6);
    expect(star.x + star.width / 2).toBeCloseTo(450, 6);
    const points = flagShapes('national', 900, hallBanner.flags)[1]!.path.flatMap((s) =>
      s.type === 'close' ? [] : [s],
    );
    const radii = points.map(({ x, y }) => Math.hypot(x - 450, y - 300));
    expect(points).toHaveLength(10);
    for (const [i, radius] of radii.entries())
      expect(radius).toBeCloseTo(i % 2 === 0 ? 180 : 180 * 0.381966, 3);
    expect(boxOf('party').y).toBeCloseTo(star.y, 1);
    for (const at of flagShapes('party', 900, hallBanner.flags)[1]!.path) {
      if (at.type !== 'close') expect(Math.hypot(at.x - 450, at.y - 300)).toBeLessThan(180.5);
    }
  });

  test('leave the room of the bust free below, also where there are none', () => {
    const without = layoutBanner(spec({ flags: [] }), 6000, 3000);
    const free = layoutBanner(spec({ flags: [], bust: false }), 6000, 3000);
    expect(without.flags).toEqual([]);
    expect(without.textRoom.x).toBeGreaterThan(2000);
    expect(free.textRoom.x).toBeLessThan(400);
  });
});
