import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ourProgram } from './ours.mjs';

const SAMPLE = fileURLToPath(new URL('../templates/plan/sample.yaml', import.meta.url));

/** Of each thing that `Nội dung` has: a heading, a numbered paragraph, a dash below it. */
const item = (k) =>
  `  ${k}. Công đoàn cơ sở thứ ${k} tổ chức bình chọn, lập danh sách điển hình gửi về Ban Thường vụ trước ngày ${(k % 28) + 1}/5/2026; ` +
  'danh sách kèm bản tóm tắt thành tích của từng tập thể, cá nhân được giới thiệu.\n' +
  '  - Việc bình chọn công khai, có sự tham gia của tổ công đoàn và người lao động trực tiếp.\n';

/** The kind's sample with so many items in `Nội dung`, and nothing sent with it. */
function planOf(items) {
  const sample = readFileSync(SAMPLE, 'utf8').replaceAll('\r\n', '\n');
  const body = /^Nội dung: \|\n(?: {2}.*\n|\n)+/m;
  const enclosed = sample.search(/^(?:#.*\n)?Kèm theo:/m);
  const all = Array.from({ length: items }, (_, k) => item(k + 1)).join('');
  const lead = '  Ban Thường vụ xây dựng Kế hoạch với các nội dung như sau:\n  I. NỘI DUNG\n';
  return sample.slice(0, enclosed).replace(body, () => `Nội dung: |\n${lead}${all}\n`);
}

/** Plans of so many pages, each the shortest, as texts of form files. */
export async function plansOf(counts) {
  const { pages } = await ourProgram();
  return counts.map((count) => {
    let [least, most] = [0, count * 12];
    while (least < most) {
      const middle = (least + most) >> 1;
      if (pages(planOf(middle)) < count) least = middle + 1;
      else most = middle;
    }
    const found = pages(planOf(least));
    if (found !== count) throw new Error(`a plan of ${count} pages came out as ${found}`);
    return planOf(least);
  });
}
