import type { Outcome } from '../diagnostic/diagnostic.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { nearest } from '../vietnamese/nearest.js';
import type { PressKind } from './press.js';
import { usageError } from './usage-error.js';

/** The kind of a slug ("plan") or a display name however typed ("Kế hoạch", "ke hoach"). */
export function findKind(typed: string, kinds: readonly PressKind[]): Outcome<PressKind> {
  const wanted = foldKey(typed);
  const value = kinds.find((kind) => foldKey(kind.slug) === wanted || foldKey(kind.name) === wanted);
  if (value) return { value, diagnostics: [] };
  const near = nearest(
    wanted,
    kinds.flatMap((kind) => [foldKey(kind.slug), foldKey(kind.name)]),
  );
  const meant = kinds.find((kind) => foldKey(kind.slug) === near || foldKey(kind.name) === near);
  const hints = [
    ...(meant ? [`Có phải ý bạn là "${meant.slug}" (${meant.name})?`] : []),
    'Xem các mẫu: thethuc kinds',
  ];
  return { diagnostics: [usageError('unknown-kind', `Không có mẫu văn bản "${typed}"`, ...hints)] };
}
