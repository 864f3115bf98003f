import { asciiWords, cutBetweenWords, LONGEST_NAME, withoutDevice } from './file-name.js';
import type { OutputFormat, ReadyPaper } from './ready-paper.js';

/**
 * A file name in plain ASCII from number, symbol and subject: "91-KH-LDLD-to-chuc-hoi-nghi". The symbol keeps its capitals;
 * the name is cut between words. Empty when the paper has none of the three.
 */
export function paperName(name: { number: string; symbol: string; subject: string }): string {
  const parts = [asciiWords(name.number), asciiWords(name.symbol), asciiWords(name.subject).toLowerCase()];
  const whole = parts.filter((part) => part !== '').join('-');
  return withoutDevice(cutBetweenWords(whole, LONGEST_NAME));
}

/** What of a paper names its files. */
export type NamedPaper = Pick<ReadyPaper, 'label' | 'name'>;

export interface PaperNaming {
  /** Of the form's file, without folder and extension; "" where it has none. */
  readonly formName: string;
  /** By number, symbol and subject, where the paper has any. */
  readonly byName: boolean;
  /** `paperOrders` */
  readonly order?: number | undefined;
}

/** The name of a paper's files without extension; "" when nothing gives it one. */
export function paperStem({ name, label }: NamedPaper, { formName, byName, order }: PaperNaming): string {
  const ownName = byName ? paperName(name) : '';
  if (ownName !== '' || formName === '') return ownName;
  const behind = asciiWords(label ?? '').toLowerCase() || (order ? String(order) : '');
  return [formName, behind].filter((part) => part !== '').join('-');
}

/** A form that gives several papers numbers from 1 those that nothing names, but not one that is named like the form. */
export function paperOrders(papers: readonly Pick<NamedPaper, 'label'>[]): readonly (number | undefined)[] {
  const unnamed = papers.filter(({ label }) => label === undefined).length;
  let order = 0;
  return papers.map(({ label }) => {
    if (label !== undefined || unnamed < 2) return undefined;
    order += 1;
    return order;
  });
}

/** The files that a paper gives in a format: one for docx and pdf, one a page for svg and png, one for each banner. */
export function paperFiles(
  stem: string,
  format: OutputFormat,
  { parts, pageCount }: Pick<ReadyPaper, 'parts' | 'pageCount'>,
  extension = `.${format}`,
): readonly string[] {
  if (parts !== undefined && format !== 'docx')
    return parts.map((part) => (part === '' ? `${stem}${extension}` : `${stem}-${part}${extension}`));
  if (format === 'docx' || format === 'pdf') return [`${stem}${extension}`];
  return Array.from({ length: pageCount() }, (_, page) => `${stem}-${page + 1}${extension}`);
}
