import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib/cjs/core/index.js';
import { decimal } from '../base/decimal.js';
import type { ObjectCopier } from './copy-objects.js';
import { latin1, type VolumeObjects } from './volume-objects.js';

/** A page as it goes into a volume: its entries but for its place in the page tree. */
export interface VolumePage {
  readonly entries: string;
  /** Its size alone, for a blank page after it. */
  readonly sheet: string;
}

/** What a page inherits from the groups above it. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
const BOXES = ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox', 'Rotate', 'UserUnit'];
const SHEET = new Set(['MediaBox', 'Rotate', 'UserUnit']);

/** Bits of an annotation's flags. */
const HIDDEN = 1 << 1;
const PRINTED = 1 << 2;

/** The pages of a paper in their order; throws where the tree is none. */
export function pagesOf(context: PDFContext): readonly PDFDict[] {
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const found: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const walk = (node: PDFDict, above: ReadonlyMap<string, PDFObjectOf>): void => {
    if (seen.has(node)) throw new Error('the page tree has a circle');
    seen.add(node);
    const inherited = new Map(above);
    for (const key of INHERITED) {
      const value = node.get(PDFName.of(key));
      if (value !== undefined) inherited.set(key, value);
    }
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) {
      for (let i = 0; i < kids.size(); i += 1) walk(kids.lookup(i, PDFDict), inherited);
      return;
    }
    for (const [key, value] of inherited) node.set(PDFName.of(key), value);
    found.push(node);
  };
  walk(catalog.lookup(PDFName.of('Pages'), PDFDict), new Map());
  return found;
}

type PDFObjectOf = NonNullable<ReturnType<PDFDict['get']>>;

/**
 * Puts what a page shows into the volume. Fields and stamps are drawn into the page as they look on paper: a volume has no
 * form, where fields of one name in many papers would be one field.
 */
export function copyPage(page: PDFDict, copier: ObjectCopier, objects: VolumeObjects): VolumePage {
  let entries = '';
  let sheet = '';
  for (const key of BOXES) {
    const value = page.get(PDFName.of(key));
    if (value === undefined) continue;
    const entry = ` /${key} ${copier.text(value)}`;
    entries += entry;
    if (SHEET.has(key)) sheet += entry;
  }
  const resources = page.lookupMaybe(PDFName.of('Resources'), PDFDict);
  const contents = contentsOf(page).map((part) => `${copier.number(part)} 0 R`);
  const drawn = drawnAnnotations(page);
  if (drawn.length === 0) {
    const number = resources === undefined ? undefined : copier.number(page.get(PDFName.of('Resources'))!);
    entries += ` /Resources ${number === undefined ? '<< >>' : `${number} 0 R`}`;
    if (contents.length > 0)
      entries += ` /Contents ${contents.length === 1 ? contents[0] : `[${contents.join(' ')}]`}`;
    return { entries, sheet };
  }
  const names = drawn.map((_, index) => `FldX${index}`);
  const numbers = drawn.map(({ look }) => copier.number(look));
  const added = names.map((name, index) => ` /${name} ${numbers[index]} 0 R`).join('');
  const draws = drawn.map(({ at }, index) => `q ${at} cm /${names[index]} Do Q\n`).join('');
  const save = objects.share(stream('q\n'));
  const restore = objects.share(stream(`Q\n${draws}`));
  entries += ` /Resources ${withXObjects(resources, added, copier)}`;
  entries += ` /Contents [${[`${save} 0 R`, ...contents, `${restore} 0 R`].join(' ')}]`;
  return { entries, sheet };
}

const stream = (text: string): Uint8Array =>
  latin1(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);

/** The streams of a page, each as it is referred to. */
function contentsOf(page: PDFDict): readonly PDFObjectOf[] {
  const direct = page.get(PDFName.of('Contents'));
  const target = page.lookup(PDFName.of('Contents'));
  if (direct === undefined || target === undefined) return [];
  return target instanceof PDFArray ? target.asArray() : [direct];
}

function withXObjects(resources: PDFDict | undefined, added: string, copier: ObjectCopier): string {
  let out = '<<';
  for (const [key, value] of resources?.entries() ?? [])
    if (key !== PDFName.of('XObject')) out += ` ${key.toString()} ${copier.text(value)}`;
  const own = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.entries() ?? [];
  const kept = own.map(([key, value]) => ` ${key.toString()} ${copier.text(value)}`).join('');
  return `${out} /XObject <<${kept}${added} >> >>`;
}

/** What lies over a page and is printed with it: how it looks, and where that goes, as a matrix. */
function drawnAnnotations(page: PDFDict): readonly { readonly look: PDFObjectOf; readonly at: string }[] {
  const list = page.lookupMaybe(PDFName.of('Annots'), PDFArray);
  const found: { look: PDFObjectOf; at: string }[] = [];
  for (let i = 0; i < (list?.size() ?? 0); i += 1) {
    const annotation = list!.lookup(i);
    if (!(annotation instanceof PDFDict)) continue;
    const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
    if ((flags & PRINTED) === 0 || (flags & HIDDEN) !== 0) continue;
    if (annotation.get(PDFName.of('Subtype')) === PDFName.of('Popup')) continue;
    const look = normalLook(annotation);
    const at = look === undefined ? undefined : placing(annotation, look);
    if (look !== undefined && at !== undefined) found.push({ look, at });
  }
  return found;
}

/** Of a field with states (a tick) the look of the state that it has. */
function normalLook(annotation: PDFDict): PDFObjectOf | undefined {
  const looks = annotation.lookupMaybe(PDFName.of('AP'), PDFDict);
  const normal = looks?.get(PDFName.of('N'));
  const target = looks?.lookup(PDFName.of('N'));
  if (!(target instanceof PDFDict)) return target === undefined ? undefined : normal;
  const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName);
  return state === undefined ? undefined : target.get(state);
}

/** Lays the box of a look, as its own matrix turns it, on the place of the annotation. */
function placing(annotation: PDFDict, look: PDFObjectOf): string | undefined {
  const target = look instanceof PDFRef ? annotation.context.lookup(look) : look;
  const dict =
    target !== undefined && 'dict' in target && target.dict instanceof PDFDict ? target.dict : undefined;
  const box = numbersOf(dict, 'BBox');
  const place = numbersOf(annotation, 'Rect');
  if (box?.length !== 4 || place?.length !== 4) return undefined;
  const [a, b, c, d, e, f] = numbersOf(dict, 'Matrix') ?? [1, 0, 0, 1, 0, 0];
  const corners = [0, 1, 2, 3].map((corner) => {
    const x = box[corner & 1 ? 2 : 0]!;
    const y = box[corner & 2 ? 3 : 1]!;
    return [a! * x + c! * y + e!, b! * x + d! * y + f!] as const;
  });
  const along = (axis: 0 | 1): readonly [scale: number, shift: number] => {
    const from = Math.min(...corners.map((corner) => corner[axis]));
    const size = Math.max(...corners.map((corner) => corner[axis])) - from;
    const low = Math.min(place[axis]!, place[axis + 2]!);
    const scale = size === 0 ? 1 : Math.abs(place[axis + 2]! - place[axis]!) / size;
    return [scale, low - from * scale];
  };
  const [scaleX, shiftX] = along(0);
  const [scaleY, shiftY] = along(1);
  return `${decimal(scaleX)} 0 0 ${decimal(scaleY)} ${decimal(shiftX)} ${decimal(shiftY)}`;
}

function numbersOf(dict: PDFDict | undefined, key: string): readonly number[] | undefined {
  const list = dict?.lookupMaybe(PDFName.of(key), PDFArray);
  return list?.asArray().map((_, index) => list.lookup(index, PDFNumber).asNumber());
}
