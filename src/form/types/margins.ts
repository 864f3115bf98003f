import type { FieldDefinition } from '../field.js';
import { MARGIN_PARTS } from '../key-table.js';
import { type SourceText, sliceText } from '../source-text.js';
import type { ScalarResult } from './scalar.js';

/** The figures of "20 20 30 15", "20/20/30/15 mm", "2 2 3 1,5 cm" in their order; any number of them. */
export function splitMargins(value: SourceText): readonly SourceText[] {
  const unit = /\d\s*(cm|mm)\s*$/i.exec(value.text)?.[1] ?? '';
  const figures = [...value.text.matchAll(/\d+(?:[.,]\d+)?(?:\s*(?:cm|mm))?|[^\s/;,]+/gi)];
  return figures.map((figure) => {
    const slice = sliceText(value, figure.index, figure.index + figure[0].length);
    // A unit behind the last figure holds for all.
    return /^cm$/i.test(unit) && !/m$/i.test(slice.text) ? { ...slice, text: `${slice.text} cm` } : slice;
  });
}

/** One margin in mm, within the limits that the kind declares for its side. Value: "20", "12.7". */
export function readMargin(text: string, side: FieldDefinition, field: FieldDefinition): ScalarResult {
  const name = `"${field.label}" (${side.label.toLowerCase()})`;
  const match = /^(\d+(?:[.,]\d+)?)\s*(mm|cm)?$/i.exec(text.trim());
  if (match === null) {
    return {
      code: 'margins',
      message: `${name} ghi "${text}", không phải số đo`,
      expected: 'số mm, ví dụ 20',
    };
  }
  const figure = Number(match[1]!.replace(',', '.'));
  const millimetres = /^cm$/i.test(match[2] ?? '') ? Math.round(figure * 1000) / 100 : figure;
  const min = field.limits?.[`${side.key}_min`];
  const max = field.limits?.[`${side.key}_max`];
  if ((min !== undefined && millimetres < min) || (max !== undefined && millimetres > max)) {
    const hints =
      millimetres > 0 && millimetres * 10 >= (min ?? 0) && millimetres < 10
        ? ['Ghi số đo bằng mm, không phải cm']
        : undefined;
    return {
      code: 'margins',
      message: `${name} ghi ${text.trim()}, ngoài khoảng mà thể thức cho phép`,
      expected: `từ ${min ?? 0} đến ${max ?? '…'} mm`,
      ...(hints && { hints }),
    };
  }
  return { value: String(millimetres) };
}

/** "trên, dưới, trái, phải" */
export const MARGIN_ORDER = MARGIN_PARTS.map((part) => part.label.toLowerCase()).join(', ');
