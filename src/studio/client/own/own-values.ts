import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import type { KindInfo, OwnAgency } from '../../protocol.js';
import { type FormGroup, isBlank, isGroup, isList, itemsOf, partOf, textOf } from '../form/form-edit.js';

export const NO_AGENCY: OwnAgency = { values: {}, signers: [] };

/** The agency's own part of a symbol: "LĐLĐ" of "KH-LĐLĐ". */
export const SYMBOL_PATH = 'so_ky_hieu.ky_hieu';

/** What stands between the lines of a capacity that is kept in one line. */
const BETWEEN_LINES = ' / ';

type Signer = OwnAgency['signers'][number];

/** A signer as the fields of a form have it. */
export const signerValue = ({ capacity, position, fullName }: Signer): FormGroup => ({
  quyen_han: capacity
    .split(BETWEEN_LINES.trim())
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  chuc_vu: position,
  ho_ten: fullName,
});

/** What a new form of a kind begins with, by the paths of its fields; what the kind has no field for is not in it. */
export function newFormValues(own: OwnAgency, kind: KindInfo): Readonly<Record<string, FormValue>> {
  const values: Record<string, FormValue> = {};
  for (const field of kind.fields) {
    // What each paper says itself is not the agency's: the unit that a registration form is filled in by.
    if (field.shared === 'none') continue;
    const value = ownValue(own, kind, field);
    if (value !== undefined && !isBlank(value)) values[field.key] = withoutBlanks(value);
  }
  return values;
}

function ownValue(own: OwnAgency, kind: KindInfo, field: FieldDefinition): FormValue | undefined {
  const fact = field.shared ?? field.key;
  if (fact === 'nguoi_ky' && field.type === 'group') {
    const [signer] = own.signers;
    return signer && signerValue(signer);
  }
  if (field.type === 'reference') return fact === 'so_ky_hieu' ? symbolOf(own, kind) : undefined;
  const value = own.values[fact];
  return shapeFits(field, value) ? value : undefined;
}

/** A kind of the user's own may mean something else by the same key. */
const shapeFits = ({ type }: FieldDefinition, value: FormValue | undefined): boolean =>
  type === 'list' ? isList(value) : type === 'group' ? isGroup(value) : typeof value === 'string';

/** Empty items are for who is typing; a form does not begin with them. */
const withoutBlanks = (value: FormValue): FormValue =>
  isList(value) ? value.filter((item) => !isBlank(item)) : value;

/** "KH-LĐLĐ": what the kind's own papers begin their symbol with, and the agency's. */
function symbolOf(own: OwnAgency, kind: KindInfo): FormValue | undefined {
  const sample = sampleSymbol(kind.sample);
  // A blank in the symbol is for who fills the form in.
  if (sample?.includes('…')) return { so: '', ky_hieu: sample };
  const agency = textOf(own.values[SYMBOL_PATH]).trim();
  const prefix = sample?.split('-')[0] ?? '';
  if (agency === '' || prefix === '') return undefined;
  return { so: '', ky_hieu: agency.includes('-') ? agency : `${prefix}-${agency}` };
}

/** The symbol that a kind's sample has: "36/KH-LĐLĐ   # …" → "KH-LĐLĐ". */
export function sampleSymbol(sample: string): string | undefined {
  const typed = /^(?:Số, ký hiệu|Ký hiệu):(.*)$/mu.exec(sample)?.[1];
  const symbol = typed
    ?.replace(/\s#.*$/, '')
    .replace(/["']/g, '')
    .replace(/^[^/]*\//, '')
    .trim();
  return symbol === '' ? undefined : symbol;
}

/** What "Cơ quan của tôi" shows and edits: its values by key, and the signers as a list. */
export const shownValues = ({ values, signers }: OwnAgency): FormGroup => ({
  ...values,
  [SYMBOL_FIELD]: values[SYMBOL_PATH] ?? '',
  [SIGNERS_FIELD]: signers.map(({ capacity, position, fullName }) => ({
    quyen_han: capacity,
    chuc_vu: position,
    ho_ten: fullName,
  })),
});

export const SYMBOL_FIELD = 'ky_hieu';
export const SIGNERS_FIELD = 'nguoi_ky';

/** The other way: what is to be remembered. */
export function agencyOf({
  [SYMBOL_FIELD]: symbol,
  [SIGNERS_FIELD]: signers,
  ...values
}: FormGroup): OwnAgency {
  const said = Object.entries(values).filter(
    ([, value]) => !isBlank(value) || (isList(value) && value.length > 0),
  );
  return {
    values: {
      ...Object.fromEntries(said),
      ...(!isBlank(symbol) && { [SYMBOL_PATH]: symbol ?? '' }),
    },
    signers: itemsOf(signers).map((signer) => ({
      capacity: textOf(partOf(signer, 'quyen_han')),
      position: textOf(partOf(signer, 'chuc_vu')),
      fullName: textOf(partOf(signer, 'ho_ten')),
    })),
  };
}
