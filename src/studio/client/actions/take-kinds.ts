import { takeTurns } from '../../../base/take-turns.js';
import type { KindModule, TemplateError } from '../../desk-protocol.js';
import type { KindInfo, Problem } from '../../protocol.js';
import type { Looker } from '../store/looker.js';
import type { StudioParts } from './studio.js';

/** Kinds that are others now, and slugs of those that are gone from the folder of templates. */
export type TakeKinds = (kinds: readonly KindModule[], removed?: readonly string[]) => Promise<void>;

/**
 * Gives the engine the kinds that it does not have as they are, and takes back those that are again as they were built; tells
 * what is wrong with those that are being written. In turn: of two saves of one template the later holds.
 */
export function createTakeKinds(parts: StudioParts, looker: Looker): TakeKinds {
  const { store } = parts;
  const inTurn = takeTurns();
  const taken = new Set<string>();
  const take = async (modules: readonly KindModule[], removed: readonly string[]): Promise<void> => {
    let kinds: readonly KindInfo[] | undefined;
    for (const module of modules) kinds = (await takeOne(parts, module, taken)) ?? kinds;
    for (const slug of removed) kinds = (await takeBack(parts, slug, taken)) ?? kinds;
    // First, so that the engine makes the pages while the form is drawn anew.
    if (kinds !== undefined) looker.again();
    if (kinds !== undefined) store.dispatch({ type: 'kinds', kinds });
    const own = modules.filter(({ isOwn }) => isOwn);
    store.dispatch({
      type: 'template-problems',
      problems: Object.fromEntries([
        ...modules.map(({ slug, errors }) => [slug, errors.map(problemOf)]),
        ...removed.map((slug) => [slug, []]),
      ]),
      folders: Object.fromEntries(own.map(({ slug, folder }) => [slug, folder])),
    });
  };
  return (modules, removed = []) => inTurn(() => take(modules, removed));
}

async function takeOne(
  parts: StudioParts,
  { slug, isOwn, address }: KindModule,
  taken: Set<string>,
): Promise<readonly KindInfo[] | undefined> {
  if (!isOwn) return takeBack(parts, slug, taken);
  if (address === undefined) return undefined;
  taken.add(slug);
  // For the lines of what is found in them only when a form is printed.
  const { texts } = await parts.desk.kindTexts(slug).catch(() => ({ texts: {} }));
  // biome-ignore lint/correctness/useHookAtTopLevel: the engine's word, not a hook
  return parts.engine.useKind(slug, new URL(address, document.baseURI).href, texts);
}

/** The engine's own again; of one that it never had, none. */
async function takeBack(
  { engine }: StudioParts,
  slug: string,
  taken: Set<string>,
): Promise<readonly KindInfo[] | undefined> {
  // biome-ignore lint/correctness/useHookAtTopLevel: the engine's word, not a hook
  return taken.delete(slug) ? engine.useKind(slug, '') : undefined;
}

function problemOf({ severity, code, message, file, line, column, frame, hints }: TemplateError): Problem {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return {
    severity,
    code,
    message,
    hints,
    ...(place !== '' && { elsewhere: place }),
    ...(frame !== undefined && { actual: frame }),
  };
}
