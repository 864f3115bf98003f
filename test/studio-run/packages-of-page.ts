import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../src/host-node/package-folder.js';

/** What a module of ours takes of others at run time, not their types alone. */
const IMPORT =
  /(?:^|\n)(?:import|export)(?!\s+type\b)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** What CodeMirror takes of it is for languages of another make; nothing of it comes into the page. */
const UNUSED = ['@codemirror/streamparser'];

/** The packages that the one-file page is made with: those that its sources import, and what CodeMirror brings along. */
export function packagesOfPage(): readonly string[] {
  const [seen, packages] = [new Set<string>(), new Set<string>()];
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, still, lazy] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const name = (still ?? lazy)!;
      if (name.startsWith('.')) {
        const found = sourceOf(join(dirname(file), name));
        if (found !== undefined) visit(found);
      } else if (!name.startsWith('#')) packages.add(packageName(name));
    }
  };
  const client = join(packageFolder, 'src', 'studio', 'client');
  visit(join(client, 'main-offline.tsx'));
  visit(join(client, 'worker', 'offline-worker.ts'));
  // A set gives what is added while it is gone through too.
  for (const name of packages)
    if (name.startsWith('@codemirror/'))
      for (const [, inner] of entryOf(name).matchAll(IMPORT)) packages.add(packageName(inner!));
  return [...packages].filter((name) => !UNUSED.includes(name)).sort();
}

const sourceOf = (path: string): string | undefined =>
  [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].find((file) => existsSync(file));

const packageName = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

/** The module that a bundler takes of a package of CodeMirror. */
const entryOf = (name: string): string =>
  readFileSync(join(packageFolder, 'node_modules', name, 'dist', 'index.js'), 'utf8');

interface Manifest {
  readonly version: string;
}

export const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(packageFolder, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;

/** The licence file of a package; "" where it has none. */
export function licenceOf(name: string): string {
  const folder = join(packageFolder, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
}
