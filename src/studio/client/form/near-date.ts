import type { FormValue } from '../../../form/form.js';
import { type FormGroup, textOf } from './form-edit.js';

/** A month of the paper's time, near which other dates are looked for: that of its own date, else the first one said anywhere. */
export function nearDate(values: FormGroup): string | undefined {
  return dateIn(textOf(values['ngay_ban_hanh'])) ?? firstDate(values);
}

function firstDate(value: FormValue): string | undefined {
  if (typeof value === 'string') return dateIn(value);
  for (const part of Object.values(value)) {
    const found = firstDate(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function dateIn(text: string): string | undefined {
  const [, month, year] = /(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})(?!\d)/.exec(text) ?? [];
  if (month !== undefined && year !== undefined && Number(month) >= 1 && Number(month) <= 12)
    return `${year}-${month.padStart(2, '0')}`;
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
}
