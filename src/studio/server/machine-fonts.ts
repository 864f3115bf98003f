import * as nodePath from 'node:path';
import type { Host } from '../../host/host.js';
import { findFonts, thisSystem } from '../../host-node/find-fonts.js';
import type { FontSystem } from '../../host-node/font-folders.js';
import type { FaceName, MachineFonts } from '../desk-protocol.js';

export interface FontShelf {
  readonly fonts: () => Promise<MachineFonts>;
  readonly bytes: (face: string) => Promise<Uint8Array | undefined>;
}

/** In the order of `findFonts`' files. */
const FACES: readonly FaceName[] = ['regular', 'bold', 'italic', 'boldItalic'];

/** The machine's Times New Roman, looked for once. What cannot be read as that family is as none. */
export function fontShelf(host: Host, system: FontSystem = thisSystem()): FontShelf {
  let found: Promise<ReadonlyMap<string, string>> | undefined;
  const files = (): Promise<ReadonlyMap<string, string>> => {
    found ??= fontFiles(host, system);
    return found;
  };
  const bytes = async (face: string): Promise<Uint8Array | undefined> => {
    const file = (await files()).get(face);
    return file === undefined ? undefined : host.readFile(file).catch(() => undefined);
  };
  return {
    bytes,
    fonts: async () => {
      const faces = [...(await files())].map(async ([face, file]) => {
        const size = (await bytes(face))?.length;
        return { face: FACES.find((one) => one === face)!, name: nodePath.basename(file), size: size ?? 0 };
      });
      return { faces: (await Promise.all(faces)).filter(({ size }) => size > 0) };
    },
  };
}

async function fontFiles(host: Host, system: FontSystem): Promise<ReadonlyMap<string, string>> {
  const { value } = await findFonts(undefined, host, system);
  if (value?.set.family !== 'Times New Roman') return new Map();
  return new Map(FACES.map((face, at) => [face, value.files[at]!]));
}
