import { basename, join } from 'node:path';
import { besideFile } from '../base/beside.js';
import { createOwned } from '../base/memory.js';
import { blankTable } from '../batch/blank-table.js';
import { readyPaper } from '../batch/ready-paper.js';
import { fileForm, readFacts } from '../collect/read-facts.js';
import {
  type CompileContext,
  compileForm,
  type FormText,
  fieldsOfForm,
  namesLeftIn,
  referencedFiles,
} from '../compile.js';
import { hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { collectDeadlines } from '../fact/deadline-list.js';
import type { FontSet } from '../font/font.js';
import { jsonSchema } from '../form/json-schema.js';
import type { FormLayer } from '../form/layer.js';
import type { Host } from '../host/host.js';
import { type FoundFonts, findFonts } from '../host-node/find-fonts.js';
import { isBundled, loadKinds } from '../host-node/load-kinds.js';
import { readKindFiles } from '../host-node/read-kind-files.js';
import type { Kind } from '../kind/kind.js';
import { nd30 } from '../profile/nd30.js';
import { decodeText } from '../vietnamese/decode-text.js';
import { normalise } from '../vietnamese/normalise.js';
import type { FormSource, Press, PressKind, PressPaper } from './press.js';

/** A kind with the stages' own kind behind it. */
interface LoadedKind extends PressKind {
  readonly kind: Kind;
}

/** The part of the press that needs the stages. */
export type Stages = Pick<
  Press,
  | 'kinds'
  | 'fonts'
  | 'referencedFiles'
  | 'fieldsOfForm'
  | 'namesLeftIn'
  | 'readFacts'
  | 'deadlinesOf'
  | 'compile'
  | 'schema'
  | 'blankTable'
  | 'kindFiles'
>;

/** All stages on this host. `texts` is given the text of every file that findings may point to. */
export function createStages(host: Host, texts: Map<string, string>): Stages {
  const reading = remembering(host, texts);
  let fontFiles: FoundFonts['files'] = [];
  const read = (source: FormSource) => rememberedText(source, texts);
  const compile = (
    source: FormSource,
    kinds: readonly PressKind[],
    fonts: FontSet,
    { split, over }: { readonly split?: boolean; readonly over?: readonly FormLayer[] } = {},
  ): Outcome<readonly PressPaper[]> => {
    const { value: text, diagnostics: unread } = read(source);
    if (text === undefined) return { diagnostics: unread };
    const { files, unreadFiles, carriedFacts } = source;
    rememberTexts(source.file, files, texts);
    const context: CompileContext = {
      kinds: allLoaded(kinds),
      profile: nd30,
      fonts,
      files,
      unreadFiles,
      carriedFacts,
      split,
      over,
    };
    const { value, diagnostics } = compileForm(text, context);
    if (!value) return { diagnostics };
    return { value: value.map((paper) => readyPaper(paper, fonts, host, fontFiles)), diagnostics };
  };
  return {
    referencedFiles: (source, kinds, over) => {
      const text = read(source).value;
      return text === undefined ? [] : referencedFiles(text, allLoaded(kinds), over);
    },
    namesLeftIn: (source, kinds) => {
      const { value: text } = read(source);
      return text === undefined ? [] : namesLeftIn(text, allLoaded(kinds));
    },
    fieldsOfForm: (source, kinds) => {
      const { value: text, diagnostics } = read(source);
      return text === undefined ? { diagnostics } : fieldsOfForm(text, allLoaded(kinds));
    },
    readFacts: async (name, bytes) =>
      fileForm(bytes) === 'text' ? undefined : readFacts(basename(name.replaceAll('\\', '/')), bytes),
    deadlinesOf: (sheet, kinds) => {
      const known = kinds.map(loaded).find(({ definition }) => definition.slug === sheet.kind);
      return known === undefined ? [] : collectDeadlines(sheet, known.definition.fields);
    },
    compile,
    kinds: async (folder) => {
      const { value, diagnostics } = await loadKinds(folder, reading);
      return value ? { value: value.map(toPressKind), diagnostics } : { diagnostics };
    },
    fonts: async (option) => {
      const { value, diagnostics } = await findFonts(option, host);
      fontFiles = value?.files ?? [];
      return value ? { value: value.set, diagnostics } : { diagnostics };
    },
    schema: (kind) => jsonSchema(loaded(kind).definition),
    blankTable: (kind, options) => blankTable({ ...loaded(kind).definition, sample: kind.sample }, options),
    kindFiles: (kind) => readKindFiles(loaded(kind).folder, host),
  };
}

interface RememberedText {
  readonly file: string;
  readonly text: Outcome<FormText>;
}

const formTexts = new WeakMap<Uint8Array, RememberedText>();

/** The text of a form, decoded once for all rows that are made from the same bytes. */
function rememberedText({ file, bytes }: FormSource, texts: Map<string, string>): Outcome<FormText> {
  const known = formTexts.get(bytes);
  if (known?.file === file && texts.has(file)) return known.text;
  const { value, diagnostics } = decodeText(bytes, file);
  texts.set(file, normalise(value ?? '').text);
  const isRead = value !== undefined && !hasErrors(diagnostics);
  const text = { ...(isRead && { value: { file, text: value } }), diagnostics };
  formTexts.set(bytes, { file, text });
  return text;
}

/** Files that a form names and that findings may point into. */
const TEXT_FILE = /\.(?:ya?ml|json|csv|txt)$/i;

/** The files of many rows are the same objects. */
const remembered = new WeakMap<Map<string, string>, WeakSet<Uint8Array>>();

function rememberTexts(file: string, files: FormSource['files'], texts: Map<string, string>): void {
  const known = remembered.get(texts) ?? new WeakSet();
  remembered.set(texts, known);
  for (const [typed, bytes] of files ?? []) {
    const name = besideFile(file, typed);
    if (known.has(bytes) && texts.has(name)) continue;
    known.add(bytes);
    const text = TEXT_FILE.test(typed) ? decodeText(bytes, typed).value : undefined;
    if (text !== undefined) texts.set(name, normalise(text).text);
  }
}

/** A host that keeps the text of what was read through it: findings about a template show its line. */
const remembering = (host: Host, texts: Map<string, string>): Pick<Host, 'readFile' | 'listFolder'> => ({
  listFolder: host.listFolder,
  readFile: async (path) => {
    const bytes = await host.readFile(path);
    if (bytes) texts.set(path, normalise(new TextDecoder().decode(bytes)).text);
    return bytes;
  },
});

const toPressKind = (kind: Kind): LoadedKind => ({
  slug: kind.definition.slug,
  name: kind.definition.name,
  aliases: kind.definition.aliases ?? [],
  sample: kind.sample,
  ...(isBundled(kind.folder) ? {} : { sampleFile: join(kind.folder, 'sample.yaml') }),
  kind,
});

/** The same kinds are the same object to all that is remembered of a form. */
const allLoaded = createOwned((kinds: readonly PressKind[]): readonly Kind[] => kinds.map(loaded));

function loaded(kind: PressKind): Kind {
  if ('kind' in kind) return (kind as LoadedKind).kind;
  throw new Error(`${kind.slug} was not loaded by this press`);
}
