import { loadKinds } from '../../../../src/host-node/load-kinds.js';
import { createNodeHost } from '../../../../src/host-node/node-host.js';
import type { KindInfo } from '../../../../src/studio/protocol.js';

/** The kinds of the program as the page gets them. */
export async function loadKindInfos(): Promise<readonly KindInfo[]> {
  const { value = [] } = await loadKinds(undefined, createNodeHost());
  return value.map(({ definition, sample }) => ({
    slug: definition.slug,
    name: definition.name,
    aliases: definition.aliases ?? [],
    isDossier: definition.papers !== undefined,
    ...(definition.papers !== undefined && { papers: definition.papers }),
    fields: definition.fields,
    sample,
    isOwn: false,
  }));
}

export const kindOf = (kinds: readonly KindInfo[], slug: string): KindInfo =>
  kinds.find((kind) => kind.slug === slug)!;
