import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect } from 'vitest';
import { unzip } from '../archive/unzip.js';
import type { TakenFile } from './studio-page.js';

/** The same paper, whatever has deflated its parts: the browser does it otherwise than the command. */
export async function expectSamePaper({ name, bytes }: TakenFile, wanted: Uint8Array): Promise<void> {
  if (name.endsWith('.docx')) expect([...unzip(bytes)], name).toEqual([...unzip(wanted)]);
  else expect(await objectsOf(bytes), name).toEqual(await objectsOf(wanted));
}

/** All objects of a PDF by their numbers, what is deflated in them as it was before. */
async function objectsOf(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().map(([{ tag }, object]) => {
    if (!(object instanceof PDFRawStream)) return [tag, object.toString()];
    const { dict, contents } = object;
    const isDeflated = dict.get(PDFName.of('Filter'))?.toString() === '/FlateDecode';
    const plain = isDeflated ? inflateSync(contents) : contents;
    const entries = dict.toString().replace(/\/Length \d+/, '');
    return [tag, `${entries}${Buffer.from(plain).toString('latin1')}`];
  });
}
