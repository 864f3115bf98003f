import { takeTurns } from '../../../base/take-turns.js';
import type { DeskDraft, DraftAbout, DraftList } from '../../desk-protocol.js';
import type { NamedFile } from '../../protocol.js';
import { isUnsaved } from '../store/state.js';
import type { KeptDraft } from './browser-desk.js';
import type { BrowserStore } from './browser-store.js';
import type { Desk, DeskPaper, Draft } from './desk.js';
import type { ServerCalls } from './server-calls.js';

/** In the browser: what the server did not take, and files that were given by hand. */
interface BesideServer extends KeptDraft {
  readonly location: string;
  readonly isSent: boolean;
}

export type FolderDrafts = Pick<Desk, 'papers' | 'open' | 'forget' | 'keepDraft' | 'dropDraft'>;

/**
 * Drafts of a folder's papers lie with the program, not with the browser, which knows a page by its port: the next run may be
 * at another one. Where the program does not answer any more, the browser keeps them until it does.
 */
export function createFolderDrafts(
  calls: ServerCalls,
  store: BrowserStore,
  location: string,
  now: () => number = Date.now,
): FolderDrafts {
  /** What the server is known to have of them: one that is only looked at is no later than it was. */
  const sent = new Map<string, string>();
  // What was done later is kept later, however long the server takes.
  const inTurn = takeTurns();
  const put = (id: string, draft: DeskDraft | null): Promise<void> =>
    calls.putJson('/api/draft', draft, { id });
  const unsent = async (): Promise<readonly DraftAbout[]> =>
    (await store.all<BesideServer>('drafts'))
      .filter((one) => !one.isSent && one.location === location)
      .map((one) => ({ ...one, hasFile: one.saved !== undefined }));
  const drop = async (id: string): Promise<void> => {
    await put(id, null);
    sent.delete(id);
    await store.remove('drafts', id);
  };
  /** What a draft is made of: here, with the server, or both. */
  const partsOf = async (id: string) => {
    const beside = await store.get<BesideServer>('drafts', id);
    const found = beside?.isSent === false ? beside : await calls.getJson<DeskDraft>('/api/draft', { id });
    return { beside, found };
  };
  const forget = async (id: string): Promise<() => Promise<void>> => {
    const { beside, found } = await partsOf(id);
    await drop(id);
    return async () => {
      const { file, text, kindName, subject, kept, saved } = found;
      await put(id, { file, text, kindName, subject, kept, ...(saved && { saved }) });
      if (beside !== undefined) await store.put('drafts', id, { ...beside, isSent: true });
    };
  };
  const keep = async ({ given, ...draft }: Draft): Promise<void> => {
    const { id, ...kept } = { ...draft, kept: now() };
    if (!isUnsaved(draft)) return sent.has(id) ? drop(id) : undefined;
    const state = stateOf(draft, given);
    if (sent.get(id) === state) return;
    sent.set(id, state);
    const failure = await put(id, kept).then(
      () => undefined,
      (cause: unknown) => ({ cause }),
    );
    const beside: BesideServer = { ...kept, id, given, location, isSent: failure === undefined };
    if (failure !== undefined || given.length > 0) await store.put('drafts', id, beside);
    else await store.remove('drafts', id);
    if (failure === undefined) return;
    sent.set(id, '');
    throw failure.cause;
  };
  return {
    papers: async () => {
      const [{ drafts }, here] = await Promise.all([calls.getJson<DraftList>('/api/drafts'), unsent()]);
      return latestOf([...drafts, ...here]).map(paperOf);
    },
    open: async ({ key }) => {
      const { beside, found } = await partsOf(key);
      const given = beside?.given ?? [];
      sent.set(key, beside?.isSent === false ? '' : stateOf(found, given));
      return { id: key, ...fileOf(found), given };
    },
    forget: ({ key }) => inTurn(() => forget(key)),
    keepDraft: (draft) => inTurn(() => keep(draft)),
    dropDraft: (id) => inTurn(async () => (sent.has(id) ? drop(id) : undefined)),
  };
}

const stateOf = ({ file, text, saved }: Pick<DeskDraft, 'file' | 'text' | 'saved'>, given: Draft['given']) =>
  JSON.stringify([
    file,
    text,
    saved?.text,
    saved?.etag,
    given.map(({ name, bytes }) => [name, bytes.length]),
  ]);

const fileOf = ({ file, text, saved }: DeskDraft): { readonly file: NamedFile } & Pick<Draft, 'saved'> => ({
  file: { name: file, bytes: new TextEncoder().encode(text) },
  ...(saved && { saved }),
});

/** Each once, the latest first. */
function latestOf(drafts: readonly DraftAbout[]): readonly DraftAbout[] {
  const inOrder = [...drafts].sort((one, other) => other.kept - one.kept);
  return [...new Map(inOrder.toReversed().map((draft) => [draft.id, draft])).values()].toReversed();
}

const paperOf = ({ id, file, kindName, subject, hasFile, kept }: DraftAbout): DeskPaper => ({
  key: id,
  file,
  kindName,
  subject,
  from: 'draft',
  isUnsaved: true,
  hasFile,
  changed: kept,
});
