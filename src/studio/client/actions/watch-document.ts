import type { Looker } from '../store/looker.js';
import { createLooker } from '../store/looker.js';
import type { OpenDocument, StudioState } from '../store/state.js';
import type { SaveActions } from './save-papers.js';
import { type StudioParts, sayFailure } from './studio.js';

/** A draft is kept when nothing was typed for so long. */
const DRAFT_PAUSE = 600;

/** Every change of the open form is looked at by the engine, at most once a frame, and kept as a draft. */
export function watchDocument(parts: StudioParts, { keepDraft }: Pick<SaveActions, 'keepDraft'>): Looker {
  const { store, engine } = parts;
  const looker = createLooker(engine, {
    onLook: ({ id, text }, look, pages) => {
      store.dispatch({ type: 'looked', id, text, look, pages });
      void giveWanted(parts, look.wanted ?? []);
    },
    onFailure: (cause) => sayFailure(store, cause),
  });
  let [seen, isAsked] = [seenOf(store.get()), false];
  let pause: ReturnType<typeof setTimeout> | undefined;
  const lookNow = (): void => {
    isAsked = false;
    const { document, overlay, insides } = store.get();
    if (document === undefined) return;
    const { id, file, text, given } = document;
    looker.look({ id, source: { file, text, given }, overlay, insides });
  };
  store.subscribe(() => {
    const now = seenOf(store.get());
    if (sameSeen(seen, now)) return;
    seen = now;
    if (now.document === undefined) return;
    if (!isAsked) {
      isAsked = true;
      nextFrame(lookNow);
    }
    clearTimeout(pause);
    pause = setTimeout(
      () => void keepDraft().catch((cause: unknown) => sayFailure(store, cause)),
      DRAFT_PAUSE,
    );
  });
  return looker;
}

/** A page in the background gets no frames, but its pages are looked at all the same. */
const nextFrame = (run: () => void): void =>
  void (document.visibilityState === 'visible' ? requestAnimationFrame(run) : setTimeout(run));

interface Seen {
  readonly document: OpenDocument | undefined;
  readonly overlay: boolean;
  readonly insides: boolean;
}

const seenOf = ({ document, overlay, insides }: StudioState): Seen => ({ document, overlay, insides });

const sameSeen = (one: Seen, other: Seen): boolean =>
  one.overlay === other.overlay &&
  one.insides === other.insides &&
  one.document?.id === other.document?.id &&
  one.document?.text === other.document?.text &&
  one.document?.given === other.document?.given &&
  one.document?.saved === other.document?.saved;

/** Files that the form names and that lie beside it in the folder. */
async function giveWanted({ desk, store }: StudioParts, wanted: readonly string[]): Promise<void> {
  const { document } = store.get();
  if (document === undefined) return;
  for (const name of wanted) {
    if (document.given.some((file) => file.name === name)) continue;
    const file = await desk.readBeside(name, document.file).catch(() => undefined);
    if (file !== undefined && store.get().document?.id === document.id)
      store.dispatch({ type: 'given', file });
  }
}
