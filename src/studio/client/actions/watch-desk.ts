import type { DeskChange } from '../desk/desk.js';
import { pathBeside } from '../desk/file-names.js';
import { sentence } from '../parts/sentence.js';
import type { OpenDocument } from '../store/state.js';
import { type StudioParts, sayFailure } from './studio.js';
import type { TakeKinds } from './take-kinds.js';

/** What others change in the folder while the page is open: the form itself, a file that it names, a template. */
export function watchDesk(parts: StudioParts, takeKinds: TakeKinds): () => void {
  const { desk, store } = parts;
  let shown: string | undefined;
  store.subscribe(() => {
    const kind = store.get().document?.kind;
    if (kind === undefined || kind === shown) return;
    shown = kind;
    // Only a matter of order.
    void desk.showKind(kind).catch(() => {});
  });
  return desk.listen((change) => {
    void follow(parts, takeKinds, change).catch((cause: unknown) => sayFailure(store, cause));
  });
}

async function follow(parts: StudioParts, takeKinds: TakeKinds, change: DeskChange): Promise<void> {
  const { store } = parts;
  switch (change.type) {
    case 'kinds':
      await takeKinds(change.kinds, change.removed);
      break;
    case 'blind':
      store.dispatch({ type: 'noticed', text: sentence(change.message), isProblem: true });
      break;
    case 'file':
      await followFile(parts, change);
      break;
  }
}

async function followFile(
  parts: StudioParts,
  change: Extract<DeskChange, { readonly type: 'file' }>,
): Promise<void> {
  const { desk, store } = parts;
  const { path, isGone, etag } = change;
  const { document, clash, look } = store.get();
  if (document === undefined) return;
  // What the form has of the folder, or misses there: it was asked for once.
  const names = [...document.given.map((file) => file.name), ...(look?.wanted ?? [])];
  const named = names.find((name) => isSamePath(pathBeside(name, document.file), path));
  if (named !== undefined && !isGone) {
    const file = await desk.readBeside(named, document.file);
    if (file !== undefined && store.get().document?.id === document.id)
      store.dispatch({ type: 'given', file, isFound: true });
    return;
  }
  if (path !== document.file || document.saved === undefined) return;
  if (isGone) {
    store.dispatch({ type: 'file-gone' });
    sayGone(parts, path);
  } else if (document.saved.etag !== etag) await followForm(parts, document);
  else if (clash !== undefined) store.dispatch({ type: 'clashed' });
}

/** On Windows "Logo.PNG" is "logo.png". */
const isSamePath = (one: string | undefined, other: string): boolean =>
  one?.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

/** A draft of before: its file may be another by now, or gone. */
export async function followDraft(parts: StudioParts): Promise<void> {
  const { document } = parts.store.get();
  if (parts.desk.type !== 'folder' || document?.saved === undefined) return;
  await followForm(parts, document).catch(() => followFile(parts, goneFrom(document)));
}

const goneFrom = ({ file }: OpenDocument) => ({ type: 'file', path: file, isGone: true }) as const;

/** The open form's file is another than was opened: it is shown at once where that loses nothing, else the user is asked. */
async function followForm({ desk, store }: StudioParts, { id, file }: OpenDocument): Promise<void> {
  const { saved } = await desk.open({
    key: '',
    file,
    kindName: '',
    subject: '',
    from: 'folder',
    isUnsaved: false,
  });
  const now = store.get().document;
  // Saved by this very page meanwhile, or another paper is open.
  if (saved === undefined || now?.id !== id || now.saved?.etag === saved.etag) return;
  const isSame = saved.text === now.text;
  store.dispatch({ type: 'clashed', clash: saved });
  if (!isSame && now.saved?.text !== now.text) return;
  // Nothing was typed since; undo brings back what was.
  store.dispatch({ type: 'clash-settled', keep: 'theirs' });
  if (!isSame)
    store.dispatch({ type: 'noticed', text: `Tệp ${file} vừa được sửa ở nơi khác; đây là bản mới.` });
}

const sayGone = ({ store }: StudioParts, file: string): void =>
  store.dispatch({
    type: 'noticed',
    text: `Tệp ${file} đã bị xóa hoặc đổi tên. Văn bản đang mở vẫn còn đây; bấm Lưu để ghi lại tệp.`,
    isProblem: true,
  });
