import { besideFile } from '../../base/beside.js';
import { type NamedFiles, readNamedFiles } from '../../batch/named-files.js';
import { fileForm, readFacts } from '../../collect/read-facts.js';
import { referencedFiles } from '../../compile.js';
import type { Outcome } from '../../diagnostic/diagnostic.js';
import type { FactSheet } from '../../fact/fact-sheet.js';
import { notGiven, type UnreadFile } from '../../form/file-findings.js';
import type { FormLayer } from '../../form/layer.js';
import type { Kind } from '../../kind/kind.js';
import { decodeText } from '../../vietnamese/decode-text.js';
import { normalise } from '../../vietnamese/normalise.js';
import type { FormSource, GivenFiles } from '../protocol.js';

/** The files that a form names, out of those that are given with it. */
export type ReadGiven = (
  source: FormSource,
  kinds: readonly Kind[],
  over?: readonly FormLayer[],
) => Promise<NamedFiles>;

interface Remembered {
  readonly names: string;
  readonly bytes: readonly Uint8Array[];
  readonly files: NamedFiles;
}

/** The same files under the same names are the same object from look to look: what is read of them is remembered by it. */
export function createGivenFiles(): ReadGiven {
  let remembered: Remembered | undefined;
  return async (source, kinds, over = []) => {
    const { file, given } = source;
    const named = referencedFiles(formText(source), kinds, over);
    const names = [file, ...named, '', ...given.map(({ name }) => name)].join('\n');
    const bytes = given.map((one) => one.bytes);
    if (remembered?.names === names && isSame(remembered.bytes, bytes)) return remembered.files;
    const files = await readNamedFiles(file, named, {
      read: async (typed) => findGiven(typed, given) ?? unread(file, typed),
      namesIn: (inner, content) => referencedFiles({ file: inner, text: textIn(content) }, kinds),
      factsOf,
    });
    remembered = { names, bytes, files };
    return files;
  };
}

const isSame = (some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

const unread = (file: string, typed: string): UnreadFile => notGiven(file, typed);

let latest: { readonly file: string; readonly text: string } | undefined;

/** A form's text as the object by which other stages remember it: one for as long as the text is the same. */
export function formText({ file, text }: Pick<FormSource, 'file' | 'text'>): {
  readonly file: string;
  readonly text: string;
} {
  if (latest?.file !== file || latest.text !== text) latest = { file, text };
  return latest;
}

/** As typed, else a file of that name in whatever folder: who drops a file into a page gives no folder. */
export function findGiven(typed: string, given: GivenFiles): Uint8Array | undefined {
  const wanted = plainName(typed);
  const found =
    given.find(({ name }) => plainName(name) === wanted) ??
    given.find(({ name }) => lastStep(plainName(name)) === lastStep(wanted));
  return found?.bytes;
}

const plainName = (name: string): string => besideFile('', name.normalize('NFC').trim());

const lastStep = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

const facts = new WeakMap<Uint8Array, Promise<Outcome<FactSheet>>>();

async function factsOf(typed: string, bytes: Uint8Array): Promise<Outcome<FactSheet> | undefined> {
  if (fileForm(bytes) === 'text') return undefined;
  const known = facts.get(bytes) ?? readFacts(lastStepOf(typed), bytes);
  facts.set(bytes, known);
  return known;
}

const lastStepOf = (typed: string): string => typed.replaceAll('\\', '/').split('/').at(-1) ?? typed;

/** The text of a file as places in it are counted; "" of what is no text. */
export const textIn = (bytes: Uint8Array): string => normalise(decodeText(bytes, '').value ?? '').text;

const TEXT_FILE = /\.(?:ya?ml|json|csv|txt)$/i;

/** The text of a given file that a finding names. */
export function givenText(file: string, { file: form, given }: FormSource): string | undefined {
  const found = given.find(({ name }) => besideFile(form, name) === file || name === file);
  return found !== undefined && TEXT_FILE.test(found.name) ? textIn(found.bytes) : undefined;
}
