import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeTurns } from '../../base/take-turns.js';
import { asciiWords } from '../../batch/file-name.js';
import { hasErrors } from '../../diagnostic/diagnostic.js';
import { HostError } from '../../host/host-error.js';
import type { BuiltKindEntry } from '../../host-node/built-kinds.js';
import { commonFolder, kindFolders } from '../../host-node/load-kinds.js';
import { fingerprintOfKind } from '../../host-node/template-files.js';
import type { BuiltKind } from '../../kind/built-kind.js';
import type { KindDefinition } from '../../kind/kind.js';
import { readKind } from '../../kind/load-kind.js';
import { writeBuiltKind } from '../../kind/write-built-kind.js';
import { TEMPLATE_FOLDERS } from '../../template/built-template.js';
import type { KindModule, TemplateError } from '../desk-protocol.js';
import {
  type KindFolder,
  type KindSource,
  kindFolderName,
  kindSource,
  templateError,
} from './kind-source.js';
import { templateHost } from './template-host.js';

export interface KindPlaces {
  /** The kinds that come with the program, and where the build step wrote them. */
  readonly templates: string;
  readonly built: URL;
  /** `--templates`: a folder of kinds, or of one. */
  readonly own: string | undefined;
}

export interface ShelfOptions {
  readonly places: KindPlaces;
  readonly seal: (text: string) => string;
  /** A path as people see it. */
  readonly shown: (path: string) => string;
}

/** What changed since it was last looked. */
export interface KindChanges {
  readonly kinds: readonly KindModule[];
  readonly removed: readonly string[];
}

export interface KindShelf {
  readonly kinds: () => readonly KindModule[];
  readonly definitions: () => readonly KindDefinition[];
  /** The text of a module by the seal in its address; the last few of each kind are kept. */
  readonly moduleText: (seal: string) => string | undefined;
  readonly texts: (slug: string) => Promise<Readonly<Record<string, string>> | undefined>;
  /** The folders in which a change can change a kind. */
  readonly folders: () => readonly string[];
  /** Looks at the kinds that these files are of, and reads those that are others; each is told as soon as it is read. */
  readonly refresh: (tell: (changes: KindChanges) => void, files: readonly string[]) => Promise<void>;
  /** A page shows a paper of this kind: of several kinds that change at once it is told first. */
  readonly putFirst: (slug: string) => void;
}

interface Shelved {
  readonly kind: KindFolder;
  readonly fingerprint: string;
  readonly module: KindModule;
  readonly definition?: KindDefinition;
}

/** A page that was told of a module a moment ago may still ask for it when there is a newer one. */
const MODULES_KEPT = 200;

/**
 * The kinds as modules that the page's worker loads. A kind under edit is precompiled here, which makes code of its template
 * but runs none of it: it runs in the worker, as a file from the server's own address and under the page's policy.
 */
export async function openKindShelf(options: ShelfOptions): Promise<KindShelf> {
  const shelf = new Map<string, Shelved>();
  const modules = new Map<string, string>();
  const ready = await builtEntries(options.places.built);
  let first: string | undefined;
  // Two looks at once would tell one change twice.
  const inTurn = takeTurns();
  const refresh = async (tell: (changes: KindChanges) => void, files?: readonly string[]): Promise<void> => {
    const folders = await foldersOf(options.places);
    const removed = [...shelf.keys()].filter((slug) => !folders.has(slug));
    for (const slug of removed) shelf.delete(slug);
    if (removed.length > 0) tell({ kinds: [], removed });
    const sourceOf = sharedSources([...folders.values()]);
    for (const kind of withFirst(folders, first)) {
      const before = shelf.get(kind.slug);
      const isSamePlace = before?.kind.folder === kind.folder && before.kind.common === kind.common;
      if (isSamePlace && files?.some((file) => isOf(kind, file)) === false) continue;
      const fingerprint = fingerprintOfKind(kind.folder, kind.common);
      if (before?.fingerprint === fingerprint && before.kind.folder === kind.folder) continue;
      const made = await shelve(kind, fingerprint, { ready, before, source: sourceOf(kind), options });
      if (made.text !== undefined) keep(modules, options.seal(made.text), made.text);
      shelf.set(kind.slug, made);
      tell({ kinds: [made.module], removed: [] });
      // What was told is to leave before the next kind is read.
      await setImmediate();
    }
  };
  await refresh(() => {});
  return {
    kinds: () => inOrder(shelf).map(({ module }) => module),
    definitions: () => inOrder(shelf).flatMap(({ definition }) => definition ?? []),
    moduleText: (seal) => modules.get(seal),
    texts: async (slug) => {
      const kind = shelf.get(slug)?.kind;
      return kind && textsOf(kind);
    },
    folders: () => foldersToWatch(options.places),
    refresh: (tell, files) => inTurn(() => refresh(tell, files)),
    putFirst: (slug) => {
      first = slug;
    },
  };
}

function withFirst(
  folders: ReadonlyMap<string, KindFolder>,
  slug: string | undefined,
): readonly KindFolder[] {
  const all = [...folders.values()];
  return [...all.filter((kind) => kind.slug === slug), ...all.filter((kind) => kind.slug !== slug)];
}

/** Whether a file is one of a kind's, or of those that it shares. */
const isOf = ({ folder, common }: KindFolder, file: string): boolean =>
  [folder, common].includes(nodePath.resolve(nodePath.dirname(file)));

const inOrder = (shelf: ReadonlyMap<string, Shelved>): readonly Shelved[] =>
  [...shelf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shelved]) => shelved);

function keep(modules: Map<string, string>, seal: string, text: string): void {
  modules.delete(seal);
  modules.set(seal, text);
  for (const oldest of [...modules.keys()].slice(0, Math.max(0, modules.size - MODULES_KEPT)))
    modules.delete(oldest);
}

/** A source for all kinds that share a folder. */
function sharedSources(kinds: readonly KindFolder[]): (kind: KindFolder) => KindSource {
  const sources = new Map<string, KindSource>();
  return ({ common }) => {
    const sharing = kinds.filter((kind) => kind.common === common);
    const source = sources.get(common) ?? kindSource(sharing, templateHost);
    sources.set(common, source);
    return source;
  };
}

async function builtEntries(built: URL): Promise<ReadonlyMap<string, URL>> {
  const index = new URL('index.js', built);
  if (!existsSync(fileURLToPath(index))) return new Map();
  const { kinds }: { readonly kinds: readonly BuiltKindEntry[] } = await import(index.href);
  return new Map(kinds.map(({ slug, fingerprint }) => [fingerprint, new URL(`${slug}.js`, built)]));
}

/** A folder of the user's replaces one of the same slug that comes with the program. */
async function foldersOf({ templates, own }: KindPlaces): Promise<ReadonlyMap<string, KindFolder>> {
  const host = templateHost;
  const found = new Map<string, KindFolder>();
  for (const from of own === undefined ? [templates] : [templates, own])
    for (const folder of await kindFolders(from, host).catch(() => [])) {
      const slug = nodePath.basename(folder);
      const common =
        from === templates ? nodePath.join(templates, '_common') : await commonFolder(folder, host);
      found.set(slug, { slug, folder, common });
    }
  return found;
}

/** Of a single kind its neighbours too: what it shares lies beside it. */
const foldersToWatch = ({ templates, own }: KindPlaces): readonly string[] => {
  if (own === undefined) return [templates];
  const isSingle = existsSync(nodePath.join(own, 'kind.yaml'));
  const shared = nodePath.join(nodePath.dirname(own), '_common');
  return [templates, own, ...(isSingle && existsSync(shared) ? [shared] : [])];
};

interface Shelving {
  readonly ready: ReadonlyMap<string, URL>;
  readonly before: Shelved | undefined;
  readonly source: KindSource;
  readonly options: ShelfOptions;
}

async function shelve(
  kind: KindFolder,
  fingerprint: string,
  { ready, before, source, options }: Shelving,
): Promise<Shelved & { readonly text?: string }> {
  const { places, seal, shown } = options;
  const built = nodePath.dirname(kind.folder) === places.templates ? ready.get(fingerprint) : undefined;
  const made = built === undefined ? await readNow(kind, source, shown) : await readBuilt(built);
  const { text, errors } = made;
  const address = text === undefined ? before?.module.address : addressOf(kind.slug, seal(text));
  const definition = made.definition ?? before?.definition;
  return {
    kind,
    fingerprint,
    module: {
      slug: kind.slug,
      isOwn: built === undefined,
      folder: shown(kind.folder),
      errors,
      ...(address !== undefined && { address }),
    },
    ...(definition !== undefined && { definition }),
    ...(text !== undefined && { text }),
  };
}

/** The name is for people who look for errors; what is served is found by the seal alone. */
const addressOf = (slug: string, seal: string): string => `/kinds/${asciiWords(slug) || 'kind'}.js?v=${seal}`;

interface Made {
  readonly text?: string;
  readonly definition?: KindDefinition;
  readonly errors: readonly TemplateError[];
}

async function readBuilt(address: URL): Promise<Made> {
  const text = await fs.readFile(fileURLToPath(address), 'utf8');
  const { kind }: { readonly kind: BuiltKind } = await import(address.href);
  return { text, definition: kind.definition, errors: [] };
}

async function readNow(kind: KindFolder, source: KindSource, shown: (path: string) => string): Promise<Made> {
  try {
    const folder = kindFolderName(kind.slug);
    const { value, diagnostics } = await readKind(source.host, folder, TEMPLATE_FOLDERS.common);
    const errors = diagnostics.map((finding) => templateError(finding, source, shown));
    if (value === undefined || hasErrors(diagnostics)) return { errors };
    return { text: writeBuiltKind(value), definition: value.definition, errors };
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    const hints = cause.hint === undefined ? [] : [cause.hint];
    return { errors: [{ severity: 'error', code: `file/${cause.failure}`, message: cause.message, hints }] };
  }
}

/** The files of a kind by the names in which the worker's findings call them. */
async function textsOf(kind: KindFolder): Promise<Readonly<Record<string, string>>> {
  const { host, texts } = kindSource([kind], templateHost);
  for (const folder of [kindFolderName(kind.slug), TEMPLATE_FOLDERS.common])
    for (const name of (await host.listFolder(folder)) ?? [])
      if (/\.(?:yaml|hbs)$/.test(name)) await host.readFile(`${folder}/${name}`);
  return Object.fromEntries(texts);
}
