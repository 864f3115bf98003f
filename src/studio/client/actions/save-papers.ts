import { takeTurns } from '../../../base/take-turns.js';
import type { SaveRequest, SaveResult } from '../desk/desk.js';
import { type Action, isUntouched, type OpenDocument, type StudioState } from '../store/state.js';
import { subjectOf } from '../store/subject.js';
import { type StudioParts, sayFailure } from './studio.js';

export interface SaveActions {
  readonly save: () => Promise<void>;
  /** Absent where the browser cannot ask for a place. */
  readonly saveElsewhere: (() => Promise<void>) | undefined;
  /** Of what is open now, or was in that state; one in which nothing was typed is none, and not any more if it was. */
  readonly keepDraft: (state?: StudioState) => Promise<void>;
}

export function createSaveActions({ store, desk }: StudioParts): SaveActions {
  const inTurn = takeTurns();
  const run = async (
    write: (request: SaveRequest) => Promise<SaveResult | undefined>,
    state = store.get(),
  ): Promise<void> => {
    if (state.document === undefined) return;
    const request = requestOf(state, state.document);
    try {
      const result = await write(request);
      if (result === undefined) return;
      if (result.type === 'changed') {
        const isOpen = store.get().document?.id === request.id;
        store.dispatch(isOpen ? { type: 'clashed', clash: result.clash } : notSaved(request));
        return;
      }
      if (!isOutdated(store.get(), request, result))
        store.dispatch({ type: 'saved', id: request.id, file: result.file, saved: result.saved });
      store.dispatch({ type: 'noticed', text: result.said });
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  const { saveElsewhere } = desk;
  /** As it is when its turn comes, since the save before made the file another; as it was where another paper is open then. */
  const saveInTurn = (asked: StudioState): Promise<void> =>
    inTurn(() => {
      const now = store.get();
      return run(desk.save, now.document?.id === asked.document?.id ? now : asked);
    });
  return {
    save: () => saveInTurn(store.get()),
    saveElsewhere: saveElsewhere && (() => run(saveElsewhere)),
    keepDraft: async (state = store.get()) => {
      const { document } = state;
      if (document === undefined) return;
      const { id, file, text, kindName, subject, saved } = requestOf(state, document);
      if (isUntouched(document)) return desk.dropDraft(id);
      const { given } = document;
      await desk.keepDraft({ id, file, text, given, kindName, subject, ...(saved && { saved }) });
    },
  };
}

/** The question whose text shall hold can be asked only where the paper is open. */
const notSaved = ({ file }: SaveRequest): Action => ({
  type: 'noticed',
  text: `Chưa lưu ${file}: tệp vừa được sửa ở nơi khác. Mở lại văn bản ấy ở "Làm tiếp" để chọn bản nào được giữ.`,
  isProblem: true,
});

/** Another hand wrote after the save and before its answer came, and the user has said already whose text shall hold. */
function isOutdated(
  { document }: StudioState,
  request: SaveRequest,
  { saved }: Extract<SaveResult, { readonly type: 'saved' }>,
): boolean {
  const known = document?.id === request.id ? document.saved : undefined;
  return (
    known?.etag !== undefined && known.isGone !== true && known !== request.saved && known.etag !== saved.etag
  );
}

function requestOf({ kinds, look }: StudioState, document: OpenDocument): SaveRequest {
  const { id, text, saved, kind } = document;
  const name = look?.papers[0]?.name;
  // A new paper is named after what it says, once it says something.
  const file = saved === undefined && name ? `${name}.yaml` : document.file;
  const kindName = kinds.find(({ slug }) => slug === kind)?.name ?? '';
  return { id, file, text, saved, kindName, subject: subjectOf(text) };
}
