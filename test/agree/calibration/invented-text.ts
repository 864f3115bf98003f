import type { ResolvedText } from '../../../src/resolve/resolved-document.js';
import { run } from '../../typeset/build.js';

/** Paragraphs that nobody wrote: words of official papers in chance order, with all that makes lines break in odd places. */
const WORDS =
  'Liên đoàn Lao động tỉnh tổ chức thực hiện kế hoạch phát triển đoàn viên công đoàn cơ sở người lao động doanh nghiệp nhằm nâng cao chất lượng hoạt động tuyên truyền phong trào thi đua yêu nước góp phần hoàn thành nhiệm vụ chính trị được giao trong năm Ủy ban nhân dân huyện Ban Thường vụ chỉ đạo triển khai kiểm tra giám sát việc chấp hành Điều lệ Công đoàn Việt Nam và các quy định của pháp luật khen thưởng tập thể cá nhân tiêu biểu xuất sắc nghiệp vụ hội nghị tập huấn cán bộ nữ công bình đẳng giới chăm lo đời sống vật chất tinh thần tặng quà hỗ trợ mái ấm ưu tiên khó khăn bệnh hiểm nghèo quỹ'.split(
    ' ',
  );
const ODDITIES = [
  '2020-2025',
  '2020 - 2025',
  '91/KH-LĐLĐ',
  'số\u00a091/KH-LĐLĐ',
  '30/12/2024',
  '1.200.000',
  '12,5%',
  '50.000.000đ',
  '(b/c)',
  '(nếu có)',
  '(lần\u00a01)(bản sửa)',
  '"Đoàn kết',
  'Đổi mới"',
  '“Lao động giỏi”,',
  'Trung ương;',
  'như sau:',
  '–',
  '-',
  'Hà Nội – Lai Châu',
  'kinh tế—xã hội',
  'v.v…',
  '…/…',
  'QĐ-UBND-TĐKT',
  'an toàn, vệ sinh',
  'nào?',
  'không!',
  '100%',
  '[1]',
  'A&B',
  'congdoan@laichau.gov.vn',
  'https://congdoan.vn/tin-tuc/2024/09/12/phat-dong-thi-dua',
  'Thạc sĩ.',
  'I.',
  '1.1.',
  'a)',
  '20\u201125',
  '8/3;',
  '+',
  '=',
  '24h/24h',
];

/** Whole numbers below `n`, the same ones for the same seed. */
export function chance(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
}

/** A paragraph of 20 to 130 words that begins with `name`; some words are bold, some italic, some only in part. */
export function inventedParagraph(name: string, seed: number, size: number): readonly ResolvedText[] {
  const next = chance(seed);
  const runs: ResolvedText[] = [run(`${name} `, size)];
  const add = (text: string, style: Style): void => {
    const last = runs.at(-1)!;
    if (last.bold === style.bold && last.italic === style.italic)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push(run(text, size, style));
  };
  let style: Style = { bold: false, italic: false };
  const count = 20 + next(110);
  for (let i = 0; i < count; i++) {
    if (next(8) === 0) style = { bold: next(3) === 0, italic: next(3) === 0 };
    const word = next(6) === 0 ? ODDITIES[next(ODDITIES.length)]! : WORDS[next(WORDS.length)]!;
    const end = next(14) === 0 ? ', ' : next(60) === 0 ? '  ' : ' ';
    // Now and then the weight changes within a word.
    const cut = next(60) === 0 ? Math.floor(word.length / 2) : 0;
    if (cut > 0) add(word.slice(0, cut), { bold: true, italic: false });
    add(word.slice(cut) + end, style);
  }
  return runs;
}

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
}
