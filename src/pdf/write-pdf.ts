import { PDFContext, PDFHexString, PDFRawStream, type PDFRef } from 'pdf-lib/cjs/core/index.js';
import { deflateRaw } from '../archive/deflate.js';
import type { Deflate } from '../archive/zip.js';
import { decimal } from '../base/decimal.js';
import { fingerprints } from '../base/fingerprint.js';
import type { FontSet } from '../font/font.js';
import type { PagedDocument } from '../typeset/frame.js';
import { attachFacts } from './carried-facts.js';
import { FONT_NAMES } from './content.js';
import { writeFields } from './fields.js';
import { chooseFonts, embedFont } from './fonts.js';
import { writeOutline } from './outline.js';
import { packContent } from './packed-content.js';
import { pageLabels } from './page-labels.js';
import { writePictures } from './pictures.js';
import { printBoxes } from './print-boxes.js';
import { writeInfo, writeMetadata } from './properties.js';
import { serialise } from './serialise.js';

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
  const context = PDFContext.create();
  const chosen = chooseFonts(document, fonts);
  const fontRefs: Record<string, PDFRef> = {};
  for (const name of chosen.used) fontRefs[FONT_NAMES[name]] = embedFont(context, chosen.fonts[name]);
  const resources = context.register(context.obj({ Font: fontRefs, ...writePictures(context, document) }));
  const contents = document.pages.map((page) =>
    packContent(page, chosen.fonts, options.deflate ?? deflateRaw),
  );

  const tree = context.nextRef();
  const pages = document.pages.map((page, index) => {
    const dict = context.obj({ Filter: 'FlateDecode', Length: contents[index]!.length });
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: tree,
        MediaBox: [0, 0, Number(decimal(page.width)), Number(decimal(page.height))],
        ...printBoxes(page),
        Resources: resources,
        Contents: context.register(PDFRawStream.of(dict, contents[index]!)),
      }),
    );
  });
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }));

  const outline = writeOutline(context, document, pages);
  const { facts, now = document.properties.issuedOn } = options;
  const attached =
    facts === undefined ? undefined : attachFacts(context, facts, options.deflate ?? deflateRaw, now);
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: tree,
    Lang: PDFHexString.fromText(document.properties.language),
    ViewerPreferences: { DisplayDocTitle: true },
    PageLabels: pageLabels(context, document),
    Metadata: writeMetadata(context, document.properties, options.now),
    ...attached?.entries,
    ...writeFields(context, document, pages, chosen.fonts, fontRefs[FONT_NAMES.regular]),
    ...(outline === undefined ? {} : { Outlines: outline, PageMode: 'UseOutlines' }),
  });
  const info = writeInfo(context, document.properties, options.now);
  const id = fileId([
    ...contents,
    new TextEncoder().encode(
      JSON.stringify([document.properties, document.bookmarks, options.now ?? '', document.form ?? '']),
    ),
    attached?.packed ?? new Uint8Array(),
    new TextEncoder().encode(chosen.used.map((name) => chosen.fonts[name].subset.tag).join()),
  ]);
  const root = context.register(catalog);
  const size = context.largestObjectNumber + 1;
  return serialise(context, context.obj({ Size: size, Root: root, Info: info, ID: [id, id] }));
};

const SEEDS = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x85ebca6b] as const;

/** Sixteen bytes that differ when the content does: the file's identity may not come from a clock. */
const fileId = (parts: readonly Uint8Array[]): PDFHexString => {
  const words = fingerprints(parts, SEEDS);
  return PDFHexString.of(words.map((word) => word.toString(16).padStart(8, '0')).join(''));
};
