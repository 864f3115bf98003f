import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { useStudio, useStudioState } from '../studio-context.js';

/** The tree and the markup of the paper as text, for who writes templates. */
export function InsidesPanel() {
  const { store } = useStudio();
  const isOn = useStudioState((state) => state.insides);
  const overlay = useStudioState((state) => state.overlay);
  const insides = useStudioState((state) => state.look?.insides);
  const [part, setPart] = useState<'tree' | 'markup'>('tree');
  if (!isOn) return null;
  return (
    <Dialog
      title="Bên trong văn bản"
      isWide
      onClose={() => store.dispatch({ type: 'shown', overlay, insides: false })}
    >
      <div className="row">
        <button
          type="button"
          className="button"
          aria-pressed={part === 'tree'}
          onClick={() => setPart('tree')}
        >
          Cây văn bản
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={part === 'markup'}
          onClick={() => setPart('markup')}
        >
          Đánh dấu
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className="insides" tabIndex={0}>
        {insides?.[part] ?? 'Đang đọc…'}
      </pre>
    </Dialog>
  );
}
