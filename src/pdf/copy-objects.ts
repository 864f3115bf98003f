import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib/cjs/core/index.js';
import { join, latin1, type VolumeObjects } from './volume-objects.js';

/** The objects of one paper as objects of the volume. */
export interface ObjectCopier {
  /** A value as it is written inside another object; what it refers to is put into the volume. */
  readonly text: (value: PDFObject) => string;
  /** The number in the volume of what a page or a field refers to, and of what stands in it directly. */
  readonly number: (value: PDFObject) => number;
}

/** What leads out of a page to the rest of its paper, or says of a thing what no printer needs. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  [
    'Parent',
    'P',
    'Metadata',
    'PieceInfo',
    'StructParent',
    'StructParents',
    'AF',
    'LastModified',
    'Length',
  ].map((key) => `/${key}`),
);

/** Equal objects become one, from the leaves up: a font with its descriptor and its file is written once for all papers. */
export function createObjectCopier(context: PDFContext, objects: VolumeObjects): ObjectCopier {
  const numbers = new Map<PDFRef, number>();
  /** What is being copied, with the number of an object that refers to itself in the end. */
  const open = new Map<PDFRef, number | undefined>();

  const text = (value: PDFObject): string => {
    if (value instanceof PDFRef) {
      const target = context.lookup(value);
      return target === undefined || isOfPageTree(target) ? 'null' : `${ofReference(value, target)} 0 R`;
    }
    if (value instanceof PDFArray) return `[${value.asArray().map(text).join(' ')}]`;
    if (value instanceof PDFRawStream) return `${number(value)} 0 R`;
    if (value instanceof PDFDict) return dictionary(value);
    return value.toString();
  };
  const dictionary = (dict: PDFDict, more = ''): string => {
    let out = '<<';
    for (const [key, value] of dict.entries())
      if (!LEFT_OUT.has(key.toString())) out += ` ${key.toString()} ${text(value)}`;
    return `${out}${more} >>`;
  };
  const bytesOf = (value: PDFObject): Uint8Array => {
    if (!(value instanceof PDFRawStream)) return latin1(text(value));
    const head = dictionary(value.dict, ` /Length ${value.contents.length}`);
    return join([latin1(`${head}\nstream\n`), value.contents, latin1('\nendstream')]);
  };
  const ofReference = (ref: PDFRef, target: PDFObject): number => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    if (open.has(ref)) {
      const own = open.get(ref) ?? objects.reserve();
      open.set(ref, own);
      return own;
    }
    open.set(ref, undefined);
    const bytes = bytesOf(target);
    const own = open.get(ref);
    open.delete(ref);
    if (own !== undefined) objects.put(own, bytes);
    const number = own ?? objects.share(bytes);
    numbers.set(ref, number);
    return number;
  };
  const number = (value: PDFObject): number => {
    const target = value instanceof PDFRef ? context.lookup(value) : value;
    if (target === undefined) return objects.share(latin1('null'));
    return value instanceof PDFRef ? ofReference(value, target) : objects.share(bytesOf(target));
  };
  return { text, number };
}

const isOfPageTree = (value: PDFObject): boolean => {
  if (!(value instanceof PDFDict)) return false;
  const type = value.get(PDFName.of('Type'));
  return type === PDFName.of('Page') || type === PDFName.of('Pages');
};
