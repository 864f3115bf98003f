import * as nodePath from 'node:path';
import type { Host } from '../host/host.js';

/** The text files of a kind's folder, by their names, in order: what a new kind is copied from. */
export async function readKindFiles(
  folder: string,
  host: Pick<Host, 'readFile' | 'listFolder'>,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const names = ((await host.listFolder(folder)) ?? []).filter((name) => /\.(yaml|hbs)$/.test(name));
  const files = names.map(async (name) => {
    const bytes = await host.readFile(nodePath.join(folder, name));
    return bytes ? [{ name, text: new TextDecoder().decode(bytes).replaceAll('\r\n', '\n') }] : [];
  });
  return (await Promise.all(files)).flat();
}
