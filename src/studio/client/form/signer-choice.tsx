import type { OwnAgency } from '../../protocol.js';
import { signerValue } from '../own/own-values.js';
import { useWork } from './form-context.js';

type Signer = OwnAgency['signers'][number];

/** A row that was only begun there is nobody yet. */
export const isNamed = ({ fullName, position }: Signer): boolean => `${fullName}${position}`.trim() !== '';

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
      {signers.filter(isNamed).map((signer) => (
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
