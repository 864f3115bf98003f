import { PDFDocument } from 'pdf-lib';
import { zip } from '../../src/archive/zip.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { unzip } from '../archive/unzip.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import type { TakenFile } from './studio-page.js';

/** What a unit types into its form, by the keys of the blanks. */
export type Answers = Readonly<Record<string, string>>;

/** A registration form as it was sent out to a unit. */
const sentTo = (unit: string) => compileForms(fillableForm('fillable').replace('cdcs-may', unit));

/** Filled in as a PDF reader does it. */
export async function filledPdf(name: string, unit: string, answers: Answers): Promise<TakenFile> {
  const sent = writePdf((await sentTo(unit)).pages(), bundledFonts);
  const pdf = await PDFDocument.load(sent, { updateMetadata: false });
  for (const [key, text] of Object.entries(answers)) pdf.getForm().getTextField(key).setText(text);
  return { name, bytes: await pdf.save({ updateFieldAppearances: false }) };
}

/** Filled in as a word processor does it: words in the place of the dots. */
export async function filledDocx(name: string, unit: string, answers: Answers): Promise<TakenFile> {
  const part = 'word/document.xml';
  const entries = [...unzip(writeDocx((await sentTo(unit)).resolved))];
  const filled = entries.map(([path, bytes]) => ({
    name: path,
    bytes:
      path === part ? new TextEncoder().encode(withAnswers(new TextDecoder().decode(bytes), answers)) : bytes,
  }));
  return { name, bytes: zip(filled) };
}

function withAnswers(xml: string, answers: Answers): string {
  let filled = xml;
  for (const [key, text] of Object.entries(answers)) {
    const control = new RegExp(
      `(<w:tag w:val="${key}"/><w:id w:val="\\d+"/>)<w:showingPlcHdr/>(</w:sdtPr><w:sdtContent>).*?(</w:sdtContent>)`,
    );
    if (!control.test(filled)) throw new Error(`the form has no blank "${key}"`);
    filled = filled.replace(
      control,
      (_, head: string, middle: string, end: string) => `${head}${middle}<w:r><w:t>${text}</w:t></w:r>${end}`,
    );
  }
  return filled;
}

/** A paper of ours that is no form to be filled in. */
export async function foreignDocx(name: string): Promise<TakenFile> {
  return { name, bytes: writeDocx((await compileForms(fillableForm('filled'))).resolved) };
}

/** Answers of twenty units, every other one as a DOCX; one forgot what must be said, one typed a day that there is not. */
export const twentyForms = (): Promise<readonly TakenFile[]> =>
  Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const number = String(index + 1).padStart(2, '0');
      const answers = {
        ten_don_vi: `Công ty số ${index + 1}`,
        ...(index === 4 ? {} : { ten: `Nhà ăn ca số ${index + 1}` }),
        tien: `${index + 1},5 triệu đồng`,
        kq: String(100 + index),
      };
      return index % 2 === 0
        ? filledPdf(`dang-ky-${number}.pdf`, `cdcs-${number}`, answers)
        : filledDocx(`dang-ky-${number}.docx`, `cdcs-${number}`, answers);
    }),
  );
