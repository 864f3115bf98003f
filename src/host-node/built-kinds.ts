import { existsSync } from 'node:fs';
import * as nodePath from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltKind, openBuiltKind } from '../kind/built-kind.js';
import type { Kind } from '../kind/kind.js';
import { kindFingerprints } from './template-files.js';

/** A kind in the index that the build step writes (`buildKinds`); the kind itself is the module `<slug>.js` beside it. */
export interface BuiltKindEntry {
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Of the files that it was built from. */
  readonly fingerprint: string;
}

/** Where the build step writes; in src/, which the tests run, there is no such folder. */
export const builtKindsFolder: URL = new URL('../kinds/', import.meta.url);

/**
 * The kinds of a templates folder that are ready in a folder of built ones, by slug. One is left out when its files, or those
 * that kinds share, are not those that it was built from: whoever changes a template need not build before he looks.
 */
export async function loadBuiltKinds(templates: string, folder: URL): Promise<ReadonlyMap<string, Kind>> {
  const index = new URL('index.js', folder);
  if (!existsSync(fileURLToPath(index))) return new Map();
  const { kinds }: { readonly kinds: readonly BuiltKindEntry[] } = await import(index.href);
  const fingerprints = kindFingerprints(templates);
  const fresh = kinds.filter(({ slug, fingerprint }) => fingerprints.get(slug) === fingerprint);
  const common = nodePath.join(templates, '_common');
  const opened = fresh.map(async ({ slug }) => {
    const { kind }: { readonly kind: BuiltKind } = await import(new URL(`${slug}.js`, folder).href);
    return [slug, openBuiltKind(kind, { kind: nodePath.join(templates, slug), common })] as const;
  });
  return new Map(await Promise.all(opened));
}
