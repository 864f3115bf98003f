import type { DeskEvent } from '../desk-protocol.js';

/** Where what happens on the disk is told, and heard by every open page. */
export interface EventHub {
  readonly tell: (event: DeskEvent) => void;
  /** Undefined where too many listen already. `end`: the server closes. What it gives ends the hearing. */
  readonly hear: (listener: Listener) => (() => void) | undefined;
  readonly close: () => void;
}

export interface Listener {
  readonly tell: (event: DeskEvent) => void;
  readonly end: () => void;
}

/** Windows of one browser; each holds a connection. */
const MOST_LISTENERS = 20;

export function createEventHub(): EventHub {
  const listeners = new Set<Listener>();
  return {
    tell: (event) => {
      for (const { tell } of listeners) tell(event);
    },
    hear: (listener) => {
      if (listeners.size >= MOST_LISTENERS) return undefined;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const { end } of [...listeners]) end();
      listeners.clear();
    },
  };
}
