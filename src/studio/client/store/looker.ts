import type { Engine, FormSource, Look } from '../../protocol.js';
import { knownPages } from './known-pages.js';

export interface Wish {
  readonly id: string;
  readonly source: FormSource;
  readonly overlay: boolean;
  readonly insides: boolean;
}

export interface Looker {
  /** A new text to look at. Of those that come while the engine is busy only the latest is looked at. */
  readonly look: (wish: Wish) => void;
  /** The same again: kinds or fonts are others now, so no page is known any more. */
  readonly again: () => void;
}

export interface LookerTells {
  readonly onLook: (
    source: { readonly id: string; readonly text: string },
    look: Look,
    pages: ReadonlyMap<string, string>,
  ) => void;
  readonly onFailure: (cause: unknown) => void;
}

/** Asks the engine for pages, one look at a time, the latest wish first. */
export function createLooker(engine: Pick<Engine, 'look'>, tells: LookerTells): Looker {
  let pages: ReadonlyMap<string, string> = new Map();
  let shownId: string | undefined;
  let isBusy = false;
  let next: Wish | undefined;
  let latest: Wish | undefined;

  async function run(): Promise<void> {
    isBusy = true;
    while (next !== undefined) {
      const { id, source, overlay, insides } = next;
      next = undefined;
      if (id !== shownId) [shownId, pages] = [id, new Map()];
      const before = pages;
      try {
        const look = await engine.look({ source, known: [...before.keys()], overlay, insides });
        // Forgotten meanwhile: what it left out as known is gone.
        if (pages !== before) continue;
        pages = knownPages(before, look);
        tells.onLook({ id, text: source.text }, look, pages);
      } catch (cause) {
        tells.onFailure(cause);
      }
    }
    isBusy = false;
  }

  const look = (wish: Wish): void => {
    [latest, next] = [wish, wish];
    if (!isBusy) void run();
  };
  const again = (): void => {
    pages = new Map();
    if (latest !== undefined) look(latest);
  };
  return { look, again };
}
