import { type ReactNode, useEffect, useState } from 'react';
import { openDropped } from '../actions/open-dropped.js';
import { useStudio } from '../studio-context.js';

/** A form dropped anywhere on the page is opened; places within that take files of their own come first. */
export function DropPlace({ children }: { readonly children: ReactNode }) {
  const studio = useStudio();
  const [isOver, setOver] = useState(false);
  useEffect(keepPage, []);
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
        if (event.defaultPrevented || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        void openDropped(studio.store, studio, event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
}

/** A file let go beside all places, or over a question, would be shown by the browser instead of the page. */
function keepPage(): () => void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  addEventListener('dragover', refuse);
  addEventListener('drop', refuse);
  return () => {
    removeEventListener('dragover', refuse);
    removeEventListener('drop', refuse);
  };
}
