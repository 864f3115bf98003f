import type { OutputFile } from '../host/host.js';
import type { PlannedOutput } from './output-plan.js';
import type { WriteOptions } from './press.js';

/** The bytes of planned files, under their paths. */
export async function makeFiles(
  outputs: readonly PlannedOutput[],
  options: WriteOptions,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const output of outputs) {
    const pages = await output.paper.paper.write(output.format, options);
    if (pages.length !== output.paths.length)
      throw new Error(`${pages.length} files for ${output.paths.length} names`);
    for (const [index, bytes] of pages.entries()) files.push({ path: output.paths[index]!, bytes });
  }
  return files;
}
