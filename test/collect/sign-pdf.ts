import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef } from 'pdf-lib';

/** An object with the number that it is written under. */
interface Written {
  readonly number: number;
  readonly body: string;
}

/**
 * What a signing program does to a finished PDF: it leaves the file as it is and appends an update with a signature field, its
 * widget with a stamp on the last page, the page and the catalog anew, a cross-reference section and a trailer.
 */
export async function signPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const { context, catalog, page, root } = await open(bytes);
  const first = context.largestObjectNumber + 1;
  const [signature, widget, stamp] = [first, first + 1, first + 2];
  const drawing = 'q 1 0 0 RG 2 w 5 5 170 50 re S Q';
  const objects: readonly Written[] = [
    {
      number: signature,
      body: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 0 0 0] /Contents <${'00'.repeat(64)}> /M (D:20240913080000+07'00') >>`,
    },
    {
      number: widget,
      body: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 /Rect [330 90 510 150] /P ${page.tag} /V ${signature} 0 R /AP << /N ${stamp} 0 R >> >>`,
    },
    {
      number: stamp,
      body: `<< /Type /XObject /Subtype /Form /BBox [0 0 180 60] /Resources << >> /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    },
    {
      number: page.objectNumber,
      body: withEntry(context.lookup(page, PDFDict), 'Annots', `[${widget} 0 R]`),
    },
    {
      number: root.objectNumber,
      body: withEntry(catalog, 'AcroForm', `<< /Fields [${widget} 0 R] /SigFlags 3 >>`),
    },
  ];
  return append(bytes, objects, root);
}

/** An update that writes the catalog anew without what it names, as a program may that strips attachments. */
export async function withoutEntries(bytes: Uint8Array, ...keys: readonly string[]): Promise<Uint8Array> {
  const { catalog, root } = await open(bytes);
  for (const key of keys) catalog.delete(PDFName.of(key));
  return append(bytes, [{ number: root.objectNumber, body: catalog.toString() }], root);
}

async function open(bytes: Uint8Array) {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = context.trailerInfo.Root as PDFRef;
  const catalog = context.lookup(root, PDFDict);
  const pages = catalog.lookup(PDFName.of('Pages'), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
  return { context, catalog, root, page: pages.get(pages.size() - 1) as PDFRef };
}

const withEntry = (dict: PDFDict, key: string, value: string): string =>
  dict.toString().replace(/>>$/, `/${key} ${value}\n>>`);

function append(bytes: Uint8Array, objects: readonly Written[], root: PDFRef): Uint8Array {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  if (previous === undefined) throw new Error('no startxref');
  let text = '\n';
  const offsets = objects.map(({ number, body }) => {
    const offset = bytes.length + text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return { number, offset };
  });
  const start = bytes.length + text.length;
  const entries = offsets.map(
    ({ number, offset }) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  const size = Math.max(...objects.map(({ number }) => number)) + 1;
  text += `xref\n${entries.join('')}trailer\n<< /Size ${size} /Root ${root.tag} /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(text, 'latin1')]);
}
