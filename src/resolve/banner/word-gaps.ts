/** What it costs to end a line in the gap after each word; infinite where the words belong together. */
export type GapCosts = readonly number[];

const WHOLE = Number.POSITIVE_INFINITY;
/** Between words that are one idea; behind a word that leads on; between others; where a phrase ends or begins. */
const COST = { compound: 1.2, hanging: 0.9, plain: 0.35, phrase: 0, comma: -0.15 };
/** A quoted phrase of more words than this may be broken after all. */
const LONGEST_QUOTE = 7;

/** Never parted: numbers of times and of years, the country. Letters of any case. */
const WHOLE_PHRASES: readonly RegExp[] = [
  /lần thứ (?:[ivxlc]+|\d+|[.…_]+)(?=[\s,.;)]|$)/giu,
  /(?:giai đoạn|nhiệm kỳ|năm) \(?\d{4}(?: ?[-–] ?\d{4})?\)?/giu,
  /\(?\d{4} ?[-–] ?\d{4}\)?/gu,
  /ngày (?:\d+|[.…]+) tháng (?:\d+|[.…]+) năm (?:\d+|[.…]+)/giu,
  /(?:tháng|quý) (?:\d+|[ivx]+) năm \d{4}/giu,
  /việt nam/giu,
];

/** After these stands a name of two or three syllables, of which we take up to three at the end and else two. */
const PLACE = /(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn) /giu;
/** "Hòa Giang", "May Sông Đà": capitals amid small letters. */
const NAME = /\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}/gu;
const LONGEST_COMPOUND = 6;
const QUOTED = /[“"«][^”"»]+[”"»]/gu;

/** Words of two to six syllables that officials use on banners; a line should not end within them. */
const COMPOUNDS = new Set(
  [
    'hội nghị|đại hội|gặp mặt|giao lưu|biểu dương|tuyên dương|tôn vinh|lao động giỏi|lao động sáng tạo|lao động',
    'sáng tạo|điển hình tiên tiến|điển hình|tiên tiến|công nhân|viên chức|người lao động|đoàn viên|tiêu biểu',
    'xuất sắc|công đoàn|công đoàn cơ sở|cơ sở|liên đoàn lao động|liên đoàn|công ty|cổ phần|trách nhiệm hữu hạn',
    'trách nhiệm|hữu hạn|thi đua|thi đua yêu nước|yêu nước|khen thưởng|tổng kết|sơ kết|phong trào|chủ tịch',
    'ban chấp hành|ban thường vụ|giáo dục|y tế|bệnh viện|đa khoa|trường|cao đẳng|đại học|trung học|phổ thông',
    'mầm non|tiểu học|thương mại|dịch vụ|sản xuất|xây dựng|đầu tư|phát triển|xuất nhập khẩu|khu công nghiệp',
    'công nghiệp|nhân dân|ủy ban|hội đồng|sở|văn phòng|viên chức tỉnh|kỷ niệm|chào mừng|thành lập|ngày thành lập',
    'công ty tnhh|công ty cổ phần|công ty trách nhiệm hữu hạn|công ty tnhh một thành viên|tổng công ty|tập đoàn',
    'nông nghiệp|môi trường|điện lực|năng lượng|vận tải|may mặc|thủy điện|một thành viên|thành viên',
    'chi nhánh|tổng hợp|xí nghiệp|nhà máy|ban quản lý|trung tâm|hành chính|sự nghiệp|chính quyền|quản lý',
    'công tác|hoạt động|nhiệm vụ|toàn quốc|các cấp|giai đoạn|nhiệm kỳ|lần thứ|đơn vị|tập thể|cá nhân',
  ].flatMap((line) => line.split('|')),
);
/** With these a line begins well. */
const GOOD_STARTS =
  /^(?:trong|tại|của|và|công đoàn|liên đoàn|công ty|tỉnh|thành phố|lần thứ|giai đoạn|nhiệm kỳ|chào mừng|năm)(?: |$)/iu;

/** With these a line ends badly. */
const LEADS_ON = /^(?:trong|tại|của|và|với|cho|các|những|toàn|về|từ|đến|do|theo|cùng|vì|là|được)$/iu;

/** Costs of the gaps between the words of a line (one fewer than words), as typed with single spaces. */
export function gapCosts(text: string, names: readonly string[]): GapCosts {
  const words = text.split(' ');
  const starts = wordStarts(words);
  const costs = words.slice(0, -1).map((word, i) => plainCost(word, words.slice(i + 1).join(' ')));
  const forbid = (from: number, to: number): void => {
    for (let i = 0; i < costs.length; i += 1) {
      const gap = starts[i + 1]! - 1;
      if (gap > from && gap < to) costs[i] = WHOLE;
    }
  };
  addCompounds(words, costs);
  for (const pattern of WHOLE_PHRASES)
    for (const m of text.matchAll(pattern)) forbid(m.index, m.index + m[0].length);
  for (const m of text.matchAll(QUOTED)) {
    if (m[0].split(' ').length <= LONGEST_QUOTE) forbid(m.index, m.index + m[0].length);
  }
  if (text !== text.toUpperCase())
    for (const m of text.matchAll(NAME)) forbid(m.index, m.index + m[0].length);
  for (const m of text.matchAll(PLACE))
    forbid(m.index, m.index + m[0].length + placeLength(text, m.index + m[0].length));
  const folded = text.toLowerCase();
  for (const name of names.map((each) => each.toLowerCase())) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1))
      forbid(at, at + name.length);
  }
  return costs;
}

function wordStarts(words: readonly string[]): readonly number[] {
  const starts = [0];
  for (const word of words) starts.push(starts.at(-1)! + word.length + 1);
  return starts;
}

const plainCost = (word: string, rest: string): number => {
  if (/[-–/]$/u.test(word) || /^[-–]/u.test(rest)) return COST.compound;
  if (/[,;:]$/u.test(word)) return COST.comma;
  if (LEADS_ON.test(word)) return COST.hanging;
  return GOOD_STARTS.test(rest) ? COST.phrase : COST.plain;
};

/** Letters of the name after a word such as "tỉnh": to the next mark, three words at most, two where more follow. */
function placeLength(text: string, from: number): number {
  const rest = /^[^,.;:()“"/-]*/u.exec(text.slice(from))?.[0].trimEnd() ?? '';
  const words = rest.split(' ');
  return words.length <= 3 ? rest.length : words.slice(0, 2).join(' ').length;
}

function addCompounds(words: readonly string[], costs: number[]): void {
  const plain = words.map((word) => word.toLowerCase().replace(/[^\p{L}\d]/gu, ''));
  for (let from = 0; from < words.length; from += 1) {
    for (let count = 2; count <= LONGEST_COMPOUND && from + count <= words.length; count += 1) {
      if (!COMPOUNDS.has(plain.slice(from, from + count).join(' '))) continue;
      for (let i = from; i < from + count - 1; i += 1) costs[i] = Math.max(costs[i]!, COST.compound);
    }
  }
}
