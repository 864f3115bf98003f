import { normalise } from '../../../vietnamese/normalise.js';
import type { NamedFile, OwnAgency } from '../../protocol.js';
import { isUnsaved } from '../store/state.js';
import type { BrowserStore } from './browser-store.js';
import type { Desk, Draft, SaveRequest, SaveResult } from './desk.js';
import { DeskError } from './desk.js';
import { downloadFiles, saidOfDownload } from './download.js';
import { lastName } from './file-names.js';
import { endsAsWindows, withLineEnds } from './line-ends.js';

/** A draft as it is kept, with when, for the order of the list. */
export interface KeptDraft extends Draft {
  readonly kept: number;
  /** The file that it was opened from ends its lines as Windows does. */
  readonly isWindows?: true;
}

/** Drafts that are in the list of the start page; older ones go when they hold nothing that was not saved. */
const MOST_DRAFTS = 40;

/** A desk without a server: drafts in the browser's store, files by opening and downloading, in place where the browser can. */
export function createBrowserDesk(
  store: BrowserStore,
  now: () => number = Date.now,
  download: (files: readonly NamedFile[]) => void = downloadFiles,
): Desk {
  const windows = new Set<string>();
  const inFile = ({ id, text }: SaveRequest): string => withLineEnds(text, windows.has(id));
  const desk: Desk = {
    type: 'browser',
    name: '',
    ...draftsIn(store, now, windows),
    save: async (request) => {
      const handle = await store.get<FileSystemFileHandle>('handles', request.id);
      if (handle !== undefined) return saveInPlace(handle, request);
      const name = lastName(request.file);
      download([{ name, bytes: new TextEncoder().encode(inFile(request)) }]);
      return {
        type: 'saved',
        file: request.file,
        saved: { text: request.text },
        said: `Đã tải về ${name}. Bản nháp vẫn giữ trong trình duyệt này.`,
      };
    },
    bindFile: (id, handle) => store.put('handles', id, handle),
    deliver: async (files) => {
      download(files);
      return saidOfDownload(files);
    },
    readBeside: async () => undefined,
    own: () => store.get<OwnAgency>('memory', 'own'),
    keepOwn: (own) => store.put('memory', 'own', own),
    fonts: () => store.all<NamedFile>('fonts'),
    keepFonts: async (files) => {
      for (const { name } of await store.all<NamedFile>('fonts')) await store.remove('fonts', name);
      for (const file of files) await store.put('fonts', file.name, file);
    },
    kinds: async () => ({ kinds: [] }),
    showKind: async () => {},
    kindTexts: async () => ({ texts: {} }),
    listen: () => () => {},
  };
  return withPicker(desk, store, inFile);
}

type Drafts = Pick<Desk, 'papers' | 'open' | 'forget' | 'keepDraft' | 'dropDraft' | 'noteFile'>;

/** Drafts in the browser's store; `windows`: papers whose files end their lines as Windows does. */
function draftsIn(store: BrowserStore, now: () => number, windows: Set<string>): Drafts {
  return {
    papers: async () => (await latestDrafts(store)).map(paperOf),
    open: async ({ key }) => {
      const draft = await store.get<KeptDraft>('drafts', key);
      if (draft === undefined) throw new DeskError('Bản nháp này không còn trong trình duyệt');
      const { id, file, text, given, saved, isWindows } = draft;
      if (isWindows) windows.add(id);
      const bytes = new TextEncoder().encode(text);
      return { id, file: { name: file, bytes }, given, ...(saved && { saved }) };
    },
    forget: async ({ key }) => {
      const [draft, handle] = [await store.get('drafts', key), await store.get('handles', key)];
      await store.remove('drafts', key);
      await store.remove('handles', key);
      return async () => {
        if (draft !== undefined) await store.put('drafts', key, draft);
        if (handle !== undefined) await store.put('handles', key, handle);
      };
    },
    keepDraft: async (draft) => {
      const kept: KeptDraft = { ...draft, kept: now(), ...(windows.has(draft.id) && { isWindows: true }) };
      await store.put('drafts', draft.id, kept);
      await dropOldDrafts(store);
    },
    // The file that it came from, if there is one, can still be saved.
    dropDraft: (id) => store.remove('drafts', id),
    noteFile: (id, { bytes }) => {
      if (endsAsWindows(new TextDecoder().decode(bytes))) windows.add(id);
    },
  };
}

const paperOf = (draft: KeptDraft) => ({
  key: draft.id,
  file: draft.file,
  kindName: draft.kindName,
  subject: draft.subject,
  from: 'draft' as const,
  isUnsaved: isUnsaved(draft),
  hasFile: draft.saved !== undefined,
  changed: draft.kept,
});

async function latestDrafts(store: BrowserStore): Promise<readonly KeptDraft[]> {
  return [...(await store.all<KeptDraft>('drafts'))].sort((one, other) => other.kept - one.kept);
}

async function dropOldDrafts(store: BrowserStore): Promise<void> {
  const old = (await latestDrafts(store)).slice(MOST_DRAFTS).filter((draft) => !paperOf(draft).isUnsaved);
  for (const { id } of old) {
    await store.remove('drafts', id);
    await store.remove('handles', id);
  }
}

/** A file that the user opened or named before: written over, unless another hand changed it meanwhile. */
async function saveInPlace(handle: FileSystemFileHandle, request: SaveRequest): Promise<SaveResult> {
  const { text, saved } = request;
  const file = await fileText(handle);
  // As the page has texts: a file from another editor may end its lines otherwise, which is no change.
  const present = file === undefined ? undefined : normalise(file).text;
  if (present !== undefined && saved !== undefined && present !== saved.text && present !== text)
    return { type: 'changed', clash: { text: present } };
  await writeTo(handle, withLineEnds(text, file !== undefined && endsAsWindows(file)));
  return { type: 'saved', file: handle.name, saved: { text }, said: `Đã lưu ${handle.name}.` };
}

async function fileText(handle: FileSystemFileHandle): Promise<string | undefined> {
  try {
    return await (await handle.getFile()).text();
  } catch {
    return undefined;
  }
}

async function writeTo(handle: FileSystemFileHandle, text: string): Promise<void> {
  try {
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
  } catch {
    const hint = 'Chọn "Lưu thành tệp khác…" hoặc cho phép trang này ghi vào tệp';
    throw new DeskError(`Trình duyệt không cho ghi vào tệp ${handle.name}`, [hint]);
  }
}

interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }) => Promise<FileSystemFileHandle>;
}

function withPicker(desk: Desk, store: BrowserStore, inFile: (request: SaveRequest) => string): Desk {
  const { showSaveFilePicker } = globalThis as SavePicker;
  if (showSaveFilePicker === undefined) return desk;
  const saveElsewhere = async (request: SaveRequest): Promise<SaveResult | undefined> => {
    const types = [{ description: 'Tệp biểu mẫu', accept: { 'text/yaml': ['.yaml', '.yml'] } }];
    let handle: FileSystemFileHandle;
    try {
      handle = await showSaveFilePicker({ suggestedName: lastName(request.file), types });
    } catch {
      return undefined;
    }
    await writeTo(handle, inFile(request));
    await store.put('handles', request.id, handle);
    const { text } = request;
    return { type: 'saved', file: handle.name, saved: { text }, said: `Đã lưu ${handle.name}.` };
  };
  return { ...desk, saveElsewhere };
}
