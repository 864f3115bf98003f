import type { ReactNode } from 'react';
import { useStudio, useStudioState } from '../studio-context.js';
import { Icon } from './icon.js';

interface ViewFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A view of its own beside the workplace, with the way back. */
export function ViewFrame({ title, lead, children }: ViewFrameProps) {
  const { store } = useStudio();
  const hasDocument = useStudioState((state) => state.document !== undefined);
  return (
    <div className="view">
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
      <main className="view-body">
        <h1>{title}</h1>
        {lead !== undefined && <p className="soft lead">{lead}</p>}
        {children}
      </main>
    </div>
  );
}
