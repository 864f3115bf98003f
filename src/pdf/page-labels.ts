import type { PagedDocument } from '../typeset/frame.js';
import { arrayOf, dictOf, hexText } from './object-text.js';

/** What a reader shows as the page: its printed number, after the name of its section where it has one ("Phụ lục I, tr. 2"). */
export const pageLabels = ({ pages }: PagedDocument): string => {
  const numbers: string[] = [];
  pages.forEach(({ section, sectionLabel, numberInSection }, index) => {
    if (index > 0 && pages[index - 1]!.section === section) return;
    const P = sectionLabel === '' ? undefined : hexText(`${sectionLabel}, tr. `);
    numbers.push(String(index), dictOf({ S: '/D', St: String(numberInSection), P }));
  });
  return dictOf({ Nums: arrayOf(numbers) });
};
