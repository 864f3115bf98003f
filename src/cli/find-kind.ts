import type { Outcome } from '../diagnostic/diagnostic.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { nearest } from '../vietnamese/nearest.js';
import type { PressKind } from './press.js';
import { usageError } from './usage-error.js';

/** The kind of a slug ("plan"), a display name or another name of it, however typed ("Kế hoạch", "ke hoach"). */
export function findKind(typed: string, kinds: readonly PressKind[]): Outcome<PressKind> {
  const wanted = foldKey(typed);
  // No other name takes a kind from the one that is called so.
  const value =
    kinds.find(({ slug, name }) => [slug, name].map(foldKey).includes(wanted)) ?? kindNamed(wanted, kinds);
  if (value) return { value, diagnostics: [] };
  const near = nearest(wanted, kinds.flatMap(namesOf));
  const meant = near === undefined ? kindsWith(wanted, kinds) : [kindNamed(near, kinds)];
  const hints = [
    ...meant.flatMap((kind) => (kind ? [`Có phải ý bạn là "${kind.slug}" (${kind.name})?`] : [])),
    'Xem các mẫu: thethuc kinds',
  ];
  return { diagnostics: [usageError('unknown-kind', `Không có mẫu văn bản "${typed}"`, ...hints)] };
}

/** The folded names of a kind. */
const namesOf = ({ slug, name, aliases }: PressKind): readonly string[] =>
  [slug, name, ...aliases].map(foldKey);

const kindNamed = (folded: string, kinds: readonly PressKind[]): PressKind | undefined =>
  kinds.find((kind) => namesOf(kind).includes(folded));

/** The kinds in whose names the typed words stand: "maket" in "Phông hội nghị (maket)"; none where nothing was typed. */
const kindsWith = (folded: string, kinds: readonly PressKind[]): readonly PressKind[] =>
  folded === ''
    ? []
    : kinds.filter((kind) => namesOf(kind).some((name) => `_${name}_`.includes(`_${folded}_`)));
