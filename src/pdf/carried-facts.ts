import { type PDFContext, PDFHexString, PDFRawStream, PDFString } from 'pdf-lib/cjs/core/index.js';
import { deflateZlib } from '../archive/deflate.js';
import type { Deflate } from '../archive/zip.js';
import { FACTS_FILE } from '../base/carried-facts.js';
import { pdfDate } from './dates.js';

/**
 * The facts as an attachment, an associated file as PDF 2.0 and PDF/A-3 have it (`/Data`): entries for the catalog, and the
 * packed facts, which tell this file from others.
 * `date`: ISO, for readers that show one. A signing program appends to the file and leaves it alone.
 */
export function attachFacts(
  context: PDFContext,
  facts: string,
  deflate: Deflate,
  date: string | undefined,
): { readonly entries: object; readonly packed: Uint8Array } {
  const plain = new TextEncoder().encode(facts);
  const packed = deflateZlib(plain, deflate);
  const day = date === undefined ? undefined : pdfDate(date)?.info;
  const file = PDFRawStream.of(
    context.obj({
      Type: 'EmbeddedFile',
      Subtype: 'application/json',
      Filter: 'FlateDecode',
      Length: packed.length,
      Params: {
        Size: plain.length,
        ...(day === undefined ? {} : { CreationDate: PDFString.of(day), ModDate: PDFString.of(day) }),
      },
    }),
    packed,
  );
  const ref = context.register(file);
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(FACTS_FILE),
      UF: PDFHexString.fromText(FACTS_FILE),
      Desc: PDFHexString.fromText('Số liệu của văn bản, do Thể Thức ghi kèm'),
      AFRelationship: 'Data',
      EF: { F: ref, UF: ref },
    }),
  );
  return {
    entries: {
      AF: [specification],
      Names: { EmbeddedFiles: { Names: [PDFString.of(FACTS_FILE), specification] } },
    },
    packed,
  };
}
