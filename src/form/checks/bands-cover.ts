import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { type Band, bandText, readLimits } from '../../vietnamese/limit.js';
import type { Form } from '../form.js';
import type { FormCheck } from './check.js';
import { findingAt } from './found.js';
import { type FoundText, listsAt, pathList } from './paths.js';

/**
 * Bands by headcount meet: a unit is in one of them, not in two, and not between two. Warnings, with the number of people that
 * has two answers or none. Below the lowest and above the highest band nothing needs to stand. Parameter `limits`: the path of
 * a list of limits, or of a text with ";"; several parted by commas.
 *
 * ok: "dưới 100: toàn thể", "từ 100 đến dưới 300: 70 %", "từ 300 trở lên: 300"; "không quá 250"
 * not ok: "dưới 100: toàn thể", "trên 100: 70 %" (100 has no band); "đến 300: 70 %", "từ 300 trở lên: 60 %" (300 has two)
 */
export const bandsCover: FormCheck = {
  name: 'bands-cover',
  parameters: ['limits'],
  check: (form, { limits = '' }) =>
    pathList(limits)
      .flatMap((pattern) => listsAt(form.values, pattern))
      .flatMap((list) => {
        const bands = list.flatMap(bandsOf).sort((a, b) => a.band.from - b.band.from);
        return bands.slice(1).flatMap((upper, index) => seam(form, bands.slice(0, index + 1), upper));
      }),
};

interface FoundBand {
  readonly band: Band;
  readonly found: FoundText;
}

const bandsOf = (found: FoundText): FoundBand[] =>
  (readLimits(found.text) ?? []).flatMap(({ band }) => (band === undefined ? [] : [{ band, found }]));

/** Where a band begins, what is below it ends. */
function seam(form: Form, lower: readonly FoundBand[], upper: FoundBand): readonly Diagnostic[] {
  const reach = lower.reduce((most, one) => (endOf(one) > endOf(most) ? one : most), lower[0]!);
  const end = endOf(reach);
  const { from } = upper.band;
  if (end === from) return [];
  const label = form.labelOf(upper.found.path);
  const pair = `"${bandText(reach.band)}" và "${bandText(upper.band)}"`;
  const isGap = end < from;
  return [
    findingAt(form, upper.found, {
      code: isGap ? 'bands-gap' : 'bands-overlap',
      severity: 'warning',
      message: isGap
        ? `"${label}" có khoảng trống giữa ${pair}: nơi có ${end} người không thuộc mức nào`
        : `"${label}" có hai mức chồng nhau, ${pair}: nơi có ${from} người thuộc cả hai`,
      hints: [
        isGap
          ? `Ghi mức sau bắt đầu từ ${end}`
          : 'Sửa hai mức cho nối tiếp nhau, ví dụ: từ 100 đến dưới 300; từ 300 trở lên',
      ],
      other: reach.found,
    }),
  ];
}

const endOf = ({ band }: FoundBand): number => band.below ?? Number.POSITIVE_INFINITY;
