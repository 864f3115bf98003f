import { type ReactNode, useRef } from 'react';
import type { NamedFile } from '../../protocol.js';

interface FilePickerProps {
  readonly label: ReactNode;
  readonly className?: string;
  /** ".yaml,.docx" */
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly NamedFile[]) => void;
  /** For screen readers and tests. */
  readonly name: string;
}

/** A button that asks for files of the machine. */
export function FilePicker({
  label,
  className = 'button',
  accept,
  isMultiple = false,
  onFiles,
  name,
}: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        className="only-heard"
        tabIndex={-1}
        aria-label={name}
        accept={accept}
        multiple={isMultiple}
        onChange={async (event) => {
          const { files } = event.currentTarget;
          const read = await readFiles([...(files ?? [])]);
          // The same file may be chosen again.
          if (input.current !== null) input.current.value = '';
          if (read.length > 0) onFiles(read);
        }}
      />
    </>
  );
}

export const readFiles = (files: readonly File[]): Promise<readonly NamedFile[]> =>
  Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
