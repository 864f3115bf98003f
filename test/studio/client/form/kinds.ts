import { loadKinds } from '../../../../src/host-node/load-kinds.js';
import { createNodeHost } from '../../../../src/host-node/node-host.js';
import { infoOf } from '../../../../src/studio/engine/kind-shelf.js';
import type { KindInfo } from '../../../../src/studio/protocol.js';

/** The kinds of the program as the page gets them. */
export async function loadKindInfos(): Promise<readonly KindInfo[]> {
  const { value = [] } = await loadKinds(undefined, createNodeHost());
  return value.map((kind) => infoOf(kind, false));
}

export const kindOf = (kinds: readonly KindInfo[], slug: string): KindInfo =>
  kinds.find((kind) => kind.slug === slug)!;
