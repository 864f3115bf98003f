import type { FormValue } from '../../../form/form.js';

const SUMMARY_LETTERS = 80;

/** The first words of a group or an item, by which people know it. */
export function summaryOf(value: FormValue | undefined): string {
  const text = firstText(value).replace(/\s+/g, ' ').trim();
  return text.length > SUMMARY_LETTERS ? `${text.slice(0, SUMMARY_LETTERS).trimEnd()} …` : text;
}

function firstText(value: FormValue | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  for (const part of Object.values(value)) {
    const text = firstText(part);
    if (text.trim() !== '') return text;
  }
  return '';
}
