import { useEffect, useRef } from 'react';
import type { Problem } from '../../protocol.js';
import { Icon } from '../parts/icon.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { ProblemList } from './problem-list.js';

interface ProblemsDrawerProps {
  readonly onClose: () => void;
  readonly onPicked: () => void;
}

const NONE: readonly Problem[] = [];

/** All that is to be looked at, in three levels; each leads to its field. */
export function ProblemsDrawer({ onClose, onPicked }: ProblemsDrawerProps) {
  const { store } = useStudio();
  const problems = useStudioState((state) => state.look?.problems ?? NONE);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const pick = ({ path, range }: Problem): void => {
    store.dispatch({ type: 'targeted', path: path ?? '', offset: 0, ...(range && { range }) });
    onPicked();
  };
  return (
    <aside
      className="problems-drawer"
      aria-labelledby="problems-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="drawer-head">
        <h2 id="problems-title" ref={heading} tabIndex={-1}>
          Điểm cần xem
        </h2>
        <button type="button" className="button quiet square" aria-label="Đóng danh sách" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {problems.length === 0 ? (
        <p className="soft">Không có điểm nào cần xem.</p>
      ) : (
        <ProblemList problems={problems} onPick={pick} />
      )}
    </aside>
  );
}
