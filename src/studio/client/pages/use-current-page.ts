import { type RefObject, useEffect, useState } from 'react';

/** The page in the middle of the pane, and a way to go to another. */
export function useCurrentPage(
  pane: RefObject<HTMLElement | null>,
  count: number,
): readonly [number, (page: number) => void] {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    const scrolled = pane.current;
    if (scrolled === null) return;
    const measure = (): void => {
      const middle = scrolled.scrollTop + scrolled.clientHeight / 2;
      const sheets = [...scrolled.querySelectorAll<HTMLElement>('.sheet')];
      const at = sheets.findLastIndex((sheet) => sheet.offsetTop <= middle);
      setCurrent(Math.max(at, 0));
    };
    measure();
    scrolled.addEventListener('scroll', measure, { passive: true });
    return () => scrolled.removeEventListener('scroll', measure);
  }, [pane]);
  const go = (page: number): void => {
    const sheet = pane.current?.querySelectorAll<HTMLElement>('.sheet')[page];
    if (sheet === undefined || pane.current === null) return;
    pane.current.scrollTo({ top: sheet.offsetTop - 16 });
    setCurrent(page);
  };
  return [Math.min(current, Math.max(count - 1, 0)), go];
}

/** Of a pane that was not measured yet. */
export const GUESSED_SIZE = { width: 600, height: 700 };

/** The size of an element, as it changes. */
export function useSize(element: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState(GUESSED_SIZE);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      if (width > 0) setSize({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
