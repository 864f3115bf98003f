import type { BuiltKind } from '../../../kind/built-kind.js';
import { kindPaths } from './kinds-in-order.js';
import { servePage } from './serve-page.js';

const kindModules = import.meta.glob<{ readonly kind: BuiltKind }>('#kinds/*.js');
const subsetAddresses = import.meta.glob<string>('#fonts/subsets/*', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fontAddresses = import.meta.glob<string>('#fonts/*.ttf', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** "subsets/bold.ttf" and "Tinos-Bold.ttf" to where the build put them. */
const addressOf = new Map(
  Object.entries({ ...subsetAddresses, ...fontAddresses }).map(([path, address]) => [
    path.replace(/^.*\/fonts\//, ''),
    address,
  ]),
);

/** The full fonts are asked for in the middle of the work, and only for rare letters. */
function readNow(address: string): Uint8Array {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.responseType = 'arraybuffer';
  request.send();
  return new Uint8Array(request.response as ArrayBuffer);
}

async function start(): Promise<void> {
  const subsets = Object.keys(subsetAddresses).map((path) => path.replace(/^.*\/fonts\//, ''));
  const ready = await Promise.all(
    subsets.map(async (name) => {
      const answer = await fetch(addressOf.get(name)!);
      if (!answer.ok) throw new Error(`Không đọc được tệp phông ${name} (mã ${answer.status})`);
      return [name, new Uint8Array(await answer.arrayBuffer())] as const;
    }),
  );
  const known = new Map<string, Uint8Array>(ready);
  const bytesOf = (file: string): Uint8Array => {
    const bytes = known.get(file) ?? readNow(addressOf.get(file)!);
    known.set(file, bytes);
    return bytes;
  };
  const kinds = await Promise.all(
    kindPaths(Object.keys(kindModules)).map(async (path) => (await kindModules[path]!()).kind),
  );
  servePage(kinds, bytesOf);
}

// A rejection would stay in the worker, and the page would wait for ever; an error is told to it.
start().catch(reportError);
