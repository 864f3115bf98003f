import { type BuiltKind, openBuiltKind } from '../../kind/built-kind.js';
import type { Kind } from '../../kind/kind.js';
import { symbolBeginning } from '../../organisation/symbol-beginning.js';
import { TEMPLATE_FOLDERS } from '../../template/built-template.js';
import type { KindInfo } from '../protocol.js';
import type { EngineKind } from './engine-parts.js';

/** The kinds that forms are compiled with; each change of them makes a new array, by which other stages know them. */
export interface KindShelf {
  readonly kinds: () => readonly Kind[];
  readonly infos: () => readonly KindInfo[];
  readonly find: (slug: string) => Kind | undefined;
  /** Takes the module at an address for a kind, or with "" what the engine began with. Throws where there is no such module. */
  readonly use: (slug: string, address: string, texts?: Texts) => Promise<void>;
  /** The text of a file that came with a kind under edit. */
  readonly textOf: (file: string) => string | undefined;
}

/** Files as findings name them, to what they say. */
type Texts = Readonly<Record<string, string>>;

interface Shelved extends EngineKind {
  readonly opened: Kind;
  readonly texts: Texts;
}

export function createKindShelf(first: readonly EngineKind[]): KindShelf {
  const built = new Map(first.map((one) => [one.kind.definition.slug, shelve(one)]));
  let shelf: ReadonlyMap<string, Shelved> = built;
  let kinds = kindsOn(shelf);
  const put = (slug: string, one: Shelved | undefined): void => {
    const next = new Map(shelf);
    if (one === undefined) next.delete(slug);
    else next.set(slug, one);
    shelf = next;
    kinds = kindsOn(shelf);
  };
  return {
    kinds: () => kinds,
    infos: () => [...shelf.values()].map(({ kind, isOwn }) => infoOf(kind, isOwn)),
    find: (slug) => shelf.get(slug)?.opened,
    use: async (slug, address, texts = {}) => {
      if (address === '') return put(slug, built.get(slug));
      const { kind }: { readonly kind: BuiltKind } = await import(/* @vite-ignore */ address);
      const known = built.get(slug);
      const isOwn = known === undefined || known.isOwn || !isSameKind(known.kind, kind);
      put(slug, shelve({ kind, isOwn }, texts));
    },
    textOf: (file) => [...shelf.values()].map(({ texts }) => texts[file]).find((text) => text !== undefined),
  };
}

const kindsOn = (shelf: ReadonlyMap<string, Shelved>): readonly Kind[] =>
  [...shelf.values()].map(({ opened }) => opened);

const shelve = (one: EngineKind, texts: Texts = {}): Shelved => ({
  ...one,
  texts,
  opened: openBuiltKind(one.kind, {
    kind: `${TEMPLATE_FOLDERS.kind}/${one.kind.definition.slug}`,
    common: TEMPLATE_FOLDERS.common,
  }),
});

/** What the page is told of a kind. */
export function infoOf(
  { definition, sample }: Pick<BuiltKind, 'definition' | 'sample'>,
  isOwn: boolean,
): KindInfo {
  const { slug, name, aliases = [], fields, papers } = definition;
  const set = papers === undefined ? {} : { papers };
  const abbreviation = symbolBeginning(
    definition,
    (key) => fields.find((field) => field.key === key)?.default,
  );
  return {
    slug,
    name,
    aliases,
    abbreviation,
    isDossier: papers !== undefined,
    ...set,
    fields,
    sample,
    isOwn,
  };
}

/** Whether a module is a kind as it was built, by all that it is made of. */
const isSameKind = (one: BuiltKind, other: BuiltKind): boolean => inText(one) === inText(other);

const inText = ({ definition, sample, template }: BuiltKind): string =>
  JSON.stringify([definition, sample, template?.sites(), String(template?.specification)]);
