import { useEffect } from 'react';

/** So many places are remembered that the user came through. */
const MOST_PLACES = 20;

/**
 * Who works with keys alone is lost when what he was on goes away: a view, a bar, a button that can do no more. Then the focus
 * goes back to where he came from, and in a view of its own to its title.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const places: HTMLElement[] = [];
    let frame = 0;
    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      places.push(target);
      if (places.length > MOST_PLACES) places.shift();
    };
    const bringBack = (): void => {
      frame = 0;
      if (document.activeElement !== document.body) return;
      const last = places.at(-1);
      // Who clicked beside everything wants no focus.
      if (last === undefined || canHaveFocus(last)) return;
      const place = places.findLast(canHaveFocus) ?? title();
      places.length = 0;
      place?.focus({ preventScroll: true });
    };
    // Whatever drew the page anew may itself know where the focus belongs.
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(bringBack);
    };
    const observer = new MutationObserver(later);
    const what = { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] };
    observer.observe(document.body, what);
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
      cancelAnimationFrame(frame);
    };
  }, []);
}

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;

function title(): HTMLElement | undefined {
  // Views that were left are kept, hidden.
  const heading = [...document.querySelectorAll('h1')].find((one) => one.getClientRects().length > 0);
  if (heading === undefined) return undefined;
  heading.tabIndex = -1;
  return heading;
}
