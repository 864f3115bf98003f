import type { Engine } from '../../protocol.js';
import type { Desk } from '../desk/desk.js';
import { DeskError } from '../desk/desk.js';
import { sentence, sentences } from '../parts/sentence.js';
import type { Question } from '../store/state.js';
import type { Store } from '../store/store.js';

/** What everything that happens on the page works with. */
export interface StudioParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly desk: Desk;
}

/** Asks the user; undefined where he closed the question. */
export function askUser(store: Store, question: Omit<Question, 'answer'>): Promise<string | undefined> {
  // A question that nobody will see any more is not left without an answer.
  store.get().question?.answer(undefined);
  return new Promise((resolve) => {
    const answer = (key: string | undefined): void => {
      store.dispatch({ type: 'answered' });
      resolve(key);
    };
    store.dispatch({ type: 'asked', question: { ...question, answer } });
  });
}

/** What went wrong, said at the lower edge; nothing that is open is touched. */
export function sayFailure(store: Store, cause: unknown): void {
  const text =
    cause instanceof DeskError
      ? sentences([cause.message, ...cause.hints])
      : `Có lỗi ngoài dự tính: ${cause instanceof Error ? cause.message : String(cause)}`;
  store.dispatch({ type: 'noticed', text: sentence(text), isProblem: true });
}
