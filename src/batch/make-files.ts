import type { OutputFile } from '../host/host.js';
import type { OutputFormat, ReadyPaper, WriteOptions } from './ready-paper.js';

/** One format of one paper and the paths of its files, one a page for svg and png. */
export interface PlannedFiles {
  readonly paper: ReadyPaper;
  readonly format: OutputFormat;
  readonly paths: readonly string[];
}

/** The bytes of planned files, under their paths. */
export async function makeFiles(
  outputs: readonly PlannedFiles[],
  options: WriteOptions,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const { paper, format, paths } of outputs) {
    const pages = await paper.write(format, options);
    if (pages.length !== paths.length) throw new Error(`${pages.length} files for ${paths.length} names`);
    for (const [index, bytes] of pages.entries()) files.push({ path: paths[index]!, bytes });
  }
  return files;
}
