import type { Banner, TypedText } from '../../document/banner.js';
import { hallBanner } from '../../profile/banner.js';
import { printSizeText, readHexColor, readPrintSize } from '../../vietnamese/print-size.js';
import type { Finding, Rule } from '../rule.js';

/** R162: a banner's size and colours, and whether its letters can be read. What is wrong is printed in its default. */
export const bannerLook: Rule = {
  id: 'R162',
  clause: 'Hướng dẫn 105-HD/BTGTW',
  check: ({ document }) =>
    document.sections
      .flatMap(({ blocks }) => blocks.filter((block): block is Banner => block.type === 'banner'))
      .flatMap((banner) => [...sizeFindings(banner), ...colorFindings(banner)]),
};

function sizeFindings({ size }: Banner): readonly Finding[] {
  if (size === undefined) return [];
  const read = readPrintSize(size.text);
  const at = { origin: size.origin, length: size.text.length, actual: size.text };
  if (read === undefined) {
    const message = `Kích thước phông ghi "${size.text}", không đọc được`;
    const expected = 'ngang × cao, ví dụ 6 × 3 m hoặc 1920 × 1080 px';
    return [{ severity: 'error', message, ...at, expected, hints: ['Ghi như: 6 × 3 m'] }];
  }
  const ratio = read.width / read.height;
  if (ratio >= 1 && ratio <= hallBanner.widestRatio) return [];
  const message = `Phông ${printSizeText(read)} cao hơn ngang hoặc dài quá ${hallBanner.widestRatio} lần chiều cao`;
  const hints = ['Kiểm tra lại: số trước là chiều ngang, số sau là chiều cao'];
  return [{ severity: 'warning', message, ...at, hints }];
}

function colorFindings(banner: Banner): readonly Finding[] {
  const bad = [banner.background, banner.mainColor, banner.otherColor].filter(
    (typed): typed is TypedText => typed !== undefined && readHexColor(typed.text) === undefined,
  );
  if (bad.length > 0) return bad.map(badColor);
  const { colors } = hallBanner;
  const color = (typed: TypedText | undefined, otherwise: string) =>
    (typed && readHexColor(typed.text)) ?? otherwise;
  const background = color(banner.background, colors.background);
  const letters = [
    [banner.mainColor, color(banner.mainColor, colors.main)],
    [banner.otherColor, color(banner.otherColor, colors.other)],
  ] as const;
  return letters
    .filter(([, letter]) => contrast(letter, background) < hallBanner.leastContrast)
    .slice(0, 1)
    .map(([typed, letter]): Finding => {
      const source = typed ?? banner.background;
      return {
        severity: 'remark',
        message: `Chữ màu ${letter} trên nền màu ${background} khó đọc từ xa`,
        origin: source?.origin,
        hints: ['Chọn màu chữ sáng hơn hoặc màu nền đậm hơn'],
      };
    });
}

const badColor = ({ text, origin }: TypedText): Finding => ({
  severity: 'error',
  message: `Mã màu ghi "${text}", không phải sáu chữ số thập lục phân`,
  origin,
  length: text.length,
  actual: text,
  expected: 'sáu chữ số từ 0 đến 9 và A đến F, ví dụ B01218',
  hints: ['Chép mã màu từ nơi in, hoặc để trống để dùng màu có sẵn'],
});

/** As WCAG 2.1 counts it: 1 for the same brightness, 21 for black on white. */
function contrast(one: string, other: string): number {
  const [bright, dark] = [brightness(one), brightness(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

function brightness(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
