import * as nodePath from 'node:path';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Host } from '../host/host.js';
import type { Kind } from '../kind/kind.js';
import { loadKind } from '../kind/load-kind.js';
import { evaluateTemplate } from './evaluate-template.js';
import { packageFolder } from './package-folder.js';

type ReadingHost = Pick<Host, 'readFile' | 'listFolder'>;

/** The folder of the kinds that come with the program. */
export const bundledTemplates: string = nodePath.join(packageFolder, 'templates');

/**
 * All kinds of paper: those that come with the program, and those of a folder of the user's own, which may also be a single
 * kind. A kind of the user's replaces one of the same slug. By slug; with an error in any of them there is no value.
 */
export async function loadKinds(
  own: string | undefined,
  host: ReadingHost,
): Promise<Outcome<readonly Kind[]>> {
  const folders = new Map<string, string>();
  for (const folder of await kindFolders(bundledTemplates, host))
    folders.set(nodePath.basename(folder), folder);
  if (own !== undefined) {
    const found = await kindFolders(own, host);
    if (found.length === 0) return { diagnostics: [noKinds(own)] };
    for (const folder of found) folders.set(nodePath.basename(folder), folder);
  }
  const kinds: Kind[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [, folder] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const loaded = await loadKind(host, folder, evaluateTemplate, await commonFolder(folder, host));
    diagnostics.push(...loaded.diagnostics);
    if (loaded.value) kinds.push(loaded.value);
  }
  return kinds.length === folders.size ? { value: kinds, diagnostics } : { diagnostics };
}

/** The folder itself, or the folders in it, that hold a kind.yaml. */
async function kindFolders(folder: string, host: ReadingHost): Promise<readonly string[]> {
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
async function commonFolder(folder: string, host: ReadingHost): Promise<string> {
  const beside = nodePath.join(nodePath.dirname(folder), '_common');
  return (await host.listFolder(beside)) ? beside : nodePath.join(bundledTemplates, '_common');
}

const noKinds = (folder: string): Diagnostic => ({
  code: 'kind/no-kinds',
  severity: 'error',
  message: `Thư mục "${folder}" không có mẫu văn bản nào`,
  hints: [
    'Mỗi mẫu là một thư mục có kind.yaml, template.hbs, sample.yaml; ghi thư mục chứa các mẫu sau --templates',
  ],
});
