import { valueAt } from '../../../form/value-at.js';
import type { KindInfo, OwnAgency } from '../../protocol.js';
import { newFormValues } from '../own/own-values.js';
import { useWork } from './form-context.js';
import { type FormGroup, isBlank } from './form-edit.js';

interface OwnOfferProps {
  readonly own: OwnAgency;
  readonly kind: KindInfo;
  readonly kinds: readonly KindInfo[];
  readonly values: FormGroup;
}

/** Fills what is still empty from "Cơ quan của tôi". */
export function OwnOffer({ own, kind, kinds, values }: OwnOfferProps) {
  const { change } = useWork();
  const missing = Object.entries(newFormValues(own, kind, kinds, values)).filter(([path]) =>
    isBlank(valueAt(values, path)),
  );
  if (missing.length === 0) return null;
  return (
    <p className="form-offer">
      <button
        type="button"
        className="form-button"
        onClick={() => change(missing.map(([path, value]) => ({ type: 'set', path, value })))}
      >
        Điền từ Cơ quan của tôi
      </button>
      <span className="form-small">{missing.length} ô còn trống: chỉ ghi vào ô trống.</span>
    </p>
  );
}
