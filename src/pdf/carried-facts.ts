import { deflateZlib } from '../archive/deflate.js';
import type { Deflate } from '../archive/zip.js';
import { FACTS_FILE } from '../base/carried-facts.js';
import { pdfDate } from './dates.js';
import { arrayOf, dictOf, hexText, refTo } from './object-text.js';
import { addObject, addStream, type PdfFile } from './pdf-file.js';

/** What `attachFacts` adds to a file. */
export const FACTS_OBJECTS = 2;

const encoder = new TextEncoder();

/**
 * The facts as an attachment, an associated file as PDF 2.0 and PDF/A-3 have it (`/Data`): entries for the catalog, and the
 * packed facts, which tell this file from others.
 * `date`: ISO, for readers that show one. A signing program appends to the file and leaves it alone.
 */
export function attachFacts(
  file: PdfFile,
  facts: string,
  deflate: Deflate,
  date: string | undefined,
): { readonly entries: Record<string, string>; readonly packed: Uint8Array } {
  const plain = encoder.encode(facts);
  const packed = deflateZlib(plain, deflate);
  const day = date === undefined ? undefined : pdfDate(date)?.info;
  const stamp = day === undefined ? undefined : `(${day})`;
  const stream = dictOf({
    Type: '/EmbeddedFile',
    Subtype: '/application#2Fjson',
    Filter: '/FlateDecode',
    Length: String(packed.length),
    Params: dictOf({ Size: String(plain.length), CreationDate: stamp, ModDate: stamp }),
  });
  const ref = refTo(addStream(file, stream, packed));
  const specification = dictOf({
    Type: '/Filespec',
    F: `(${FACTS_FILE})`,
    UF: hexText(FACTS_FILE),
    Desc: hexText('Số liệu của văn bản, do Thể Thức ghi kèm'),
    AFRelationship: '/Data',
    EF: dictOf({ F: ref, UF: ref }),
  });
  const attached = refTo(addObject(file, specification));
  const names = dictOf({ Names: arrayOf([`(${FACTS_FILE})`, attached]) });
  return { entries: { AF: arrayOf([attached]), Names: dictOf({ EmbeddedFiles: names }) }, packed };
}
