import type { KindModule, TemplateError } from '../../desk-protocol.js';
import type { KindInfo, Problem } from '../../protocol.js';
import type { DeskChange } from '../desk/desk.js';
import { pathBeside } from '../desk/file-names.js';
import type { Looker } from '../store/looker.js';
import type { OpenDocument } from '../store/state.js';
import { type StudioParts, sayFailure } from './studio.js';

/** What others change in the folder while the page is open: the form itself, a file that it names, a template. */
export function watchDesk(parts: StudioParts, looker: Looker): () => void {
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
    void follow(parts, looker, change).catch((cause: unknown) => sayFailure(store, cause));
  });
}

async function follow(parts: StudioParts, looker: Looker, change: DeskChange): Promise<void> {
  const { store } = parts;
  switch (change.type) {
    case 'kinds':
      await takeKinds(parts, looker, change.kinds);
      forgetKinds(parts, change.removed);
      break;
    case 'blind':
      store.dispatch({ type: 'noticed', text: `${change.message}.`, isProblem: true });
      break;
    case 'file':
      await followFile(parts, change);
      break;
  }
}

/** Kinds that the engine does not have as they are, and what is wrong with those that are being written. */
export async function takeKinds(
  { engine, desk, store }: StudioParts,
  looker: Looker,
  modules: readonly KindModule[],
): Promise<void> {
  const own = modules.filter(({ isOwn }) => isOwn);
  let kinds: readonly KindInfo[] | undefined;
  for (const { slug, address } of own) {
    if (address === undefined) continue;
    // For the lines of what is found in them only when a form is printed.
    const { texts } = await desk.kindTexts(slug).catch(() => ({ texts: {} }));
    // biome-ignore lint/correctness/useHookAtTopLevel: the engine's word, not a hook
    kinds = await engine.useKind(slug, new URL(address, document.baseURI).href, texts);
  }
  // First, so that the engine makes the pages while the form is drawn anew.
  if (kinds !== undefined) looker.again();
  if (kinds !== undefined) store.dispatch({ type: 'kinds', kinds });
  const problems = Object.fromEntries(modules.map(({ slug, errors }) => [slug, errors.map(problemOf)]));
  const folders = Object.fromEntries(own.map(({ slug, folder }) => [slug, folder]));
  store.dispatch({ type: 'template-problems', problems, folders });
}

/** What is gone from the folder of templates has no problems any more. */
const forgetKinds = ({ store }: StudioParts, slugs: readonly string[]): void =>
  store.dispatch({
    type: 'template-problems',
    problems: Object.fromEntries(slugs.map((slug) => [slug, []])),
  });

function problemOf({ severity, code, message, file, line, column, frame, hints }: TemplateError): Problem {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return {
    severity,
    code,
    message,
    hints,
    ...(place !== '' && { elsewhere: place }),
    ...(frame !== undefined && { actual: frame }),
  };
}

async function followFile(
  parts: StudioParts,
  change: Extract<DeskChange, { readonly type: 'file' }>,
): Promise<void> {
  const { desk, store } = parts;
  const { path, isGone, etag } = change;
  const { document, clash } = store.get();
  if (document === undefined) return;
  const given = document.given.find(({ name }) => pathBeside(name, document.file) === path);
  if (given !== undefined && !isGone) {
    const file = await desk.readBeside(given.name, document.file);
    if (file !== undefined) store.dispatch({ type: 'given', file });
    return;
  }
  if (path !== document.file || document.saved === undefined) return;
  if (isGone) {
    store.dispatch({ type: 'file-gone' });
    sayGone(parts, path);
  } else if (document.saved.etag !== etag) await followForm(parts, document);
  else if (clash !== undefined) store.dispatch({ type: 'clashed' });
}

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
    text: `Tệp ${file} đã bị xóa hoặc đổi tên. Bài đang mở vẫn còn đây; bấm Lưu để ghi lại tệp.`,
    isProblem: true,
  });
