import * as nodePath from 'node:path';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Host } from '../host/host.js';
import type { Kind } from '../kind/kind.js';
import { builtKindsFolder, loadBuiltKinds } from './built-kinds.js';
import { bundledTemplates } from './package-folder.js';

type ReadingHost = Pick<Host, 'readFile' | 'listFolder'>;

/** Whether a kind's folder came with the program. */
export const isBundled = (folder: string): boolean => nodePath.dirname(folder) === bundledTemplates;

/**
 * All kinds of paper: those that come with the program, as they were built or else read from their folder, and those of a
 * folder of the user's own, which may also be a single kind and is always read. A kind of the user's replaces one of the
 * same slug. By slug; with an error in any of them there is no value. `built`, `templates`: where the build step wrote, and
 * what it read.
 */
export async function loadKinds(
  own: string | undefined,
  from: ReadingHost,
  built: URL = builtKindsFolder,
  templates: string = bundledTemplates,
): Promise<Outcome<readonly Kind[]>> {
  // Kinds share files: each is read once in a load.
  const host: ReadingHost = {
    readFile: once((path) => from.readFile(path)),
    listFolder: once((path) => from.listFolder(path)),
  };
  const folders = new Map<string, string>();
  const ready = new Map(await loadBuiltKinds(templates, built));
  for (const folder of await kindFolders(templates, host)) folders.set(nodePath.basename(folder), folder);
  if (own !== undefined) {
    const found = await kindFolders(own, host);
    if (found.length === 0) return { diagnostics: [noKinds(own)] };
    for (const folder of found) {
      folders.set(nodePath.basename(folder), folder);
      ready.delete(nodePath.basename(folder));
    }
  }
  const kinds: Kind[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [slug, folder] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = ready.get(slug);
    const loaded = kind ? { value: kind, diagnostics: [] } : await readFolder(folder, host);
    diagnostics.push(...loaded.diagnostics);
    if (loaded.value) kinds.push(loaded.value);
  }
  return kinds.length === folders.size ? { value: kinds, diagnostics } : { diagnostics };
}

function once<T>(call: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    const answer = known.get(path) ?? call(path);
    known.set(path, answer);
    return answer;
  };
}

/** What reads a folder is loaded when one is to be read: the parser and compiler of templates among it. */
async function readFolder(folder: string, host: ReadingHost): Promise<Outcome<Kind>> {
  const { loadKind } = await import('../kind/load-kind.js');
  const { evaluateTemplate } = await import('./evaluate-template.js');
  return loadKind(host, folder, evaluateTemplate, await commonFolder(folder, host));
}

/** The folder itself, or the folders in it, that hold a kind.yaml. */
export async function kindFolders(folder: string, host: ReadingHost): Promise<readonly string[]> {
  const names = (await host.listFolder(folder)) ?? [];
  if (names.includes('kind.yaml')) return [nodePath.resolve(folder)];
  const found: string[] = [];
  for (const name of names) {
    const inner = nodePath.resolve(folder, name);
    if (await isKindFolder(inner, host)) found.push(inner);
  }
  return found;
}

async function isKindFolder(folder: string, host: ReadingHost): Promise<boolean> {
  try {
    return ((await host.listFolder(folder)) ?? []).includes('kind.yaml');
  } catch {
    return false; // A file beside the kinds, as a README.
  }
}

/** What a kind shares with its neighbours; the program's own where the user's folder has none. */
export async function commonFolder(folder: string, host: ReadingHost): Promise<string> {
  const beside = nodePath.join(nodePath.dirname(folder), '_common');
  return (await host.listFolder(beside)) ? beside : nodePath.join(bundledTemplates, '_common');
}

export const noKinds = (folder: string): Diagnostic => ({
  code: 'kind/no-kinds',
  severity: 'error',
  message: `Thư mục "${folder}" không có mẫu văn bản nào`,
  hints: [
    'Mỗi mẫu là một thư mục có kind.yaml, template.hbs, sample.yaml; ghi thư mục chứa các mẫu sau --templates',
  ],
});
