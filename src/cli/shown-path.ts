import type { PlatformPath } from 'node:path';

/** A path as the user sees it: from the current folder where it lies in or beside it, else whole. */
export function shownPath(path: string, io: { readonly path: PlatformPath; readonly cwd: string }): string {
  const relative = io.path.relative(io.cwd, path);
  const climbs = relative.split(io.path.sep).filter((step) => step === '..').length;
  return relative === '' || climbs > 1 || io.path.isAbsolute(relative) ? path : relative;
}
