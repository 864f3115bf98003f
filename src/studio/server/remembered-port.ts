import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { writeFiles } from '../../host-node/write-files.js';

/**
 * The port of the last run. A browser keeps what a page stores (fonts, how the panes stand) by its address, the port in it: at
 * another port they would be gone. Only ever a wish: where it is taken by now, another is as good.
 */
export interface RememberedPort {
  readonly read: () => Promise<number | undefined>;
  readonly keep: (port: number) => Promise<void>;
}

export function rememberedPort(userFolder: string): RememberedPort {
  const file = nodePath.join(userFolder, 'cong.txt');
  return {
    read: async () => {
      const text = await fs.readFile(file, 'utf8').catch(() => '');
      const port = /^\d{4,5}\n?$/.test(text) ? Number(text) : 0;
      return port >= 1024 && port <= 65_535 ? port : undefined;
    },
    // Where nothing can be kept, the next run has a port of its own.
    keep: (port) =>
      writeFiles([{ path: file, bytes: new TextEncoder().encode(`${port}\n`) }]).catch(() => {}),
  };
}
