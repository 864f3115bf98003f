import type { BuiltKind } from '../../../kind/built-kind.js';
import { kindPaths } from './kinds-in-order.js';
import { servePage } from './serve-page.js';

const kindModules = import.meta.glob<{ readonly kind: BuiltKind }>('#kinds/*.js', {
  eager: true,
});

const kinds = kindPaths(Object.keys(kindModules)).map((path) => kindModules[path]!.kind);

/** The first message brings the fonts, which the page unpacked. */
self.addEventListener(
  'message',
  ({ data }: MessageEvent<ReadonlyMap<string, Uint8Array>>) => {
    servePage(kinds, (file) => data.get(file)!);
  },
  { once: true },
);
