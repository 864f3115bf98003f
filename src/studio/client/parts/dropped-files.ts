import type { NamedFile } from '../../protocol.js';
import { readFiles } from './file-picker.js';

interface DroppedItem extends DataTransferItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

interface FolderHandle extends FileSystemDirectoryHandle {
  readonly values: () => AsyncIterable<FileSystemHandle>;
}

/**
 * The files that were dropped, those of folders among them with their paths: "nhan-ve/cd-may.pdf". To be called at once:
 * afterwards the browser has let go of what was dropped. Entries are read where there are no handles (Firefox), since
 * Chromium gives the entries of a folder to no page that is a file itself.
 */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly NamedFile[]> {
  const dropped = ([...items] as DroppedItem[]).filter(({ kind }) => kind === 'file');
  const entries = dropped.map((item) => item.webkitGetAsEntry?.());
  if (!entries.some((entry) => entry?.isDirectory)) return readFiles([...files]);
  const handles = await Promise.all(dropped.map((item) => item.getAsFileSystemHandle?.()));
  const found: (readonly NamedFile[])[] = [];
  for (const [at, handle] of handles.entries()) {
    const entry = entries[at];
    if (handle) found.push(await filesOfHandle(handle, handle.name));
    else if (entry) found.push(await filesOfEntry(entry));
  }
  return found.flat();
}

async function filesOfHandle(handle: FileSystemHandle, path: string): Promise<readonly NamedFile[]> {
  if (handle.kind === 'file') return [await readAs(path, await (handle as FileSystemFileHandle).getFile())];
  const inside: FileSystemHandle[] = [];
  for await (const one of (handle as FolderHandle).values()) inside.push(one);
  const found: (readonly NamedFile[])[] = [];
  for (const one of inside.sort(byName)) found.push(await filesOfHandle(one, `${path}/${one.name}`));
  return found.flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [await readAs(entry.fullPath.replace(/^\//, ''), file)];
  }
  const found: (readonly NamedFile[])[] = [];
  for (const one of await entriesIn(entry as FileSystemDirectoryEntry)) found.push(await filesOfEntry(one));
  return found.flat();
}

const readAs = async (name: string, file: File): Promise<NamedFile> => ({
  name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

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
