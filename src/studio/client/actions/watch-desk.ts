import type { KindModule, TemplateError } from '../../desk-protocol.js';
import type { Problem } from '../../protocol.js';
import type { DeskChange } from '../desk/desk.js';
import { pathBeside } from '../desk/file-names.js';
import type { Looker } from '../store/looker.js';
import { isUnsaved } from '../store/state.js';
import { type StudioParts, sayFailure } from './studio.js';

/** What others change in the folder while the page is open: the form itself, a file that it names, a template. */
export function watchDesk(parts: StudioParts, looker: Looker): () => void {
  const { desk, store } = parts;
  return desk.listen((change) => {
    void follow(parts, looker, change).catch((cause: unknown) => sayFailure(store, cause));
  });
}

async function follow(parts: StudioParts, looker: Looker, change: DeskChange): Promise<void> {
  const { store } = parts;
  switch (change.type) {
    case 'kinds':
      await takeKinds(parts, change.kinds);
      forgetKinds(parts, change.removed);
      looker.again();
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
  { engine, store }: StudioParts,
  modules: readonly KindModule[],
): Promise<void> {
  for (const { slug, address, isOwn } of modules) {
    if (!isOwn || address === undefined) continue;
    // biome-ignore lint/correctness/useHookAtTopLevel: the engine's word, not a hook
    const kinds = await engine.useKind(slug, new URL(address, document.baseURI).href);
    store.dispatch({ type: 'kinds', kinds });
  }
  const problems = Object.fromEntries(modules.map(({ slug, errors }) => [slug, errors.map(problemOf)]));
  store.dispatch({ type: 'template-problems', problems });
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
  { desk, store }: StudioParts,
  { path, isGone, etag }: Extract<DeskChange, { readonly type: 'file' }>,
): Promise<void> {
  const { document } = store.get();
  if (document === undefined || isGone) return;
  const given = document.given.find(({ name }) => pathBeside(name, document.file) === path);
  if (given !== undefined) {
    const file = await desk.readBeside(given.name, document.file);
    if (file !== undefined) store.dispatch({ type: 'given', file });
    return;
  }
  if (path !== document.file || document.saved?.etag === undefined || document.saved.etag === etag) return;
  const found = await desk.open({
    key: '',
    file: path,
    kindName: '',
    subject: '',
    from: 'folder',
    isUnsaved: false,
  });
  const now = store.get().document;
  // Saved by this very page meanwhile, or another paper is open.
  if (found.saved === undefined || now?.id !== document.id || now.saved?.etag === found.saved.etag) return;
  if (found.saved.text === now.text || !isUnsaved(now)) {
    // Nothing was typed since: what lies on the disk is shown at once, and undo brings back what was.
    store.dispatch({ type: 'clashed', clash: found.saved });
    store.dispatch({ type: 'clash-settled', keep: 'theirs' });
    return;
  }
  store.dispatch({ type: 'clashed', clash: found.saved });
}
