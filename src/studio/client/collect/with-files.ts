import type { NamedFile } from '../../protocol.js';
import { freeName, isLeftBehind } from '../desk/file-names.js';

/** What shall be of a file whose name another one has already: `both` gives the later one a name of its own. */
export type SameName = 'both' | 'replace';

/** Out of a folder come the answers only, as the command takes them; not what Word and Windows leave beside them. */
export const answersAmong = (files: readonly NamedFile[]): readonly NamedFile[] =>
  files.filter(({ name }) => !name.includes('/') || (ANSWER.test(name) && !isLeftBehind(name)));

const ANSWER = /\.(?:pdf|docx?|odt|rtf|jpe?g|png|heic|tiff?)$/i;

const isSame = (one: NamedFile, other: NamedFile): boolean =>
  one.bytes.length === other.bytes.length && one.bytes.every((byte, at) => byte === other.bytes[at]);

/** Names of files among `more` that another file has: units often send their answers under one and the same name. */
export function clashes(files: readonly NamedFile[], more: readonly NamedFile[]): readonly string[] {
  const known = new Map(files.map((file) => [file.name, file]));
  const found = new Set<string>();
  for (const file of more) {
    const first = known.get(file.name);
    if (first === undefined) known.set(file.name, file);
    else if (!isSame(first, file)) found.add(file.name);
  }
  return [...found];
}

/** All files in the order in which they came; the very same file comes once. */
export function withFiles(
  files: readonly NamedFile[],
  more: readonly NamedFile[],
  sameName: SameName,
): readonly NamedFile[] {
  const all = [...files];
  for (const file of more) {
    const at = all.findIndex(({ name }) => name === file.name);
    if (at === -1) all.push(file);
    else if (isSame(all[at]!, file)) continue;
    else if (sameName === 'replace') all[at] = file;
    else {
      const names = all.map(({ name }) => name);
      all.push({ ...file, name: freeName(file.name, names) });
    }
  }
  return all;
}
