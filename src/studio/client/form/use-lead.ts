import { useCallback, useRef } from 'react';
import { focusField } from './focus-field.js';
import { type FormWork, fieldId } from './form-context.js';
import { pathsAbove, type Target } from './form-store.js';

/** Where to, of whichever of the targets. */
export type Goal = Pick<Target, 'path' | 'offset'>;

/** So many frames a field may take to be drawn, once the groups around it are open. */
const MOST_FRAMES = 12;

/** Leads the user to a field: opens what it is folded in, waits for it, scrolls there, gives it the focus. */
export function useLead(work: FormWork, show: (path: string) => void): (goal: Goal) => void {
  const shower = useRef(show);
  shower.current = show;
  const latest = useRef(0);
  return useCallback(
    ({ path, offset }: Goal) => {
      shower.current(path);
      latest.current += 1;
      const own = latest.current;
      const target = { path, offset, turn: own };
      const tryIt = (frames: number): void => {
        if (own !== latest.current) return;
        // What is drawn only now may be folded too.
        work.store.lead(target);
        if (focusField(fieldId(work, path), offset)) {
          // Setting a caret tells nobody.
          work.place(path, offset);
          return;
        }
        if (frames < MOST_FRAMES) requestAnimationFrame(() => tryIt(frames + 1));
        // A field that is not shown: the group around it.
        else
          pathsAbove(path)
            .toReversed()
            .some((above) => focusField(fieldId(work, above)));
      };
      tryIt(0);
    },
    [work],
  );
}
