import type { ReactNode } from 'react';
import type { NamedFile } from '../../protocol.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { Icon } from './icon.js';
import { useDroppedFiles } from './use-dropped-files.js';

interface ViewFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  /** As wide as the window allows, for a table of many columns. */
  readonly isWide?: boolean;
  /** Files dropped anywhere on the view; without, the page opens them as it does elsewhere. */
  readonly onDropped?: (files: readonly NamedFile[]) => void;
}

/** A view of its own beside the workplace, with the way back. */
export function ViewFrame({ title, lead, children, isWide = false, onDropped }: ViewFrameProps) {
  const { store } = useStudio();
  const readDropped = useDroppedFiles();
  const hasDocument = useStudioState((state) => state.document !== undefined);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the buttons within are used
    <div
      className="view"
      onDrop={(event) => {
        const { files } = event.dataTransfer;
        if (onDropped === undefined || event.defaultPrevented || files.length === 0) return;
        event.preventDefault();
        readDropped(event.dataTransfer, onDropped);
      }}
    >
      <header className="view-head">
        <button
          type="button"
          className="button quiet"
          onClick={() => store.dispatch({ type: 'view', view: 'start' })}
        >
          <Icon name="back" />
          Trang đầu
        </button>
        {hasDocument && (
          <button
            type="button"
            className="button quiet"
            onClick={() => store.dispatch({ type: 'view', view: 'work' })}
          >
            Trở lại văn bản đang soạn
          </button>
        )}
      </header>
      <main className={isWide ? 'view-body wide' : 'view-body'}>
        <h1>{title}</h1>
        {lead !== undefined && <p className="soft lead">{lead}</p>}
        {children}
      </main>
    </div>
  );
}
