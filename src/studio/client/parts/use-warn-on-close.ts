import { useEffect } from 'react';

/** The browser asks before it closes the window over what is not taken away yet. */
export function useWarnOnClose(isAtStake: boolean): void {
  useEffect(() => {
    if (!isAtStake) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isAtStake]);
}
