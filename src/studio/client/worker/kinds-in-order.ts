import type { BuiltKind } from '../../../kind/built-kind.js';
import type { EngineKind } from '../../engine/engine-parts.js';

/** As offices need them: what is written most comes first, sets of papers and aids behind. Others follow by their slug. */
const ORDER: readonly string[] = [
  'plan',
  'conference-plan',
  'emulation-launch-plan',
  'annual-work-plan',
  'registration-form',
  'report-outline',
  'hall-banner',
  'deadline-sheet',
  'dossier',
];

/** The modules of kinds among those of their folder, which holds an index too. */
export const kindPaths = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !path.endsWith('/index.js')).sort();

export function kindsInOrder(kinds: readonly BuiltKind[]): readonly EngineKind[] {
  const placeOf = ({ definition: { slug } }: BuiltKind): number => {
    const place = ORDER.indexOf(slug);
    return place === -1 ? ORDER.length : place;
  };
  return [...kinds]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((kind) => ({ kind, isOwn: false }));
}
