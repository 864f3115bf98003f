import type { Form } from '../form/form.js';
import { readLimits } from '../vietnamese/limit.js';
import { readShare } from '../vietnamese/share.js';
import { type Breach, softened } from './breach.js';
import { checkDeadline } from './check-dates.js';
import { bindingLevel, textAt, textsAt } from './own-figures.js';

type Values = Form['values'];

/** What the form sets for a level below it, at `own`, where the superior has set something for the same level. */
export function checkLevel(values: Values, own: string): readonly Breach[] {
  const level = bindingLevel(values, own);
  if (level === undefined) return [];
  return [
    ...checkDeadline(values, `${own}.thoi_gian.han`, `${level}.thoi_gian.han`),
    ...checkDeadline(values, `${own}.bao_cao.han`, `${level}.bao_cao.han`),
    ...checkLimit(values, `${own}.so_luong.muc`, `${level}.so_luong.muc`),
    ...['dai_bieu_dien_hinh', 'dai_bieu_khach_moi'].flatMap((key) =>
      checkShare(values, `${own}.${key}`, `${level}.${key}`),
    ),
  ];
}

/** Where the superior's limit is one number for all units, no number of the form's, for units of any size, may be above it. */
function checkLimit(values: Values, own: string, superior: string): readonly Breach[] {
  const [theirs, ...others] = limitsAt(values, superior) ?? [];
  if (theirs?.max === undefined || theirs.band || theirs.ratio || others.length > 0) return [];
  const most = theirs.max;
  const mine = limitsAt(values, own)?.find(({ max }) => max !== undefined && max > most);
  if (mine === undefined) return [];
  return [
    {
      code: 'superior/limit',
      severity: softened('error', mine.approximate || theirs.approximate),
      own,
      superior,
      says: `cho đến ${mine.max} đại biểu, kế hoạch cấp trên cho nhiều nhất ${most}`,
      actual: textsAt(values, own).join('; '),
      bound: textsAt(values, superior).join('; '),
      hints: [`Ghi mức không quá ${most}`],
    },
  ];
}

/** Undefined where one of them cannot be read. */
function limitsAt(values: Values, path: string) {
  const read = textsAt(values, path)
    .filter((text) => text.trim() !== '')
    .map(readLimits);
  return read.includes(undefined) ? undefined : read.flatMap((limits) => limits ?? []);
}

/** Two shares of one whole compare where both are least ones, or both are greatest ones. */
function checkShare(values: Values, own: string, superior: string): readonly Breach[] {
  const [mine, theirs] = [readShare(textAt(values, own)), readShare(textAt(values, superior))];
  if (mine === undefined || theirs === undefined) return [];
  if (mine.direction !== theirs.direction || mine.base !== theirs.base) return [];
  const difference = mine.ratio.part * theirs.ratio.whole - theirs.ratio.part * mine.ratio.whole;
  const words =
    mine.direction === 'at-least' && difference < 0
      ? 'thấp hơn'
      : mine.direction === 'at-most' && difference > 0
        ? 'cao hơn'
        : undefined;
  if (words === undefined) return [];
  const bound = textAt(values, superior);
  return [
    {
      code: 'superior/share',
      severity: 'warning',
      own,
      superior,
      says: `là "${textAt(values, own)}", ${words} tỷ lệ trong kế hoạch cấp trên: ${bound}`,
      actual: textAt(values, own),
      bound,
      hints: ['Xem lại cơ cấu đại biểu'],
    },
  ];
}
