import type { Form } from '../form/form.js';
import { delegatesAllowed } from '../vietnamese/limit.js';
import { readShare, shareBounds } from '../vietnamese/share.js';
import { type Breach, softened } from './breach.js';
import { countAt, OWN_CONFERENCE, textAt, textsAt } from './own-figures.js';

type Values = Form['values'];

const own = (key: string): string => `${OWN_CONFERENCE}.${key}`;

/** The number of delegates against the limits of the superior's level, by the unit's headcount. */
export function checkDelegates(values: Values, level: string): readonly Breach[] {
  const count = countAt(values, own('so_dai_bieu'));
  const headcount = countAt(values, own('so_nguoi'));
  const texts = textsAt(values, `${level}.so_luong.muc`);
  if (count === undefined || texts.length === 0) return [];
  const allowed = delegatesAllowed(texts, headcount);
  const limits = `${level}.so_luong.muc`;
  if (typeof allowed === 'string') return noAnswer(allowed, limits, texts, headcount);
  const { max, min, approximate, explanation } = allowed;
  // Of several limits the one that counts here.
  const index = texts.findIndex((text) => isFor(text, headcount, max));
  const superior = index < 0 ? limits : `${limits}.${index}`;
  const bound = texts[index] ?? texts.join('; ');
  const base = { own: own('so_dai_bieu'), superior, actual: String(count), bound };
  if (count > max) {
    // At an assembly of all there are guests beside them.
    const isWhole = max === headcount && !/%|\d\/\d/.test(explanation);
    return [
      {
        ...base,
        code: 'superior/delegates',
        severity: softened('error', approximate || isWhole),
        says: `ghi ${count}, nhiều hơn mức của kế hoạch cấp trên (${explanation})`,
        expected: `nhiều nhất ${max}`,
        hints: ['Giảm số đại biểu, hoặc xem lại "Số người"'],
      },
    ];
  }
  if (min === undefined || count >= min) return [];
  return [
    {
      ...base,
      code: 'superior/delegates',
      severity: softened('warning', approximate),
      says: `ghi ${count}, ít hơn mức của kế hoạch cấp trên (${explanation})`,
      expected: `ít nhất ${min}`,
      hints: ['Xem lại số đại biểu, hoặc hỏi lại cấp trên'],
    },
  ];
}

function isFor(text: string, headcount: number | undefined, max: number): boolean {
  const allowed = delegatesAllowed([text], headcount);
  return typeof allowed === 'object' && allowed.max === max;
}

function noAnswer(
  why: Exclude<ReturnType<typeof delegatesAllowed>, object>,
  superior: string,
  texts: readonly string[],
  headcount: number | undefined,
): readonly Breach[] {
  const base = {
    superior,
    bound: texts.join('; '),
    actual: headcount === undefined ? '' : String(headcount),
  };
  switch (why) {
    case 'no-headcount':
      return [
        {
          ...base,
          own: own('so_dai_bieu'),
          code: 'superior/no-headcount',
          severity: 'remark',
          says: 'chưa đối chiếu được với kế hoạch cấp trên, vì mức của cấp trên tính theo số người của đơn vị',
          hints: ['Ghi "Số người" là số đoàn viên, người lao động của đơn vị'],
        },
      ];
    case 'no-band':
    case 'two-bands': {
      const words = why === 'no-band' ? 'không thuộc mức nào' : 'thuộc hai mức cùng lúc';
      return [
        {
          ...base,
          own: own('so_nguoi'),
          code: 'superior/band',
          severity: 'warning',
          says: `ghi ${headcount}, ${words} trong kế hoạch cấp trên`,
          hints: ['Hỏi lại cấp trên về mức cho đơn vị có số người như vậy'],
        },
      ];
    }
    case 'unreadable':
      return [];
  }
}

/** The exemplary delegates and the guests against the superior's shares. */
export function checkShares(values: Values, level: string): readonly Breach[] {
  return ['dai_bieu_dien_hinh', 'dai_bieu_khach_moi'].flatMap((key) => checkShare(values, level, key));
}

function checkShare(values: Values, level: string, key: string): readonly Breach[] {
  const typed = textAt(values, `${level}.${key}`);
  const share = readShare(typed);
  const count = countAt(values, own(key));
  const whole = share && wholeOf(values, share.base);
  if (share === undefined || count === undefined || whole === undefined) return [];
  const { min, max, explanation } = shareBounds(share, whole);
  const side = count < (min ?? 0) ? 'ít hơn' : count > (max ?? count) ? 'nhiều hơn' : undefined;
  if (side === undefined) return [];
  return [
    {
      code: 'superior/share',
      severity: 'warning',
      own: own(key),
      superior: `${level}.${key}`,
      says: `ghi ${count}, ${side} tỷ lệ trong kế hoạch cấp trên (${explanation})`,
      actual: String(count),
      bound: typed,
      expected: side === 'ít hơn' ? `ít nhất ${min}` : `nhiều nhất ${max}`,
      hints: ['Xem lại cơ cấu đại biểu'],
    },
  ];
}

/** Official delegates are those who are no guests. */
function wholeOf(values: Values, base: 'all' | 'official'): number | undefined {
  const all = countAt(values, own('so_dai_bieu'));
  if (base === 'all' || all === undefined) return all;
  const guests = countAt(values, own('dai_bieu_khach_moi'));
  return guests === undefined || guests > all ? undefined : all - guests;
}

/** The presidium, and how many of it are exemplary delegates, against the superior's from and to. */
export function checkPresidium(values: Values, level: string): readonly Breach[] {
  const at = (key: string): string => `${level}.doan_chu_tich.${key}`;
  return [
    ...checkRange(values, own('doan_chu_tich'), at('tu'), at('den')),
    ...checkRange(values, own('doan_chu_tich_dien_hinh'), at('dien_hinh_tu'), at('dien_hinh_den')),
  ];
}

function checkRange(values: Values, figure: string, from: string, to: string): readonly Breach[] {
  const count = countAt(values, figure);
  const [least, most] = [countAt(values, from), countAt(values, to)];
  if (count === undefined || (count >= (least ?? count) && count <= (most ?? count))) return [];
  const expected = [least === undefined ? '' : `từ ${least}`, most === undefined ? '' : `đến ${most}`];
  const range = `${expected.filter((words) => words !== '').join(' ')} người`;
  return [
    {
      code: 'superior/presidium',
      severity: 'warning',
      own: figure,
      superior: count < (least ?? 0) ? from : to,
      says: `ghi ${count}, kế hoạch cấp trên là ${range}`,
      actual: String(count),
      bound: range,
      expected: range,
      hints: ['Xem lại số người của Đoàn Chủ tịch'],
    },
  ];
}
