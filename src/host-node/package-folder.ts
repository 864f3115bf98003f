import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalise } from '../vietnamese/normalise.js';

/** The folder of the installed package: two above this file, in src/ as in dist/. */
export const packageFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of the kinds that come with the program. */
export const bundledTemplates: string = path.join(packageFolder, 'templates');

/** The text of a file of those kinds, for findings that point there: a kind that was built has not read it. */
export const bundledText = (file: string): string | undefined =>
  file.startsWith(`${bundledTemplates}${path.sep}`) && existsSync(file)
    ? normalise(readFileSync(file, 'utf8')).text
    : undefined;

/** A file that comes with the package, by its path there. It is part of the program, so a missing one is a defect and throws. */
export const readPackageFile = (...steps: readonly string[]): Uint8Array =>
  readFileSync(path.join(packageFolder, ...steps));

/** "0.1.0", from package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(readPackageFile('package.json')));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest && typeof manifest.version === 'string' ? manifest.version : '0.0.0';
}
