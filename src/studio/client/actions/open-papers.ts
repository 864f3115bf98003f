import { paperName } from '../../../batch/paper-name.js';
import { normalise } from '../../../vietnamese/normalise.js';
import type { KindInfo, NamedFile } from '../../protocol.js';
import type { DeskFile, DeskPaper } from '../desk/desk.js';
import { newFormText } from '../own/new-form-text.js';
import { sentences } from '../parts/sentence.js';
import { NO_HISTORY } from '../store/history.js';
import type { OpenDocument, SavedState } from '../store/state.js';
import { askUser, type StudioParts, sayFailure } from './studio.js';

export interface OpenActions {
  readonly newPaper: (kind: KindInfo) => void;
  readonly openSample: (kind: KindInfo) => void;
  readonly openPaper: (paper: DeskPaper) => Promise<void>;
  /** A file that the user chose or dropped; with a handle it is saved where it lies. */
  readonly openFile: (file: NamedFile, handle?: FileSystemFileHandle) => Promise<void>;
}

export function createOpenActions(parts: StudioParts): OpenActions {
  const { store, desk } = parts;
  const show = (document: OpenDocument): void => store.dispatch({ type: 'opened', document });
  const start = (kind: KindInfo, text: string): void =>
    show({
      ...blankDocument(`${paperName({ number: '', symbol: '', subject: kind.name })}.yaml`, text),
      kind: kind.slug,
    });
  return {
    newPaper: (kind) => start(kind, newFormText(kind, store.get().own)),
    openSample: (kind) => start(kind, normalise(kind.sample).text),
    openPaper: async (paper) => {
      try {
        const found = await desk.open(paper);
        await openFound(parts, found, show);
      } catch (cause) {
        sayFailure(store, cause);
      }
    },
    openFile: async (file, handle) => {
      try {
        const id = newId();
        const opened = await openFound(parts, { id, file, given: [] }, show, handle !== undefined);
        if (opened && handle !== undefined) await desk.bindFile?.(id, handle);
      } catch (cause) {
        sayFailure(store, cause);
      }
    },
  };
}

/** A form as text is opened as it is; a finished paper as the form that its facts make, which was never saved. */
async function openFound(
  { engine, store }: StudioParts,
  { id, file, given, saved }: DeskFile,
  show: (document: OpenDocument) => void,
  isInPlace = false,
): Promise<boolean> {
  const opened = await engine.open(file);
  if (opened.text === undefined) {
    const [first] = opened.problems;
    const why = first === undefined ? '' : `\n\n${sentences([first.message, ...first.hints])}`;
    const text = `Không đọc được "${file.name}" thành biểu mẫu.${why}`;
    void askUser(store, { title: 'Chưa mở được tệp', text, choices: [{ key: 'ok', label: 'Đã hiểu' }] });
    return false;
  }
  const { text } = normalise(opened.text);
  const isForm = opened.file === file.name;
  const state: SavedState | undefined = saved ?? (isForm && isInPlace ? { text } : undefined);
  show({
    ...blankDocument(opened.file, text),
    ...(id !== undefined && { id }),
    given,
    ...(isForm && state !== undefined && { saved: state }),
  });
  return true;
}

const blankDocument = (file: string, text: string): OpenDocument => ({
  id: newId(),
  file,
  text,
  given: [],
  history: NO_HISTORY,
  kind: undefined,
});

/** Unlike any before; `randomUUID` there is only on safe addresses, which an office's own web server may not be. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
