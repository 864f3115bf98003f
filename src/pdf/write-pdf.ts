import { PDFRef } from 'pdf-lib/cjs/core/index.js';
import { deflateRaw } from '../archive/deflate.js';
import type { Deflate } from '../archive/zip.js';
import { decimal } from '../base/decimal.js';
import { fingerprints } from '../base/fingerprint.js';
import type { FontSet } from '../font/font.js';
import type { Page, PagedDocument } from '../typeset/frame.js';
import { attachFacts, FACTS_OBJECTS } from './carried-facts.js';
import { writeFont } from './embed-font.js';
import { type FormFields, writeFields } from './fields.js';
import { chooseFonts, type PdfFonts } from './fonts.js';
import { arrayOf, dictOf, hexText, refTo } from './object-text.js';
import { countOutline, writeOutline } from './outline.js';
import { packContent } from './packed-content.js';
import { pageLabels } from './page-labels.js';
import {
  addContext,
  addObject,
  addStream,
  contextFrom,
  createPdfFile,
  finishPdfFile,
  nextNumber,
  type PdfFile,
} from './pdf-file.js';
import { writePictures } from './pictures.js';
import { printBoxes } from './print-boxes.js';
import { writeInfo, writeMetadata } from './properties.js';
import { FONT_NAMES } from './text-content.js';

/** What the host gives beyond the pages. */
export interface PdfOptions {
  /** Raw deflate; the host's where it has one. */
  readonly deflate?: Deflate;
  /** ISO date for the properties; without it the paper's own date. */
  readonly now?: string;
  /** The paper's facts as JSON, to be carried with it. */
  readonly facts?: string;
}

/** A PDF 1.7 file. The same pages, fonts and options give the same bytes. */
export const writePdf = (document: PagedDocument, fonts: FontSet, options: PdfOptions = {}): Uint8Array => {
  const { facts, deflate = deflateRaw, now = document.properties.issuedOn } = options;
  const file = createPdfFile();
  const chosen = chooseFonts(document, fonts);
  const faces: Record<string, string> = {};
  for (const name of chosen.used) faces[FONT_NAMES[name]] = refTo(writeFont(file, chosen.fonts[name]));
  const resources = writeResources(file, document, faces);
  const contents = document.pages.map((page) => packContent(page, chosen.fonts, deflate));

  const numbers = numberPages(nextNumber(file), document, facts !== undefined);
  const form = makeFields(document, numbers, chosen.fonts, faces[FONT_NAMES.regular]);
  writePages(file, document, { contents, numbers, resources, form });
  const marks = JSON.stringify(document.bookmarks);
  const outline = writeOutline(file, document, marks, numbers.pages);
  const attached = facts === undefined ? undefined : attachFacts(file, facts, deflate, now);
  const metadata = writeMetadata(file, document.properties, options.now);
  if (form !== undefined) addContext(file, form.context);
  const info = writeInfo(file, document.properties, options.now);
  const root = addObject(
    file,
    dictOf({
      Type: '/Catalog',
      Pages: refTo(numbers.tree),
      Lang: hexText(document.properties.language),
      ViewerPreferences: dictOf({ DisplayDocTitle: 'true' }),
      PageLabels: pageLabels(document),
      Metadata: refTo(metadata),
      ...attached?.entries,
      AcroForm: form?.entry.toString(),
      Outlines: outline === undefined ? undefined : refTo(outline),
      PageMode: outline === undefined ? undefined : '/UseOutlines',
    }),
  );
  const id = fileId([
    ...contents,
    encoder.encode(saidOf(document, marks, options.now ?? '')),
    attached?.packed ?? NOTHING,
    encoder.encode(chosen.used.map((name) => chosen.fonts[name].subset.tag).join()),
  ]);
  return finishPdfFile(file, root, info, id);
};

const encoder = new TextEncoder();
const NOTHING = new Uint8Array();

/** The fonts and pictures of all pages; gives the number. */
const writeResources = (
  file: PdfFile,
  document: PagedDocument,
  faces: Readonly<Record<string, string>>,
): number => {
  const pictures = writePictures(file, document);
  return addObject(file, dictOf({ Font: dictOf(faces), XObject: pictures && dictOf(pictures) }));
};

/** The numbers of objects that others name before they are written. */
interface Numbers {
  readonly tree: number;
  /** Each page stands behind its content. */
  readonly pages: readonly number[];
  /** Of the first object of a form's fields, which stand behind the pages, the outline, the facts and the metadata. */
  readonly fields: number;
}

const numberPages = (tree: number, document: PagedDocument, hasFacts: boolean): Numbers => {
  const pages = document.pages.map((_, index) => tree + 2 + 2 * index);
  const behind = tree + 1 + 2 * pages.length + countOutline(document) + (hasFacts ? FACTS_OBJECTS : 0);
  return { tree, pages, fields: behind + 1 };
};

/** Nothing where the document is no fillable form. */
const makeFields = (document: PagedDocument, numbers: Numbers, fonts: PdfFonts, face: string | undefined) => {
  if (document.form === undefined || face === undefined) return undefined;
  const context = contextFrom(numbers.fields);
  const pages = numbers.pages.map((number) => PDFRef.of(number));
  const regular = PDFRef.of(Number.parseInt(face, 10));
  return { context, ...writeFields(context, document, document.form, pages, fonts, regular) };
};

interface PageParts {
  /** By page, deflated. */
  readonly contents: readonly Uint8Array[];
  readonly numbers: Numbers;
  readonly resources: number;
  readonly form: FormFields | undefined;
}

/** The tree of pages, and each page behind its content. */
const writePages = (file: PdfFile, document: PagedDocument, parts: PageParts): void => {
  const { contents, numbers, resources, form } = parts;
  const kids = arrayOf(numbers.pages.map(refTo));
  addObject(file, dictOf({ Type: '/Pages', Kids: kids, Count: String(numbers.pages.length) }));
  for (const [index, page] of document.pages.entries()) {
    const packed = contents[index]!;
    const dict = dictOf({ Filter: '/FlateDecode', Length: String(packed.length) });
    const content = addStream(file, dict, packed);
    const fields = form?.fields[index] ?? [];
    addObject(
      file,
      dictOf({
        Type: '/Page',
        Parent: refTo(numbers.tree),
        MediaBox: mediaBox(page),
        ...printBoxes(page),
        Resources: refTo(resources),
        Contents: refTo(content),
        Annots: fields.length === 0 ? undefined : arrayOf(fields.map((ref) => ref.toString())),
        // The fields stand in the order of reading, which is also that of rows.
        Tabs: fields.length === 0 ? undefined : '/R',
      }),
    );
  }
};

const mediaBox = ({ width, height }: Page): string => arrayOf(['0', '0', decimal(width), decimal(height)]);

/** What a file says beyond its pages and facts, as JSON. `marks`: the bookmarks. */
const saidOf = ({ properties, form }: PagedDocument, marks: string, now: string): string =>
  `[${JSON.stringify(properties)},${marks},${JSON.stringify(now)},${JSON.stringify(form ?? '')}]`;

const SEEDS = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x85ebca6b] as const;

/** Sixteen bytes in hex that differ when the content does: the file's identity may not come from a clock. */
const fileId = (parts: readonly Uint8Array[]): string =>
  fingerprints(parts, SEEDS)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
