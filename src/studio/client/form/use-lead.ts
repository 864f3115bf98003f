import { useCallback, useRef } from 'react';
import { focusField } from './focus-field.js';
import { type FormWork, fieldId } from './form-context.js';
import { pathsAbove, type Target } from './form-store.js';

/** So many frames a field may take to be drawn, once the groups around it are open. */
const MOST_FRAMES = 12;

/** Leads the user to a field: opens what it is folded in, waits for it, scrolls there, gives it the focus. */
export function useLead(work: FormWork, show: (path: string) => void): (target: Target) => void {
  const shower = useRef(show);
  shower.current = show;
  const latest = useRef(0);
  return useCallback(
    (target: Target) => {
      shower.current(target.path);
      latest.current += 1;
      const own = latest.current;
      const tryIt = (frames: number): void => {
        if (own !== latest.current) return;
        // What is drawn only now may be folded too.
        work.store.lead(target);
        if (focusField(fieldId(work, target.path), target.offset)) {
          // Setting a caret tells nobody.
          work.place(target.path, target.offset);
          return;
        }
        if (frames < MOST_FRAMES) requestAnimationFrame(() => tryIt(frames + 1));
        // A field that is not shown: the group around it.
        else
          pathsAbove(target.path)
            .toReversed()
            .some((path) => focusField(fieldId(work, path)));
      };
      tryIt(0);
    },
    [work],
  );
}
