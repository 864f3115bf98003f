import type { ZipArchive } from '../archive/unzip.js';
import { type TextStore, textStore } from '../base/text-store.js';
import {
  localName,
  readXml,
  type XmlFault,
  type XmlHandlers,
  type XmlReader,
  xmlReader,
} from '../xml/read-xml.js';
import { type CellFormat, cellFormat, GENERAL } from './cell-format.js';
import { textCollector } from './rich-text.js';

export interface Sheet {
  readonly name: string;
  /** Its file in the archive. */
  readonly part: string;
  readonly visible: boolean;
}

/** What the cells of all sheets lean on. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  readonly sharedStrings: TextStore;
  /** By the number of a cell's style. */
  readonly formats: readonly CellFormat[];
}

/** A part of a workbook that is not the XML it should be, or that is missing. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  constructor(
    readonly part: string,
    readonly fault: XmlFault | undefined,
  ) {
    super(`${part}: ${fault?.message ?? 'missing'}`);
  }
}

/** Longest part that is held whole, but for shared strings: a workbook's list of sheets, its styles. */
const MOST_TEXT = 1 << 24;

/** Throws `WorkbookError` and `UnzipError`. */
export function readWorkbook(zip: ZipArchive): Workbook {
  const main = targetsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined || !zip.names.includes(main))
    throw new WorkbookError(main ?? '_rels/.rels', undefined);
  const targets = targetsOf(zip, main);
  const part = (type: string): string | undefined => targets.find((target) => target.type === type)?.part;
  const listed = readSheets(zip, main);
  return {
    date1904: listed.date1904,
    sheets: listed.sheets.flatMap(({ id, name, visible }) => {
      const target = targets.find((candidate) => candidate.id === id && candidate.type === 'worksheet');
      return target === undefined ? [] : [{ name, visible, part: target.part }];
    }),
    sharedStrings: readSharedStrings(zip, part('sharedStrings')),
    formats: readFormats(zip, part('styles')),
  };
}

/**
 * Reads a part of the archive piece by piece, yielding after each. `prepare` may leave out of a piece what says nothing.
 * Throws `WorkbookError` and `UnzipError`.
 */
export function* readPart(
  zip: ZipArchive,
  part: string,
  reader: XmlReader,
  prepare: (piece: string) => string = (piece) => piece,
): Generator<void, void, undefined> {
  const decoder = new TextDecoder();
  const step = function* (fault: XmlFault | undefined): Generator<void, void, undefined> {
    // What was read before a fault is sound.
    yield;
    if (fault !== undefined) throw new WorkbookError(part, fault);
  };
  for (const chunk of zip.chunks(part))
    yield* step(reader.push(prepare(decoder.decode(chunk, { stream: true }))));
  yield* step(reader.push(decoder.decode()) ?? reader.end());
}

function readSmallPart(zip: ZipArchive, part: string, handlers: XmlHandlers): void {
  const bytes = zip.read(part, MOST_TEXT);
  if (bytes === undefined) throw new WorkbookError(part, undefined);
  const fault = readXml(new TextDecoder().decode(bytes), handlers);
  if (fault !== undefined) throw new WorkbookError(part, fault);
}

interface Target {
  readonly id: string;
  /** The last word of the relationship's type: "worksheet", "styles". */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to; "" is the package itself. */
function targetsOf(zip: ZipArchive, part: string): readonly Target[] {
  const slash = part.lastIndexOf('/') + 1;
  const rels = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const targets: Target[] = [];
  if (!zip.names.includes(rels)) return targets;
  readSmallPart(zip, rels, {
    open: (name, { Id = '', Type = '', Target: target = '' }) => {
      if (localName(name) !== 'Relationship') return;
      const path = target.startsWith('/') ? target.slice(1) : part.slice(0, slash) + target;
      targets.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: withoutDots(path) });
    },
  });
  return targets;
}

function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function readSheets(
  zip: ZipArchive,
  part: string,
): { date1904: boolean; sheets: readonly { id: string; name: string; visible: boolean }[] } {
  const sheets: { id: string; name: string; visible: boolean }[] = [];
  let date1904 = false;
  readSmallPart(zip, part, {
    open: (tag, attributes) => {
      if (localName(tag) === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (localName(tag) !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name !== 'id' && localName(name) === 'id')?.[1];
      const state = attributes['state'] ?? 'visible';
      sheets.push({ id: id ?? '', name: attributes['name'] ?? '', visible: state === 'visible' });
    },
  });
  return { date1904, sheets };
}

function readSharedStrings(zip: ZipArchive, part: string | undefined): TextStore {
  const strings = textStore();
  if (part === undefined || !zip.names.includes(part)) return strings;
  const collector = textCollector();
  const reader = xmlReader({
    ...collector,
    close: (tag) => {
      collector.close(tag);
      if (localName(tag) === 'si') strings.add(collector.take());
    },
  });
  for (const _ of readPart(zip, part, reader));
  return strings;
}

function readFormats(zip: ZipArchive, part: string | undefined): readonly CellFormat[] {
  if (part === undefined || !zip.names.includes(part)) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  readSmallPart(zip, part, {
    open: (tag, attributes) => {
      const name = localName(tag);
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'xf' && inCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (tag) => {
      if (localName(tag) === 'cellXfs') inCellFormats = false;
    },
  });
  return ids.map((id) => (id === 0 ? GENERAL : cellFormat(id, codes.get(id))));
}
