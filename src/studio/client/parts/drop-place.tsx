import { type DragEvent, type ReactNode, useState } from 'react';
import { useStudio } from '../studio-context.js';
import { readFiles } from './file-picker.js';

interface Dropped extends DataTransferItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** A form dropped anywhere on the page is opened; places within that take files of their own come first. */
export function DropPlace({ children }: { readonly children: ReactNode }) {
  const { openFile } = useStudio();
  const [isOver, setOver] = useState(false);
  const drop = async ({ dataTransfer }: DragEvent): Promise<void> => {
    const [item] = [...dataTransfer.items].filter(({ kind }) => kind === 'file') as Dropped[];
    const [file] = dataTransfer.files;
    if (file === undefined) return;
    // Asked for before the first wait: afterwards the browser has let go of what was dropped.
    const handle = item?.getAsFileSystemHandle?.();
    const [read] = await readFiles([file]);
    const place = await handle?.catch(() => null);
    if (read !== undefined) await openFile(read, place instanceof FileSystemFileHandle ? place : undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard a file is opened with the button of the start page
    <div
      className={isOver ? 'drop-place over' : 'drop-place'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void drop(event);
      }}
    >
      {children}
    </div>
  );
}
