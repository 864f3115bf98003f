import { buildLayer, type FormLayer, type LayerGroup, type LayerValue, layerText } from '../form/layer.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { parentOn } from './find-unit.js';
import type { Register, Signer, Unit } from './register.js';

/** What the form itself says of its signer, as far as it says something. */
export interface NamedSigner {
  readonly capacity?: string;
  readonly position?: string;
  readonly fullName?: string;
}

/**
 * What the register knows of a paper's letterhead, signature and recipients, to lie under the form's own values. The number
 * stays blank; the symbol is the kind's abbreviation and the unit's. `day`: of the paper, ISO, perhaps partial.
 */
export function unitLayer(
  register: Register,
  unit: Unit,
  day: string | undefined,
  kind: { readonly abbreviation?: string },
  named: NamedSigner = {},
): FormLayer {
  const at = (key: string) => register.locate(`${unit.path}.${key}`);
  const parent = parentOn(register, unit, day);
  const signer = signerOf(unit, named);
  const abbreviation = kind.abbreviation ?? '';
  const values: LayerGroup = {
    ...(parent !== undefined && {
      co_quan_chu_quan: layerText(parent.name, register.locate(`${parent.path}.ten`)),
    }),
    co_quan_ban_hanh: layerText(unit.name, at('ten')),
    ...(unit.symbol !== '' &&
      abbreviation !== '' && {
        so_ky_hieu: { ky_hieu: layerText(`${abbreviation}-${unit.symbol}`, at('ky_hieu')) },
      }),
    ...(unit.place !== '' && { dia_danh: layerText(unit.place, at('dia_danh')) }),
    ...(signer !== undefined && { nguoi_ky: signerValues(register, signer) }),
    ...(unit.recipients.length > 0 && {
      noi_nhan: unit.recipients.map((text, index) => layerText(text, at(`noi_nhan.${index}`))),
    }),
    ...(unit.drafterSign !== '' && {
      ky_hieu_nguoi_soan_thao: layerText(unit.drafterSign, at('ky_hieu_nguoi_soan_thao')),
    }),
  };
  return buildLayer('under', values);
}

function signerValues({ locate }: Register, { path, capacity, position, fullName }: Signer): LayerValue {
  return {
    ...(capacity.length > 0 && {
      quyen_han: capacity.map((line, at) => layerText(line, locate(`${path}.quyen_han.${at}`))),
    }),
    chuc_vu: layerText(position, locate(`${path}.chuc_vu`)),
    ho_ten: layerText(fullName, locate(`${path}.ho_ten`)),
  };
}

/** The first signer who is all that the form says; the first of all when it says nothing; no one beside a stranger. */
function signerOf(unit: Unit, { capacity, position, fullName }: NamedSigner): Signer | undefined {
  const fits = (wanted: string | undefined, known: string): boolean =>
    wanted === undefined || foldKey(wanted) === foldKey(known);
  return unit.signers.find(
    (signer) =>
      fits(capacity, signer.capacity.join(' ')) &&
      fits(position, signer.position) &&
      fits(fullName, signer.fullName),
  );
}
