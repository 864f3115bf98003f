import * as nodePath from 'node:path';
import { codeFrame } from '../../diagnostic/code-frame.js';
import type { Diagnostic, Place } from '../../diagnostic/diagnostic.js';
import { textPosition } from '../../diagnostic/text-position.js';
import type { Host } from '../../host/host.js';
import type { KindHost } from '../../kind/load-kind.js';
import { TEMPLATE_FOLDERS } from '../../template/built-template.js';
import { normalise } from '../../vietnamese/normalise.js';
import type { TemplateError } from '../desk-protocol.js';

/** A kind's folder on this machine, and the folder of what it shares with others. */
export interface KindFolder {
  readonly slug: string;
  readonly folder: string;
  readonly common: string;
}

/** Where kinds are read under names that are the same on every machine ("@kind/plan/template.hbs"). */
export interface KindSource {
  readonly host: KindHost;
  /** The texts that were read, by those names. */
  readonly texts: ReadonlyMap<string, string>;
  /** "@kind/plan/template.hbs" as it lies on the disk. */
  readonly pathOf: (name: string) => string;
}

export const kindFolderName = (slug: string): string => `${TEMPLATE_FOLDERS.kind}/${slug}`;

/** For kinds that share the same files: each of these is read once, and parsed once, for all of them. */
export function kindSource(
  kinds: readonly KindFolder[],
  host: Pick<Host, 'readFile' | 'listFolder'>,
): KindSource {
  const texts = new Map<string, string>();
  const folders = new Map(kinds.map(({ slug, folder }) => [slug, folder]));
  const pathOf = (name: string): string => {
    const [root = '', ...steps] = name.split('/');
    if (root === TEMPLATE_FOLDERS.common) return nodePath.join(kinds[0]!.common, ...steps);
    const [slug = '', ...inner] = steps;
    return nodePath.join(folders.get(slug)!, ...inner);
  };
  const read = new Map<string, Promise<Uint8Array | undefined>>();
  const readNow = async (name: string): Promise<Uint8Array | undefined> => {
    const bytes = await host.readFile(pathOf(name));
    if (bytes !== undefined) texts.set(name, normalise(new TextDecoder().decode(bytes)).text);
    return bytes;
  };
  return {
    texts,
    pathOf,
    host: {
      readFile: (name) => {
        const known = read.get(name) ?? readNow(name);
        read.set(name, known);
        return known;
      },
      listFolder: (name) => host.listFolder(pathOf(name)),
    },
  };
}

/** A finding in a kind's files as the page shows it; `shown`: a path as people see it. */
export function templateError(
  { severity, code, message, place, hints = [] }: Diagnostic,
  source: KindSource,
  shown: (path: string) => string,
): TemplateError {
  return {
    severity,
    code,
    message,
    hints,
    ...(place && {
      file: shown(source.pathOf(place.file)),
      ...positionIn(place, source.texts.get(place.file)),
    }),
  };
}

function positionIn(
  place: Place,
  text: string | undefined,
): Pick<TemplateError, 'line' | 'column' | 'frame'> {
  if (text === undefined || !('start' in place)) return {};
  const { line, column } = textPosition(text, place.start);
  const frame = codeFrame(text, place.start, place.end);
  return { line, column, frame: `${frame.line}\n${' '.repeat(frame.indent)}${frame.marks}` };
}
