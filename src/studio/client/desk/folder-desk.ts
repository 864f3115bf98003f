import { normalise } from '../../../vietnamese/normalise.js';
import type {
  DeskEvent,
  Desk as DeskFacts,
  DeskMemory,
  FolderFile,
  FolderList,
  KindModules,
  KindTexts,
  MachineFonts,
  RecentPaper,
  SavedFile,
} from '../../desk-protocol.js';
import type { NamedFile } from '../../protocol.js';
import { createBrowserDesk } from './browser-desk.js';
import type { BrowserStore } from './browser-store.js';
import type { Desk, DeskChange, DeskPaper, OnExisting, SaveRequest, SaveResult } from './desk.js';
import { DeskError } from './desk.js';
import { folderOf, freeName, lastName, pathBeside, withoutEnding } from './file-names.js';
import { createFolderDrafts } from './folder-drafts.js';
import { endsAsWindows, withLineEnds } from './line-ends.js';
import { type Changed, type FoundBytes, isChanged, type ServerCalls } from './server-calls.js';

const MOST_RECENT = 12;

/** The folder that `thethuc preview` opened: forms are saved in place, finished papers beside them. */
export async function createFolderDesk(calls: ServerCalls, store: BrowserStore): Promise<Desk> {
  const facts = await calls.getJson<DeskFacts>('/api/desk');
  const inBrowser = createBrowserDesk(store);
  const drafts = createFolderDrafts(calls, store, facts.location);
  const memory = (): Promise<DeskMemory> => calls.getJson<DeskMemory>('/api/memory');
  const { saveElsewhere: _elsewhere, bindFile: _bind, ...rest } = inBrowser;
  return {
    ...rest,
    ...drafts,
    type: 'folder',
    name: facts.folder,
    papers: async () => {
      const [unsaved, { files }, { recent }] = await Promise.all([
        drafts.papers(),
        calls.getJson<FolderList>('/api/files'),
        memory(),
      ]);
      const own = recent.filter(({ location }) => location === facts.location);
      return listPapers(unsaved, await withAbout(files, calls), own);
    },
    open: (paper) => (paper.from === 'draft' ? drafts.open(paper) : openFile(calls, paper)),
    save: async (request) => {
      const result = await saveFile(calls, request);
      // Only the list of what was worked on last: the paper is saved, whatever becomes of it.
      if (result.type === 'saved')
        await noteRecent(calls, facts.location, request, result.file, memory).catch(() => {});
      return result;
    },
    deliver: (files, beside, onExisting) => deliverBeside(calls, files, beside, onExisting),
    readBeside: async (name, form) => {
      const path = pathBeside(name, form);
      const found = path === undefined ? undefined : await calls.getBytes('/api/file', { path });
      return found && { name, bytes: found.bytes };
    },
    own: async () => (await memory()).own,
    keepOwn: (own) => calls.putJson('/api/memory/own', own),
    fonts: async () => {
      const kept = await inBrowser.fonts();
      return kept.length > 0 ? kept : machineFonts(calls);
    },
    kinds: () => calls.getJson<KindModules>('/api/kinds'),
    showKind: (slug) => calls.putJson('/api/kind-shown', {}, { slug }),
    kindTexts: (slug) => calls.getJson<KindTexts>('/api/kind-texts', { slug }),
    listen: (tell) => listenTo(calls.eventsAddress, tell),
  };
}

/**
 * What was not saved first, then what was worked on last, then the other files of the folder, the latest first. Each once:
 * of a file with a draft the draft, of a form and the papers made of it the form.
 */
export function listPapers(
  drafts: readonly DeskPaper[],
  files: readonly FolderFile[],
  recent: readonly RecentPaper[],
): readonly DeskPaper[] {
  const edited = new Set(drafts.flatMap(({ file, hasFile }) => (hasFile ? [file] : [])));
  const forms = new Set(files.flatMap((file) => (file.type === 'form' ? marksOf(file) : [])));
  const known = new Map(files.filter(({ path }) => !edited.has(path)).map((file) => [file.path, file]));
  const latest = recent.filter(({ path }) => known.has(path));
  const listed = new Set(latest.map(({ path }) => path));
  const isMade = (file: FolderFile): boolean =>
    file.type !== 'form' && marksOf(file).some((mark) => forms.has(mark));
  const others = [...known.values()].filter(
    (file) => !listed.has(file.path) && file.about?.kind !== undefined && !isMade(file),
  );
  return [
    ...drafts,
    ...latest.map((paper) => paperAt('recent', known.get(paper.path)!, paper)),
    ...others
      .sort((one, other) => other.modified - one.modified)
      .map((file) => paperAt('folder', file, { kindName: '', subject: '' })),
  ];
}

/** A form and a paper that was made of it lie in one folder, and have the same name, or kind and subject. */
const marksOf = ({ path, about }: FolderFile): readonly string[] => [
  withoutEnding(path),
  ...(about?.subject ? [JSON.stringify([folderOf(path), about.kind, about.subject])] : []),
];

/** What a file says now: another hand may have changed it since it was worked on here. */
const paperAt = (
  from: 'recent' | 'folder',
  { path, about, modified }: FolderFile,
  before: Pick<RecentPaper, 'kindName' | 'subject'>,
): DeskPaper => ({
  key: `${from}:${path}`,
  file: path,
  kindName: about?.kindName ?? before.kindName,
  subject: about?.subject ?? before.subject,
  from,
  isUnsaved: false,
  changed: modified,
});

/**
 * Files that the server has not looked into yet are asked for; one that cannot be read is none of ours. A paper that has the
 * name of a form is not listed beside it, whatever it says.
 */
function withAbout(files: readonly FolderFile[], calls: ServerCalls): Promise<readonly FolderFile[]> {
  const forms = new Set(files.flatMap(({ type, path }) => (type === 'form' ? withoutEnding(path) : [])));
  return Promise.all(
    files.map(async (file) => {
      if (file.about !== undefined || forms.has(withoutEnding(file.path))) return file;
      const { path } = file;
      const about = await calls
        .getJson<NonNullable<FolderFile['about']>>('/api/about', { path })
        .catch(() => undefined);
      return about === undefined ? file : { ...file, about };
    }),
  );
}

async function openFile(calls: ServerCalls, { file: path }: DeskPaper) {
  const found = await calls.getBytes('/api/file', { path });
  if (found === undefined) throw new DeskError(`Không còn tệp ${path} trong thư mục`);
  const saved = { text: textOf(found), ...(found.etag !== undefined && { etag: found.etag }) };
  return { file: { name: path, bytes: found.bytes }, given: [], saved };
}

/** As the page has texts: a file from another editor may end its lines otherwise, which is no change. */
const textOf = ({ bytes }: FoundBytes): string => normalise(new TextDecoder().decode(bytes)).text;

async function saveFile(calls: ServerCalls, { file, text, saved }: SaveRequest): Promise<SaveResult> {
  const bytes = new TextEncoder().encode(withLineEnds(text, await isWindowsFile(calls, file, saved?.etag)));
  const answer = await calls.putBytes<SavedFile>('/api/file', { path: file }, bytes, { etag: saved?.etag });
  if (!isChanged(answer)) {
    const { path, sha256 } = answer;
    return { type: 'saved', file: path, saved: { text, etag: sha256 }, said: `Đã lưu ${path}.` };
  }
  const present = await calls.getBytes('/api/file', { path: file });
  // Gone from the folder: nothing is lost by writing it anew.
  if (present === undefined) return saveFile(calls, { ...requestOf(file, text), saved: undefined });
  const theirs = textOf(present);
  const clash = { text: theirs, ...(present.etag !== undefined && { etag: present.etag }) };
  return theirs === text
    ? { type: 'saved', file, saved: clash, said: `Đã lưu ${file}.` }
    : { type: 'changed', clash };
}

/** How the file that is written over ends its lines: as it lies there now, another editor may have changed that. */
async function isWindowsFile(calls: ServerCalls, path: string, etag: string | undefined): Promise<boolean> {
  const present = etag === undefined ? undefined : await calls.getBytes('/api/file', { path });
  return present !== undefined && endsAsWindows(new TextDecoder().decode(present.bytes));
}

const requestOf = (file: string, text: string): SaveRequest => ({
  id: '',
  file,
  text,
  saved: undefined,
  kindName: '',
  subject: '',
});

async function noteRecent(
  calls: ServerCalls,
  location: string,
  { kindName, subject }: SaveRequest,
  path: string,
  memory: () => Promise<DeskMemory>,
): Promise<void> {
  const { recent } = await memory();
  const others = recent.filter((paper) => paper.location !== location || paper.path !== path);
  const latest = [{ location, path, kindName, subject }, ...others].slice(0, MOST_RECENT);
  await calls.putJson('/api/memory/recent', latest);
}

/** Papers lie beside their form. Of those that are there already the user says what shall be: a hand may have changed them. */
async function deliverBeside(
  calls: ServerCalls,
  files: readonly NamedFile[],
  beside: string,
  onExisting: OnExisting,
): Promise<string | undefined> {
  const put = (name: string, bytes: Uint8Array, etag?: string) =>
    calls.putBytes<SavedFile>('/api/paper', { beside, name }, bytes, { etag });
  const paths: string[] = [];
  const there: { readonly file: NamedFile; readonly present: string | undefined }[] = [];
  for (const file of files) {
    const answer = await put(lastName(file.name), file.bytes);
    if (isChanged(answer)) there.push({ file, present: answer.present });
    else paths.push(answer.path);
  }
  const wish = there.length > 0 ? await onExisting(there.map(({ file }) => lastName(file.name))) : 'stop';
  for (const { file, present } of wish === 'stop' ? [] : there) {
    const name = lastName(file.name);
    const answer =
      wish === 'replace' ? await put(name, file.bytes, present) : await putFree(put, name, file.bytes);
    if (answer === undefined || isChanged(answer))
      throw new DeskError(`Tệp ${name} vừa thay đổi nên chưa ghi được`, ['Thử lại lần nữa']);
    paths.push(answer.path);
  }
  return paths.length > 0 ? `Đã lưu ${paths.join(', ')} trong thư mục đang mở.` : undefined;
}

const MOST_TRIES = 100;

/** Under the first name that is free: "ke-hoach 2.docx". */
async function putFree(
  put: (name: string, bytes: Uint8Array) => Promise<SavedFile | Changed>,
  name: string,
  bytes: Uint8Array,
): Promise<SavedFile | undefined> {
  const taken = [name];
  while (taken.length < MOST_TRIES) {
    const free = freeName(name, taken);
    const answer = await put(free, bytes);
    if (!isChanged(answer)) return answer;
    taken.push(free);
  }
  return undefined;
}

async function machineFonts(calls: ServerCalls): Promise<readonly NamedFile[]> {
  const { faces } = await calls.getJson<MachineFonts>('/api/fonts');
  const found = await Promise.all(
    faces.map(async ({ face, name }) => {
      const file = await calls.getBytes('/api/font', { face });
      return file === undefined ? [] : [{ name, bytes: file.bytes }];
    }),
  );
  return found.flat();
}

function listenTo(address: string, tell: (change: DeskChange) => void): () => void {
  const source = new EventSource(address);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    for (const change of changesOf(JSON.parse(data) as DeskEvent)) tell(change);
  });
  return () => source.close();
}

export function changesOf(event: DeskEvent): readonly DeskChange[] {
  if (event.type === 'kinds') return [event];
  if (event.type === 'blind') return [event];
  if (event.type === 'hello') return [];
  return event.changes.map(({ path, change, sha256 }) => ({
    type: 'file',
    path,
    isGone: change === 'removed',
    ...(sha256 !== undefined && { etag: sha256 }),
  }));
}
