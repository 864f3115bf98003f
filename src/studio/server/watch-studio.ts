import * as nodePath from 'node:path';
import type { EventHub } from './event-hub.js';
import { isKnownFile, MOST_FILE, MOST_FORM } from './file-types.js';
import { entersFolder, MOST_DEPTH } from './folder-list.js';
import { stepsOf } from './folder-path.js';
import type { KindShelf } from './kind-shelf.js';
import { watchSettled } from './settled-files.js';

export interface Watching {
  readonly ready: Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Tells pages of files of the opened folder that changed, and of kinds whose files did. */
export function watchStudio(
  root: string,
  kinds: KindShelf,
  hub: EventHub,
  onFault: (cause: unknown) => void,
): Watching {
  const onBlind = (): void =>
    hub.tell({
      type: 'blind',
      message: 'Không theo dõi được hết thay đổi trong thư mục, có thể vì thư mục có quá nhiều tệp',
    });
  const files = watchSettled({
    folders: [root],
    depth: MOST_DEPTH,
    mostBytes: MOST_FILE,
    // They may lead out of the folder.
    followsLinks: false,
    takes: (path) => isKnownFile(path) && stepsOf(below(root, path)) !== undefined,
    enters: (path) => below(root, path).split('/').every(entersFolder),
    onBlind,
    onSettled: (settled) =>
      hub.tell({ type: 'files', changes: settled.map((one) => ({ ...one, path: below(root, one.path) })) }),
  });
  const refresh = (paths: readonly string[]): Promise<void> =>
    kinds.refresh((changes) => hub.tell({ type: 'kinds', ...changes }), paths);
  const templates = watchSettled({
    folders: kinds.folders(),
    // The folder of kinds, the kinds, and whatever an author keeps beside his files.
    depth: 2,
    mostBytes: MOST_FORM,
    followsLinks: true,
    takes: (path) => /\.(?:hbs|yaml)$/.test(path),
    enters: (path) => entersFolder(nodePath.basename(path)),
    onBlind,
    onSettled: (settled) => void refresh(settled.map(({ path }) => path)).catch(onFault),
  });
  return {
    ready: Promise.all([files.ready, templates.ready]),
    close: async () => {
      await Promise.all([files.close(), templates.close()]);
    },
  };
}

const below = (root: string, path: string): string =>
  nodePath.relative(root, path).split(nodePath.sep).join('/');
