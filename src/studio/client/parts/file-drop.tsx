import { useState } from 'react';
import type { NamedFile } from '../../protocol.js';
import { FilePicker } from './file-picker.js';
import { useDroppedFiles } from './use-dropped-files.js';

interface FileDropProps {
  readonly name: string;
  readonly accept: string;
  readonly label: string;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly NamedFile[]) => void;
}

/** A wide place that files are dropped on, or chosen by a click. */
export function FileDrop({ name, accept, label, isMultiple = false, onFiles }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const readDropped = useDroppedFiles();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the button in it is used
    <div
      className={isOver ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        readDropped(event.dataTransfer, (files) => onFiles(isMultiple ? files : files.slice(0, 1)));
      }}
    >
      <FilePicker
        label={label}
        name={name}
        accept={accept}
        isMultiple={isMultiple}
        onFiles={onFiles}
        className="file-drop-button"
      />
    </div>
  );
}
