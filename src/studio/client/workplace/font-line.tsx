import { useState } from 'react';
import { useStudioState } from '../studio-context.js';
import { FontsDialog } from './fonts-dialog.js';

/** At the lower edge: what the papers are drawn with, and how long they are. */
export function FontLine() {
  const source = useStudioState((state) => state.fonts?.source);
  const pages = useStudioState((state) =>
    (state.look?.papers ?? []).reduce((sum, paper) => sum + paper.pages.length, 0),
  );
  const [isOpen, setOpen] = useState(false);
  return (
    <footer className="font-line">
      <span>{pages > 0 ? `${pages} trang` : ''}</span>
      <span>
        Phông: {source ?? 'đang nạp'}{' '}
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          Đổi phông
        </button>
      </span>
      {isOpen && <FontsDialog onClose={() => setOpen(false)} />}
    </footer>
  );
}
