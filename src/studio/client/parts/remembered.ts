import { useState } from 'react';

const PREFIX = 'thethuc.';

/** A small thing that is found again the next time: which panes are open, how wide. Where nothing may be kept, for now only. */
export function useRemembered<T>(key: string, start: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => remembered(key) ?? start);
  const set = (next: T): void => {
    setValue(next);
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(next));
    } catch {
      // Private windows may refuse; nothing of worth is lost.
    }
  };
  return [value, set];
}

function remembered<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}
