import { useEffect } from 'react';
import { useStudio, useStudioState } from '../studio-context.js';
import { Icon } from './icon.js';

/** Time to read a sentence; what went wrong stays until it is closed. */
const SHOWN_FOR = 7_000;

/** A sentence at the lower edge about what was just done. */
export function NoticeLine() {
  const { store } = useStudio();
  const notice = useStudioState((state) => state.notice);
  useEffect(() => {
    if (notice === undefined || notice.isProblem || notice.takeBack !== undefined) return;
    const timer = setTimeout(() => store.dispatch({ type: 'notice-gone' }), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice, store]);
  return (
    <div className="notice-place" role="status" aria-live="polite">
      {notice && (
        <div className={notice.isProblem ? 'notice wrong' : 'notice'}>
          <span>{notice.text}</span>
          {notice.takeBack && (
            <button type="button" className="button quiet" onClick={notice.takeBack}>
              <Icon name="undo" />
              Hoàn tác
            </button>
          )}
          <button
            type="button"
            className="button quiet square"
            aria-label="Đóng thông báo"
            onClick={() => store.dispatch({ type: 'notice-gone' })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
