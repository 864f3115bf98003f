import type { SaveRequest, SaveResult } from '../desk/desk.js';
import type { OpenDocument, StudioState } from '../store/state.js';
import { subjectOf } from '../store/subject.js';
import { type StudioParts, sayFailure } from './studio.js';

export interface SaveActions {
  readonly save: () => Promise<void>;
  /** Absent where the browser cannot ask for a place. */
  readonly saveElsewhere: (() => Promise<void>) | undefined;
  readonly keepDraft: () => Promise<void>;
}

export function createSaveActions({ store, desk }: StudioParts): SaveActions {
  const run = async (write: (request: SaveRequest) => Promise<SaveResult | undefined>): Promise<void> => {
    const state = store.get();
    if (state.document === undefined) return;
    const request = requestOf(state, state.document);
    try {
      const result = await write(request);
      if (result === undefined) return;
      if (result.type === 'changed') {
        store.dispatch({ type: 'clashed', clash: result.clash });
        return;
      }
      store.dispatch({ type: 'saved', id: request.id, file: result.file, saved: result.saved });
      store.dispatch({ type: 'noticed', text: result.said });
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  const { saveElsewhere } = desk;
  return {
    save: () => run(desk.save),
    saveElsewhere: saveElsewhere && (() => run(saveElsewhere)),
    keepDraft: async () => {
      const state = store.get();
      const { document } = state;
      if (document === undefined) return;
      const { id, file, text, kindName, subject, saved } = requestOf(state, document);
      const { given } = document;
      await desk.keepDraft({ id, file, text, given, kindName, subject, ...(saved && { saved }) });
    },
  };
}

function requestOf({ kinds, look }: StudioState, document: OpenDocument): SaveRequest {
  const { id, text, saved, kind } = document;
  const name = look?.papers[0]?.name;
  // A new paper is named after what it says, once it says something.
  const file = saved === undefined && name ? `${name}.yaml` : document.file;
  const kindName = kinds.find(({ slug }) => slug === kind)?.name ?? '';
  return { id, file, text, saved, kindName, subject: subjectOf(text) };
}
