import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { HostError } from '../host/host-error.js';
import { createPdfVolume, PdfMergeError, type PdfVolume } from '../pdf/merge-pdf.js';
import { readErrorOf } from './bundle-errors.js';
import { createStreamedFile } from './streamed-file.js';

/** A finished PDF file; those of one title that follow each other are one unit's, which no volume parts. */
export interface PrintPaper {
  readonly path: string;
  readonly title: string;
}

export interface PrintVolume {
  /** Of the file, without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly papers: number;
  /** Blank ones too. */
  readonly pages: number;
}

export interface PrintOptions {
  /** Papers of a volume at most, unless one unit has more: 500 without it. */
  readonly most?: number;
  /** A blank page after a paper with an odd number of them. */
  readonly evenPages?: boolean;
  /** Where the volumes are until all are whole, in the file system of the target; without it the target's own folder. */
  readonly temporary?: string;
}

/** Papers of a volume where nothing else is asked for. */
export const MOST_PAPERS = 500;

/** "print.pdf" for one volume, "print-1.pdf", "print-2.pdf" … for more. */
export function printVolumeNames(target: string, count: number): readonly string[] {
  const { name, ext } = path.parse(target);
  return count === 1
    ? [`${name}${ext}`]
    : Array.from({ length: count }, (_, index) => `${name}-${index + 1}${ext}`);
}

/** How many volumes papers of these titles come to. */
export function countPrintVolumes(titles: Iterable<string>, most = MOST_PAPERS): number {
  const units: number[] = [];
  let last: string | undefined;
  for (const title of titles) {
    if (title === last) units[units.length - 1]! += 1;
    else units.push(1);
    last = title;
  }
  let volumes = 0;
  let held = 0;
  for (const papers of units) {
    if (volumes === 0 || startsVolume(held, papers, most)) {
      volumes += 1;
      held = 0;
    }
    held += papers;
  }
  return volumes;
}

const startsVolume = (held: number, coming: number, most: number): boolean => held + coming > most;

/**
 * The papers in their order as files for the printer. All volumes are whole before the first takes its name; the same papers
 * give the same bytes. One paper is in memory at a time. No paper, no file. Throws HostErrors; that of a paper that cannot be
 * read names it.
 */
export async function writePrintVolumes(
  target: string,
  papers: Iterable<PrintPaper> | AsyncIterable<PrintPaper>,
  options: PrintOptions = {},
): Promise<readonly PrintVolume[]> {
  const { most = MOST_PAPERS } = options;
  const volumes: Volume[] = [];
  try {
    for await (const unit of byTitle(papers)) {
      let volume = volumes.at(-1);
      if (volume === undefined || startsVolume(volume.papers(), unit.length, most)) {
        await volume?.finish();
        volume = await openVolume(target, options);
        volumes.push(volume);
      }
      for (const paper of unit) await volume.add(paper);
    }
    await volumes.at(-1)?.finish();
    const names = printVolumeNames(target, volumes.length);
    const placed: PrintVolume[] = [];
    for (const [index, volume] of volumes.entries()) placed.push(await volume.placeAs(names[index]!));
    return placed;
  } finally {
    for (const { drop } of volumes) await drop();
  }
}

/** Papers of one unit together. */
async function* byTitle(
  papers: Iterable<PrintPaper> | AsyncIterable<PrintPaper>,
): AsyncGenerator<readonly PrintPaper[]> {
  let unit: PrintPaper[] = [];
  for await (const paper of papers) {
    if (unit.length > 0 && unit[0]!.title !== paper.title) {
      yield unit;
      unit = [];
    }
    unit.push(paper);
  }
  if (unit.length > 0) yield unit;
}

interface Volume {
  readonly papers: () => number;
  readonly add: (paper: PrintPaper) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly placeAs: (name: string) => Promise<PrintVolume>;
  readonly drop: () => Promise<void>;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function openVolume(target: string, options: PrintOptions): Promise<Volume> {
  const { evenPages = false, temporary } = options;
  const file = await createStreamedFile(target, temporary);
  const pdf = createPdfVolume(file.write, { evenPages, digest: sha256, title: path.parse(target).name });
  let papers = 0;
  let done: Omit<PrintVolume, 'name'> | undefined;
  return {
    papers: () => papers,
    add: async (paper) => {
      await addPaper(pdf, paper);
      papers += 1;
    },
    finish: async () => {
      const totals = await pdf.close();
      done = { ...(await file.finish()), ...totals };
    },
    placeAs: async (name) => {
      if (done === undefined) throw new Error('a volume takes its name before it is whole');
      await file.place(path.join(path.dirname(target), name));
      return { name, ...done };
    },
    drop: file.drop,
  };
}

async function addPaper(pdf: PdfVolume, paper: PrintPaper): Promise<void> {
  const bytes = await read(paper.path);
  try {
    await pdf.add(bytes, paper.title);
  } catch (cause) {
    if (!(cause instanceof PdfMergeError)) throw cause;
    const message = `Không ghép được "${paper.path}" vào tệp in: ${cause.message}`;
    throw new HostError('other', paper.path, message, 'Xóa tệp đó rồi chạy lại lệnh để làm lại', cause);
  }
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await fs.readFile(file);
  } catch (cause) {
    throw readErrorOf(cause, file, 'tệp in');
  }
}
