import type { PlatformPath } from 'node:path';
import * as path from 'node:path';

/** `ke-hoach\*.yaml` of Windows as the pattern language wants it; a letter after a backslash is never an escape there. */
export const toPattern = (typed: string, system: PlatformPath): string =>
  system.sep === '\\' ? typed.replaceAll('\\', '/') : typed;

/** The files that a pattern with `*` or `?` matches, sorted, spelled from the current folder as the pattern is. */
export async function expandPattern(typed: string, cwd: string): Promise<readonly string[]> {
  const { default: glob } = await import('fast-glob');
  const found = await glob(toPattern(typed, path), { cwd, onlyFiles: true, followSymbolicLinks: false });
  return found.sort().map((name) => path.normalize(name));
}
