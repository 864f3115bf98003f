import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as nodePath from 'node:path';

/** The files of a folder that a kind is read from, by name, with their bytes. */
type FolderFiles = readonly (readonly [name: string, bytes: Uint8Array])[];

/** The folders of a templates folder that hold a kind, by slug, each with a fingerprint of all that the kind is read from. */
export function kindFingerprints(templates: string): ReadonlyMap<string, string> {
  const common = filesOf(nodePath.join(templates, '_common'));
  const found = new Map<string, string>();
  for (const slug of [...namesIn(templates)].sort()) {
    const files = filesOf(nodePath.join(templates, slug));
    if (files.some(([name]) => name === 'kind.yaml')) found.set(slug, fingerprintOf([files, common]));
  }
  return found;
}

/** The fingerprint of one kind, by its folder and that of what it shares. */
export const fingerprintOfKind = (folder: string, common: string): string =>
  fingerprintOf([filesOf(folder), filesOf(common)]);

/** Names and bytes, each with its length, so that nothing can stand for something else. */
function fingerprintOf(folders: readonly FolderFiles[]): string {
  const hash = createHash('sha256');
  for (const files of folders) {
    hash.update(`${files.length}\n`);
    for (const [name, bytes] of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** In the order of their names. */
function filesOf(folder: string): FolderFiles {
  return namesIn(folder)
    .filter((name) => /\.(?:yaml|hbs)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(nodePath.join(folder, name))] as const);
}

/** None in what is no folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
