import type { Outcome } from '../diagnostic/diagnostic.js';
import { usageError } from './usage-error.js';

/**
 * The date that goes into the files' properties, as ISO in UTC: `--now`, else SOURCE_DATE_EPOCH (seconds), else nothing, and
 * then the writers take the paper's own date. A day without a time is its midnight in UTC, wherever the program runs.
 */
export function propertyDate(
  now: string | undefined,
  epoch: string | undefined,
): Outcome<{ readonly now?: string }> {
  if (now !== undefined) {
    const iso = isoOf(now.trim());
    if (iso !== undefined) return { value: { now: iso }, diagnostics: [] };
    const message = `--now không nhận "${now}", chỉ nhận ngày như 2024-09-12, 12/9/2024 hoặc 2024-09-12T08:30:00Z`;
    return { diagnostics: [usageError('now', message, 'Ghi như: --now 2024-09-12')] };
  }
  if (epoch === undefined || epoch === '') return { value: {}, diagnostics: [] };
  const seconds = /^\d{1,11}$/.test(epoch) ? Number(epoch) : Number.NaN;
  if (Number.isNaN(seconds)) {
    const message = `Biến môi trường SOURCE_DATE_EPOCH là "${epoch}", không phải số giây từ ngày 01/01/1970`;
    return {
      diagnostics: [usageError('source-date-epoch', message, 'Xóa biến này, hoặc ghi như: 1726099200')],
    };
  }
  return { value: { now: new Date(seconds * 1000).toISOString() }, diagnostics: [] };
}

function isoOf(text: string): string | undefined {
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const date = day ? `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : text;
  const match = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(date);
  if (!match) return undefined;
  const [, year, month, dayOfMonth] = match;
  const midnight = new Date(`${year}-${month}-${dayOfMonth}T00:00:00Z`);
  // Date takes 31 February for 2 March; a day that does not come back as itself does not exist.
  if (
    Number.isNaN(midnight.getTime()) ||
    !midnight.toISOString().startsWith(`${year}-${month}-${dayOfMonth}`)
  ) {
    return undefined;
  }
  const moment = match[4] ? new Date(date) : midnight;
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
