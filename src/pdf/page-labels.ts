import { type PDFContext, type PDFDict, PDFHexString, type PDFObject } from 'pdf-lib/cjs/core/index.js';
import type { PagedDocument } from '../typeset/frame.js';

/** What a reader shows as the page: its printed number, after the name of its section where it has one ("Phụ lục I, tr. 2"). */
export const pageLabels = (context: PDFContext, document: PagedDocument): PDFDict => {
  const numbers: (PDFObject | number)[] = [];
  document.pages.forEach((page, index) => {
    if (index > 0 && document.pages[index - 1]!.section === page.section) return;
    const prefix = page.sectionLabel === '' ? {} : { P: PDFHexString.fromText(`${page.sectionLabel}, tr. `) };
    numbers.push(index, context.obj({ S: 'D', St: page.numberInSection, ...prefix }));
  });
  return context.obj({ Nums: numbers });
};
