import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package: two above this file, in src/ as in dist/. */
export const packageFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A file that comes with the package, by its path there. It is part of the program, so a missing one is a defect and throws. */
export const readPackageFile = (...steps: readonly string[]): Uint8Array =>
  readFileSync(path.join(packageFolder, ...steps));

/** "0.1.0", from package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(readPackageFile('package.json')));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest && typeof manifest.version === 'string' ? manifest.version : '0.0.0';
}
