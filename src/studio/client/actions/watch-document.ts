import type { Looker } from '../store/looker.js';
import { createLooker } from '../store/looker.js';
import type { StudioState } from '../store/state.js';
import { createGiveWanted } from './give-wanted.js';
import type { SaveActions } from './save-papers.js';
import { type StudioParts, sayFailure } from './studio.js';

/** A draft is kept when nothing was typed for so long. */
const DRAFT_PAUSE = 600;

/** Every change of the open form is looked at by the engine, at most once a frame, and kept as a draft. */
export function watchDocument(parts: StudioParts, { keepDraft }: Pick<SaveActions, 'keepDraft'>): Looker {
  const { store, engine } = parts;
  const giveWanted = createGiveWanted(parts);
  const looker = createLooker(engine, {
    onLook: ({ id, text }, look, pages) => {
      store.dispatch({ type: 'looked', id, text, look, pages });
      giveWanted(look.wanted ?? []);
    },
    onFailure: (cause) => sayFailure(store, cause),
  });
  let [state, isAsked] = [store.get(), false];
  let pause: ReturnType<typeof setTimeout> | undefined;
  const keep = (kept: StudioState): void => {
    clearTimeout(pause);
    pause = undefined;
    void keepDraft(kept).catch((cause: unknown) => sayFailure(store, cause));
  };
  const lookNow = (): void => {
    isAsked = false;
    const { document, overlay, insides } = store.get();
    if (document === undefined) return;
    const { id, file, text, given } = document;
    looker.look({ id, source: { file, text, given }, overlay, insides });
  };
  store.subscribe(() => {
    const before = state;
    state = store.get();
    if (sameSeen(before, state) || state.document === undefined) return;
    if (!isAsked) {
      isAsked = true;
      nextFrame(lookNow);
    }
    // Another paper takes its place (a file was dropped): what was typed in the last moment is kept first.
    if (pause !== undefined && before.document?.id !== state.document.id) keep(before);
    clearTimeout(pause);
    pause = setTimeout(() => keep(store.get()), DRAFT_PAUSE);
  });
  return looker;
}

/** A page in the background gets no frames, but its pages are looked at all the same. */
const nextFrame = (run: () => void): void =>
  void (document.visibilityState === 'visible' ? requestAnimationFrame(run) : setTimeout(run));

const sameSeen = (one: StudioState, other: StudioState): boolean =>
  one.overlay === other.overlay &&
  one.insides === other.insides &&
  one.document?.id === other.document?.id &&
  one.document?.text === other.document?.text &&
  one.document?.given === other.document?.given &&
  one.document?.saved === other.document?.saved;
