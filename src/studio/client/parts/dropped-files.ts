import type { NamedFile } from '../../protocol.js';

interface DroppedItem extends DataTransferItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

interface FolderHandle extends FileSystemDirectoryHandle {
  readonly values: () => AsyncIterable<FileSystemHandle>;
}

/** A file that was dropped, not read yet: a folder may have thousands. */
export interface DroppedFile {
  /** Of one in a folder its path: "nhan-ve/cd-may.pdf". */
  readonly name: string;
  readonly read: () => Promise<NamedFile>;
  /** With it the file can be written over. */
  readonly handle?: FileSystemFileHandle;
}

/** All files that were dropped, read. To be called at once, as `findDropped`. */
export const droppedFiles = async (dropped: DataTransfer): Promise<readonly NamedFile[]> =>
  Promise.all((await findDropped(dropped)).map(({ read }) => read()));

/**
 * The files that were dropped, those of folders among them. To be called at once: afterwards the browser has let go of what
 * was dropped. Entries are read where there are no handles (Firefox), since Chromium gives the entries of a folder to no page
 * that is a file itself.
 */
export async function findDropped({ items, files }: DataTransfer): Promise<readonly DroppedFile[]> {
  const dropped = ([...items] as DroppedItem[]).filter(({ kind }) => kind === 'file');
  const plain = [...files];
  const entries = dropped.map((item) => item.webkitGetAsEntry?.());
  const asked = dropped.map((item) => item.getAsFileSystemHandle?.().catch(() => null));
  const handles = await Promise.all(asked);
  if (!entries.some((entry) => entry?.isDirectory))
    return plain.map((file, at) =>
      withHandle(
        fileOf(file.name, async () => file),
        handles[at],
      ),
    );
  const found: (readonly DroppedFile[])[] = [];
  for (const [at, handle] of handles.entries()) {
    const entry = entries[at];
    if (handle) found.push(await filesOfHandle(handle, handle.name));
    else if (entry) found.push(await filesOfEntry(entry));
  }
  return found.flat();
}

const fileOf = (name: string, get: () => Promise<File>): DroppedFile => ({
  name,
  read: async () => ({ name, bytes: new Uint8Array(await (await get()).arrayBuffer()) }),
});

const withHandle = (file: DroppedFile, handle: FileSystemHandle | null | undefined): DroppedFile =>
  handle?.kind === 'file' ? { ...file, handle: handle as FileSystemFileHandle } : file;

async function filesOfHandle(handle: FileSystemHandle, path: string): Promise<readonly DroppedFile[]> {
  if (handle.kind === 'file') {
    const get = (): Promise<File> => (handle as FileSystemFileHandle).getFile();
    return [withHandle(fileOf(path, get), handle)];
  }
  const inside: FileSystemHandle[] = [];
  for await (const one of (handle as FolderHandle).values()) inside.push(one);
  const found: (readonly DroppedFile[])[] = [];
  for (const one of inside.sort(byName)) found.push(await filesOfHandle(one, `${path}/${one.name}`));
  return found.flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly DroppedFile[]> {
  if (entry.isFile) {
    const get = (): Promise<File> =>
      new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [fileOf(entry.fullPath.replace(/^\//, ''), get)];
  }
  const found: (readonly DroppedFile[])[] = [];
  for (const one of await entriesIn(entry as FileSystemDirectoryEntry)) found.push(await filesOfEntry(one));
  return found.flat();
}

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;

/** A browser gives the entries of a folder some at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all.sort(byName);
    all.push(...some);
  }
}
