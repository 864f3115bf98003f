import { unzlibSync } from 'fflate';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib';

/** A text as it stands in the file: one show operator. */
export interface ReadText {
  readonly text: string;
  readonly x: number;
  /** Baseline, down from the top of the page. */
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly baseFont: string;
}

export const loadPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });

interface ReadFont {
  readonly baseFont: string;
  readonly letters: ReadonlyMap<number, string>;
  readonly widths: readonly number[];
}

const streamOf = (value: unknown): Uint8Array => {
  if (!(value instanceof PDFRawStream)) throw new Error('no stream');
  return unzlibSync(value.contents);
};

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const readLetters = (cmap: string): ReadonlyMap<number, string> => {
  const letters = new Map<number, string>();
  for (const [, first, last, text] of cmap.matchAll(/<([0-9a-f]{4})><([0-9a-f]{4})><([0-9a-f]+)>/g)) {
    const start = Number.parseInt(first!, 16);
    for (let glyph = start; glyph <= Number.parseInt(last!, 16); glyph += 1) {
      letters.set(glyph, String.fromCharCode(Number.parseInt(text!, 16) + glyph - start));
    }
  }
  return letters;
};

const readFont = (font: PDFDict): ReadFont => {
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const widths = descendant.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray);
  return {
    baseFont: font.lookup(PDFName.of('BaseFont'), PDFName).asString().slice(1),
    letters: readLetters(latin1(streamOf(font.lookup(PDFName.of('ToUnicode'))))),
    widths: widths.asArray().map((width) => (width as PDFNumber).asNumber()),
  };
};

/** Codes of a literal string: two bytes each. */
const readCodes = (literal: string): readonly number[] => {
  const plain = literal.replace(/\\([()\\rn])/g, (_, c: string) => (c === 'r' ? '\r' : c === 'n' ? '\n' : c));
  return Array.from(
    { length: plain.length / 2 },
    (_, i) => (plain.charCodeAt(2 * i) << 8) | plain.charCodeAt(2 * i + 1),
  );
};

const TOKEN =
  /\((?<literal>(?:\\[\s\S]|[^\\()])*)\)|\/(?<name>\w+)|(?<number>-?\d*\.?\d+)|(?<bracket>[[\]])|(?<operator>[A-Za-z]+)/g;

const readPage = (
  content: string,
  height: number,
  fonts: ReadonlyMap<string, ReadFont>,
): readonly ReadText[] => {
  const texts: ReadText[] = [];
  let stack: (string | number)[] = [];
  let [font, size, spacing, x, y] = ['', 0, 0, 0, 0];
  for (const { groups } of content.matchAll(TOKEN)) {
    const { literal, name, number, bracket, operator } = groups!;
    if (literal !== undefined) stack.push(`(${literal}`);
    else if (name !== undefined) stack.push(name);
    else if (number !== undefined) stack.push(Number(number));
    else if (bracket === undefined) {
      if (operator === 'Tf') [font, size] = stack as [string, number];
      if (operator === 'Tc') [spacing] = stack as [number];
      if (operator === 'Td') [x, y] = stack as [number, number];
      if (operator === 'Tj' || operator === 'TJ') {
        texts.push({ ...show(stack, fonts.get(font)!, size, spacing), x, y: height - y, size });
      }
      stack = [];
    }
  }
  return texts;
};

const show = (shown: readonly (string | number)[], font: ReadFont, size: number, spacing: number) => {
  let text = '';
  let width = 0;
  for (const part of shown) {
    if (typeof part === 'number') width -= (part * size) / 1000;
    else {
      for (const code of readCodes(part.slice(1))) {
        text += font.letters.get(code) ?? '\ufffd';
        width += (font.widths[code]! * size) / 1000 + spacing;
      }
    }
  }
  return { text, width, baseFont: font.baseFont };
};

/** The texts of every page, read through the fonts' own tables. */
export const readTexts = (pdf: PDFDocument): readonly (readonly ReadText[])[] =>
  pdf.getPages().map((page) => {
    const fonts = new Map(
      page.node
        .Resources()!
        .lookup(PDFName.of('Font'), PDFDict)
        .entries()
        .map(([name, ref]) => [
          name.asString().slice(1),
          readFont(pdf.context.lookup(ref as PDFRef, PDFDict)),
        ]),
    );
    return readPage(latin1(streamOf(page.node.Contents())), page.getHeight(), fonts);
  });

/** The bookmarks as indented lines: "  1. Mục đích > page 0, 251.9 from the foot". */
export const readBookmarks = (pdf: PDFDocument): readonly string[] => {
  const pages = pdf.getPages().map((page) => page.ref);
  const read = (parent: PDFDict, indent: string): string[] => {
    const lines: string[] = [];
    let node = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    while (node !== undefined) {
      const title = node.lookup(PDFName.of('Title'), PDFHexString).decodeText();
      const dest = node.lookup(PDFName.of('Dest'), PDFArray);
      const page = pages.indexOf(dest.get(0) as PDFRef);
      lines.push(`${indent}${title} > page ${page}, ${dest.lookup(3, PDFNumber).asNumber()} from the foot`);
      lines.push(...read(node, `${indent}  `));
      node = node.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
    return lines;
  };
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  return outlines === undefined ? [] : read(outlines, '');
};
