import { readdirSync, readFileSync } from 'node:fs';
import type { FormSource, NamedFile } from '../../../src/studio/protocol.js';

const root = new URL('../../../', import.meta.url);

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)));

/** What the samples name. */
const GIVEN: readonly NamedFile[] = readdirSync(new URL('samples/', root))
  .filter((name) => !name.endsWith('.json'))
  .sort()
  .map((name) => ({ name, bytes: read(`samples/${name}`) }));

/** Every form that comes with the program, in `samples/` and in its kind. */
export const SAMPLES: readonly FormSource[] = [
  ...GIVEN.filter(({ name }) => name.endsWith('.yaml')).map(({ name, bytes }) => ({
    file: name,
    text: new TextDecoder().decode(bytes),
    given: GIVEN,
  })),
  ...readdirSync(new URL('templates/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '_common')
    .map(({ name }) => ({
      file: `${name}.yaml`,
      text: new TextDecoder().decode(read(`templates/${name}/sample.yaml`)),
      given: [],
    })),
].filter(({ text }) => /^Loại văn bản:/m.test(text));

export const sample = (file: string): FormSource => {
  const found = SAMPLES.find((one) => one.file === file);
  if (found === undefined) throw new Error(`No sample ${file}`);
  return found;
};

export const sampleFile = (name: string): NamedFile => ({ name, bytes: read(`samples/${name}`) });
