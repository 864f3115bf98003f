import { paperName } from '../../../batch/paper-name.js';
import { newForm } from '../../../form/edit/new-form.js';
import { normalise } from '../../../vietnamese/normalise.js';
import type { KindInfo, NamedFile, Problem } from '../../protocol.js';
import type { DeskFile, DeskPaper } from '../desk/desk.js';
import { editKindOf } from '../form/form-values.js';
import { newFormValues } from '../own/own-values.js';
import { sentence, sentences } from '../parts/sentence.js';
import { NO_HISTORY } from '../store/history.js';
import type { OpenDocument, SavedState } from '../store/state.js';
import { askUser, type StudioParts, sayFailure } from './studio.js';
import { followDraft } from './watch-desk.js';

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
    newPaper: (kind) => {
      const { own, kinds } = store.get();
      const edited = { ...editKindOf(kind), sample: kind.sample };
      start(kind, newForm(edited, newFormValues(own, kind, kinds), kinds.map(editKindOf)));
    },
    openSample: (kind) => start(kind, normalise(kind.sample).text),
    openPaper: async (paper) => {
      try {
        const found = await desk.open(paper);
        const isDraft = paper.from === 'draft';
        const isShown = await openFound(parts, found, isDraft ? ({ begun: _, ...kept }) => show(kept) : show);
        if (isShown && isDraft) await followDraft(parts);
      } catch (cause) {
        sayFailure(store, cause);
      }
    },
    openFile: async (file, handle) => {
      if (file.bytes.length === 0) return sayNotOpened(store, saidOfEmpty(file.name));
      try {
        const id = newId();
        const isForm = await openFound(parts, { id, file, given: [] }, show, handle !== undefined);
        if (isForm) desk.noteFile(id, file);
        // A finished paper is never written over with the form that was made of it.
        if (isForm && handle !== undefined) await desk.bindFile?.(id, handle);
      } catch (cause) {
        sayFailure(store, cause);
      }
    },
  };
}

/**
 * A form as text is opened as it is; a finished paper as the form that its facts make, which was never saved. Gives whether
 * the file itself is the form now open.
 */
async function openFound(
  { engine, store }: StudioParts,
  { id, file, given, saved }: DeskFile,
  show: (document: OpenDocument) => void,
  isInPlace = false,
): Promise<boolean> {
  const opened = await engine.open(file);
  if (opened.text === undefined) {
    sayNotOpened(store, saidOfUnread(file.name, opened.problems));
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
  sayFindings(store, opened.problems);
  return isForm;
}

const sayNotOpened = (store: StudioParts['store'], text: string): void =>
  void askUser(store, { title: 'Chưa mở được tệp', text, choices: [{ key: 'ok', label: 'Đã hiểu' }] });

/** The file is named once: by what is wrong with it, or before that. */
function saidOfUnread(name: string, [first]: readonly Problem[]): string {
  const isNamed = first?.message.includes(`"${name}"`) === true;
  return [
    isNamed ? '' : `Không đọc được "${name}" thành biểu mẫu.`,
    first === undefined ? '' : sentence(first.message),
    sentences(first?.hints ?? []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const saidOfEmpty = (name: string): string =>
  `"${name}" là tệp trống, bên trong không có gì.\n\nChép hoặc tải lại tệp, hoặc soạn mới.`;

/** What is to be known of a file that was opened all the same. */
function sayFindings(store: StudioParts['store'], problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const text = sentences(problems.flatMap(({ message, hints }) => [message, ...hints]));
  const isProblem = problems.some(({ severity }) => severity !== 'remark');
  store.dispatch({ type: 'noticed', text, isProblem });
}

const blankDocument = (file: string, text: string): OpenDocument => ({
  id: newId(),
  file,
  text,
  begun: text,
  given: [],
  history: NO_HISTORY,
  kind: undefined,
});

/** Unlike any before; `randomUUID` there is only on safe addresses, which an office's own web server may not be. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
