import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib/cjs/core/index.js';
import { FACTS_FILE } from '../base/carried-facts.js';
import type { CarriedFacts } from './carried-facts.js';
import { parsePdf } from './parse-pdf.js';

/** The facts attached to a PDF. */
export async function factsOfPdf(bytes: Uint8Array): Promise<CarriedFacts> {
  const context = await parsePdf(bytes);
  if (context === undefined) return { type: isWhole(bytes) ? 'none' : 'damaged' };
  if (context.trailerInfo.Encrypt !== undefined) return { type: 'encrypted' };
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) return { type: 'damaged' };
  try {
    const specification = [...associatedFiles(catalog), ...attachments(catalog)].find(isOurs);
    const stream = specification === undefined ? undefined : streamOf(specification);
    if (stream === undefined) return { type: 'none' };
    const json = new TextDecoder().decode(decodePDFRawStream(stream).decode());
    return { type: 'found', json, wasEdited: false };
  } catch {
    return { type: 'damaged' };
  }
}

/** Ours are sound; one that cannot be read but has its end is another program's. */
const isWhole = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');

const dictsOf = (array: unknown): readonly PDFDict[] => {
  if (!(array instanceof PDFArray)) return [];
  const found = Array.from({ length: array.size() }, (_, index) => array.lookup(index));
  return found.filter((item): item is PDFDict => item instanceof PDFDict);
};

const at = (dict: PDFDict | undefined, key: string): unknown => dict?.lookup(PDFName.of(key));
const dictAt = (dict: PDFDict | undefined, key: string): PDFDict | undefined => {
  const found = at(dict, key);
  return found instanceof PDFDict ? found : undefined;
};

const associatedFiles = (catalog: PDFDict): readonly PDFDict[] => dictsOf(at(catalog, 'AF'));

/** A name tree may be cut into branches by the program that saved the file last. */
const attachments = (catalog: PDFDict): readonly PDFDict[] =>
  filesIn(dictAt(dictAt(catalog, 'Names'), 'EmbeddedFiles'), 0, new Set());

/** No tree of attachments is deeper. */
const MAX_DEPTH = 8;

/** Each branch once: a file may be made so that its branches are its roots. */
function filesIn(node: PDFDict | undefined, depth: number, seen: Set<PDFDict>): readonly PDFDict[] {
  if (node === undefined || depth > MAX_DEPTH || seen.has(node)) return [];
  seen.add(node);
  return [
    ...dictsOf(at(node, 'Names')),
    ...dictsOf(at(node, 'Kids')).flatMap((kid) => filesIn(kid, depth + 1, seen)),
  ];
}

function isOurs(specification: PDFDict): boolean {
  return ['UF', 'F'].some((key) => {
    const name = at(specification, key);
    return (name instanceof PDFString || name instanceof PDFHexString) && name.decodeText() === FACTS_FILE;
  });
}

function streamOf(specification: PDFDict): PDFRawStream | undefined {
  const files = dictAt(specification, 'EF');
  const found = [at(files, 'UF'), at(files, 'F')].find((stream) => stream instanceof PDFRawStream);
  return found instanceof PDFRawStream ? found : undefined;
}
