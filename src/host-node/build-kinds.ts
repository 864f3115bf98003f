import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { KindHost, ReadKind } from '../kind/load-kind.js';
import { readKind } from '../kind/load-kind.js';
import { writeBuiltKind } from '../kind/write-built-kind.js';
import { TEMPLATE_FOLDERS } from '../template/built-template.js';
import type { BuiltKindEntry } from './built-kinds.js';
import { kindFingerprints } from './template-files.js';

/**
 * The build step of the kinds that come with the program: reads and checks them, and writes each as an ES module into `out`,
 * with an `index.js` of them (`BuiltKindEntry`). Whatever is found in a kind is returned, and then nothing is written.
 */
export async function buildKinds(templates: string, out: string): Promise<readonly Diagnostic[]> {
  const modules = new Map<string, string>();
  const entries: BuiltKindEntry[] = [];
  const findings: Diagnostic[] = [];
  const host = hostIn(templates);
  for (const [slug, fingerprint] of kindFingerprints(templates)) {
    const folder = `${TEMPLATE_FOLDERS.kind}/${slug}`;
    const { value, diagnostics } = await readKind(host, folder, TEMPLATE_FOLDERS.common);
    findings.push(...diagnostics);
    if (value === undefined) continue;
    modules.set(`${slug}.js`, writeBuiltKind(value));
    entries.push({ slug, ...namesOf(value), fingerprint });
  }
  if (findings.length === 0) writeModules(out, modules.set('index.js', indexOf(entries)));
  return findings;
}

const namesOf = ({ definition: { name, aliases = [] } }: ReadKind) => ({ name, aliases });

const indexOf = (entries: readonly BuiltKindEntry[]): string =>
  `export const kinds = [\n${entries.map((entry) => `${JSON.stringify(entry)},\n`).join('')}];\n`;

/** The index last: until it is there, the folder of templates is read. */
function writeModules(out: string, modules: ReadonlyMap<string, string>): void {
  rmSync(nodePath.join(out, 'index.js'), { force: true });
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out))
    if (!modules.has(name)) rmSync(nodePath.join(out, name), { force: true });
  for (const [name, text] of modules) {
    const temporary = nodePath.join(out, `${name}.tmp`);
    writeFileSync(temporary, text);
    renameSync(temporary, nodePath.join(out, name));
  }
}

/** The templates under names that are the same on every machine. */
function hostIn(templates: string): KindHost {
  const pathOf = (name: string): string => {
    const [root = '', ...steps] = name.split('/');
    return nodePath.join(templates, ...(root === TEMPLATE_FOLDERS.common ? ['_common', ...steps] : steps));
  };
  return {
    readFile: (name) => orNothing(readFile(pathOf(name))),
    listFolder: async (name) => (await orNothing(readdir(pathOf(name))))?.sort(),
  };
}

async function orNothing<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
