import type { OwnAgency } from '../../protocol.js';
import { signerValue } from '../own/own-values.js';
import { useWork } from './form-context.js';

/** Puts a signer of "Cơ quan của tôi" into the three fields. */
export function SignerChoice({
  path,
  signers,
}: {
  readonly path: string;
  readonly signers: OwnAgency['signers'];
}) {
  const { change } = useWork();
  return (
    <div className="form-signers">
      <span className="form-small">Người ký đã lưu:</span>
      {signers.map((signer) => (
        <button
          key={`${signer.capacity} ${signer.position} ${signer.fullName}`}
          type="button"
          className="form-extra"
          onClick={() => change([{ type: 'set', path, value: signerValue(signer) }])}
        >
          {signer.fullName || signer.position}
        </button>
      ))}
    </div>
  );
}
