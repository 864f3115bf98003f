import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { paperName } from '../../src/batch/paper-name.js';
import type { FieldDefinition } from '../../src/form/field.js';
import type { BuiltKind } from '../../src/kind/built-kind.js';
import { DIST } from './program.js';

/** A kind of the program, as its folder has it. */
export interface KnownKind {
  readonly slug: string;
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
  readonly sample: string;
  /** Of a set of papers: the key of their list. */
  readonly papers?: string;
  /** The file of a paper that was never saved, as the page names it. */
  readonly file: string;
}

/** All kinds that the built program comes with. */
export async function knownKinds(): Promise<readonly KnownKind[]> {
  const { kinds } = await built<{ readonly kinds: readonly { readonly slug: string }[] }>('index');
  const all = await Promise.all(kinds.map(({ slug }) => built<{ readonly kind: BuiltKind }>(slug)));
  return all.map(({ kind: { definition, sample } }) => {
    const { slug, name, fields, papers } = definition;
    const file = `${paperName({ number: '', symbol: '', subject: name })}.yaml`;
    return { slug, name, fields, sample, file, ...(papers !== undefined && { papers: papers.list }) };
  });
}

const built = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(DIST, 'kinds', `${name}.js`)).href)) as T;
