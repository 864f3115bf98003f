import { assertNever } from '../../../base/assert-never.js';
import { type Edited, edited, redone, replaced, undone } from './history.js';
import { hasPages } from './known-pages.js';
import type { Action, OpenDocument, StudioState } from './state.js';

/** What the page is after something happened. */
export function reduce(state: StudioState, action: Action): StudioState {
  switch (action.type) {
    case 'ready':
      return { ...state, kinds: action.kinds, own: action.own };
    case 'kinds':
      return { ...state, kinds: action.kinds };
    case 'fonts':
      return { ...state, fonts: action.fonts };
    case 'own':
      return { ...state, own: action.own, isOwnKnown: true };
    case 'view':
      return { ...withoutOffer(state), view: action.view };
    case 'opened':
      return opened(state, action.document);
    case 'edited':
      return withText(state, ({ text, history }) => edited(text, history, action.changes));
    case 'replaced':
      return withText(state, ({ text, history }) => replaced(text, history, action.text));
    case 'undone':
      return withText(state, ({ text, history }) => undone(text, history));
    case 'redone':
      return withText(state, ({ text, history }) => redone(text, history));
    case 'given':
      return withDocument(state, (document) => ({
        ...document,
        given: [...document.given.filter(({ name }) => name !== action.file.name), action.file],
        ...(action.isFound !== true && { hasGiven: true }),
      }));
    case 'looked':
      return looked(state, action);
    case 'saved':
      return state.document?.id === action.id
        ? withDocument(state, ({ begun: _, ...document }) => ({
            ...document,
            file: action.file,
            saved: action.saved,
          }))
        : state;
    case 'closed':
      return state.document?.id === action.id ? closed(state) : state;
    case 'clashed':
      if (action.clash === undefined) return without(state, 'clash');
      return state.document ? { ...state, clash: action.clash } : state;
    case 'file-gone':
      return withDocument(without(state, 'clash'), ({ saved, ...document }) => ({
        ...document,
        ...(saved && { saved: { text: saved.text, isGone: true } }),
      }));
    case 'clash-settled':
      return settled(state, action.keep);
    case 'targeted':
      return {
        ...state,
        target: {
          path: action.path,
          offset: action.offset,
          turn: (state.target?.turn ?? 0) + 1,
          ...(action.range && { range: action.range }),
        },
      };
    case 'placed':
      return samePlace(state, action.place) ? state : { ...state, place: action.place };
    case 'template-problems':
      return {
        ...state,
        templateProblems: { ...state.templateProblems, ...action.problems },
        templateFolders: { ...state.templateFolders, ...action.folders },
      };
    case 'noticed':
      return {
        ...state,
        notice: {
          text: action.text,
          isProblem: action.isProblem === true,
          turn: (state.notice?.turn ?? 0) + 1,
          ...(action.takeBack && { takeBack: action.takeBack }),
        },
      };
    case 'notice-gone':
      return without(state, 'notice');
    case 'asked':
      return { ...state, question: action.question };
    case 'answered':
      return without(state, 'question');
    case 'shown':
      return { ...state, overlay: action.overlay, insides: action.insides };
    default:
      return assertNever(action);
  }
}

const opened = (state: StudioState, document: OpenDocument): StudioState => ({
  ...closed(withoutOffer(state)),
  document,
  view: 'work',
});

/** Without a paper, and without what belongs to it. */
function closed(state: StudioState): StudioState {
  const {
    document: _document,
    look: _look,
    lookedText: _text,
    target: _target,
    place: _place,
    clash: _clash,
    ...kept
  } = state;
  return { ...kept, pages: new Map() };
}

/** What was offered to be taken back belongs to where it was done. */
const withoutOffer = (state: StudioState): StudioState =>
  state.notice?.takeBack === undefined ? state : without(state, 'notice');

const samePlace = ({ place }: StudioState, other: { readonly path: string; readonly offset: number }) =>
  place?.path === other.path && place.offset === other.offset;

function withDocument(state: StudioState, change: (document: OpenDocument) => OpenDocument): StudioState {
  return state.document ? { ...state, document: change(state.document) } : state;
}

function withText(state: StudioState, change: (document: OpenDocument) => Edited | undefined): StudioState {
  return withDocument(state, (document) => ({ ...document, ...change(document) }));
}

/** A look at a paper that is not open any more is dropped. */
function looked(
  state: StudioState,
  { id, text, look, pages }: Extract<Action, { readonly type: 'looked' }>,
): StudioState {
  if (state.document?.id !== id) return state;
  const kind = look.kind ?? state.document.kind;
  const document = kind === state.document.kind ? state.document : { ...state.document, kind };
  // A form that nothing can be made of for a moment (half a line typed) leaves the last good pages to be seen.
  const shown = hasPages(look) || state.look === undefined ? look : { ...look, papers: state.look.papers };
  return { ...state, document, look: shown, lookedText: text, pages };
}

/**
 * The file changed on the desk while it was edited here. Mine: the next save goes over it. Theirs: its text takes the place
 * of mine. Either way undo brings back the other.
 */
function settled(state: StudioState, keep: 'mine' | 'theirs'): StudioState {
  const { clash } = state;
  if (clash === undefined) return state;
  const known = withDocument(without(state, 'clash'), (document) => ({ ...document, saved: clash }));
  return withText(known, ({ text, history }) => {
    const theirs = replaced(text, history, clash.text);
    return keep === 'theirs' ? theirs : replaced(theirs.text, theirs.history, text);
  });
}

function without<K extends 'notice' | 'clash' | 'question'>(state: StudioState, key: K): StudioState {
  const { [key]: _gone, ...rest } = state;
  return rest as StudioState;
}
