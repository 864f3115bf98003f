import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildKinds } from '../../../src/host-node/build-kinds.js';
import { bundledTemplates } from '../../../src/host-node/package-folder.js';
import type { BuiltKind } from '../../../src/kind/built-kind.js';
import type { EngineParts } from '../../../src/studio/engine/engine-parts.js';
import { fontFile } from '../../font/fonts-for-tests.js';

let built: Promise<string> | undefined;

/** The folder of the program's kinds as modules, built once for a file of tests. */
export function builtKinds(): Promise<string> {
  built ??= (async () => {
    const out = mkdtempSync(join(tmpdir(), 'thethuc-kinds-'));
    const found = await buildKinds(bundledTemplates, out);
    if (found.length > 0) throw new Error(JSON.stringify(found));
    return out;
  })();
  return built;
}

export const addressOf = async (slug: string): Promise<string> =>
  pathToFileURL(join(await builtKinds(), `${slug}.js`)).href;

/** What an engine of the program as it comes is made of. */
export async function loadParts(): Promise<EngineParts> {
  const { kinds } = (await import(await addressOf('index'))) as { kinds: readonly { slug: string }[] };
  const opened = await Promise.all(
    kinds.map(async ({ slug }) => (await import(await addressOf(slug))) as { kind: BuiltKind }),
  );
  return { kinds: opened.map(({ kind }) => ({ kind, isOwn: false })), fonts: fontFile };
}
