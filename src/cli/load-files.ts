import { readNamedFiles } from '../batch/named-files.js';
import type { UnreadFile } from '../form/file-findings.js';
import type { FormLayer } from '../form/layer.js';
import { HostError } from '../host/host-error.js';
import { nearest } from '../vietnamese/nearest.js';
import type { CliIo } from './io.js';
import type { FormSource, Press, PressKind } from './press.js';
import type { NamedSource } from './read-sources.js';
import { shownPath } from './shown-path.js';

/** A form with the files that it names. */
export interface LoadedSource {
  readonly source: FormSource;
  /** Absolute paths of the files: no output may overwrite them. */
  readonly paths: readonly string[];
}

/** What loading takes of a run. */
export interface Loading {
  readonly io: Pick<CliIo, 'cwd' | 'path'>;
  readonly press: Pick<Press, 'host' | 'referencedFiles' | 'readFacts'>;
}

/**
 * Loads the files that a form names, from the form's folder (the current one for a form through a pipe), and those that the
 * forms among them name. What cannot be read is told with the source: the field that names it gets the finding. `over`: rows
 * over the form. `read` may remember what it has read.
 */
export async function loadFiles(
  named: NamedSource,
  kinds: readonly PressKind[],
  run: Loading,
  over: readonly FormLayer[] = [],
  read: ReadNamed = readNamed,
): Promise<LoadedSource> {
  const { io, press } = run;
  const folder = named.form === undefined ? io.cwd : io.path.dirname(named.form);
  const paths: string[] = [];
  const loaded = await readNamedFiles(named.source.file, press.referencedFiles(named.source, kinds, over), {
    read: async (typed) => {
      const found = await read(typed, folder, run);
      if (!('bytes' in found)) return found;
      paths.push(found.path);
      return found.bytes;
    },
    namesIn: (file, bytes) => press.referencedFiles({ file, bytes }, kinds),
    factsOf: press.readFacts,
  });
  return { source: { ...named.source, ...loaded }, paths };
}

export type Loaded = { readonly path: string; readonly bytes: Uint8Array };

/** A file as typed, from a folder. */
export type ReadNamed = (typed: string, folder: string, run: Loading) => Promise<Loaded | UnreadFile>;

export async function readNamed(typed: string, folder: string, run: Loading): Promise<Loaded | UnreadFile> {
  const { path } = run.io;
  const name = path.sep === '/' ? typed.replaceAll('\\', '/') : typed;
  try {
    const wanted = path.resolve(folder, name);
    const bytes = await run.press.host.readFile(wanted);
    if (bytes !== undefined) return { path: wanted, bytes };
    const alike = await findAlike(wanted, run);
    const found = alike.path === undefined ? undefined : await run.press.host.readFile(alike.path);
    if (alike.path !== undefined && found !== undefined) return { path: alike.path, bytes: found };
    return notFound(typed, wanted, alike.names, run);
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    return { message: cause.message, hints: cause.hint ? [cause.hint] : [] };
  }
}

/**
 * The file whose name is the same text in another Unicode form: a folder from a Mac or from a zip archive holds "Kế hoạch"
 * decomposed. Step by step from the root, since any folder on the way may be such a one. Without it the names that are there.
 */
async function findAlike(
  wanted: string,
  { io: { path }, press: { host } }: Loading,
): Promise<{ readonly path?: string; readonly names: readonly string[] }> {
  const { root } = path.parse(wanted);
  let at = root;
  for (const step of wanted.slice(root.length).split(path.sep)) {
    const names = (await host.listFolder(at).catch(() => undefined)) ?? [];
    const exact = names.includes(step);
    const found = exact ? step : names.find((name) => name.normalize('NFC') === step.normalize('NFC'));
    // A folder that may be entered but not listed.
    if (found === undefined && names.length > 0) return { names };
    at = path.join(at, found ?? step);
  }
  return { path: at, names: [] };
}

function notFound(typed: string, wanted: string, names: readonly string[], { io }: Loading): UnreadFile {
  const folder = io.path.dirname(wanted);
  const shown = folder === io.cwd ? folder : shownPath(folder, io);
  const near = nearest(
    io.path.basename(wanted),
    names.map((name) => name.normalize('NFC')),
  );
  return {
    message: `Không tìm thấy tệp "${typed}" trong thư mục "${shown}"`,
    hints: [
      ...(near === undefined ? [] : [`có phải ý bạn là "${near}"?`]),
      'Chép tệp vào thư mục đó, hoặc ghi đường dẫn tính từ thư mục của biểu mẫu',
    ],
  };
}
