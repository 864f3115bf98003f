import { readFormModel } from '../../../form/edit/read-form-model.js';
import { typedValues } from '../../../form/edit/typed-values.js';
import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import type { KindInfo, OwnAgency } from '../../protocol.js';
import { type FormGroup, isBlank, isGroup, isList, itemsOf, partOf, textOf } from '../form/form-edit.js';
import { editKindOf } from '../form/form-values.js';
import { KIND_KEY, kindNamed, mainPaper, papersField } from '../form/papers.js';

/** The agency's own part of a symbol: "LĐLĐ" of "KH-LĐLĐ". */
const SYMBOL_PATH = 'so_ky_hieu.ky_hieu';

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

/**
 * What a new form of a kind begins with, by the paths of its fields; what the kind has no field for is not in it. `kinds`: those
 * that a set's papers are of; `said`: what such a form says already, else what its sample does.
 */
export function newFormValues(
  own: OwnAgency,
  kind: KindInfo,
  kinds: readonly KindInfo[],
  said?: FormGroup,
): Readonly<Record<string, FormValue>> {
  const values: Record<string, FormValue> = {};
  const abbreviation = (): string => abbreviationOf(kind, kinds, said);
  for (const field of kind.fields) {
    // What each paper says itself is not the agency's: the unit that a registration form is filled in by.
    if (field.shared === 'none') continue;
    const value = ownValue(own, field, abbreviation);
    if (value !== undefined && !isBlank(value)) values[field.key] = withoutBlanks(value);
  }
  return values;
}

function ownValue(own: OwnAgency, field: FieldDefinition, abbreviation: () => string): FormValue | undefined {
  const fact = field.shared ?? field.key;
  if (fact === 'nguoi_ky' && field.type === 'group') {
    const [signer] = own.signers;
    return signer && signerValue(signer);
  }
  if (field.type === 'reference')
    return fact === 'so_ky_hieu' ? symbolOf(own, field, abbreviation) : undefined;
  const value = own.values[fact];
  return shapeFits(field, value) ? value : undefined;
}

/** A kind of the user's own may mean something else by the same key. */
const shapeFits = ({ type }: FieldDefinition, value: FormValue | undefined): boolean =>
  type === 'list' ? isList(value) : type === 'group' ? isGroup(value) : typeof value === 'string';

/** Empty items are for who is typing; a form does not begin with them. */
const withoutBlanks = (value: FormValue): FormValue =>
  isList(value) ? value.filter((item) => !isBlank(item)) : value;

/** "KH-LĐLĐ": what the kind's papers begin their symbol with, and the agency's. */
function symbolOf(
  own: OwnAgency,
  { example = '' }: FieldDefinition,
  abbreviation: () => string,
): FormValue | undefined {
  // A blank in the symbol is for who fills the form in.
  if (example.includes('…')) return { so: '', ky_hieu: example };
  const agency = textOf(own.values[SYMBOL_PATH]).trim();
  if (agency === '' || agency.includes('-')) return agency === '' ? undefined : { so: '', ky_hieu: agency };
  const before = abbreviation();
  return before === '' ? undefined : { so: '', ky_hieu: `${before}-${agency}` };
}

/** The kind's own; of a set of papers that of its main one. */
function abbreviationOf(kind: KindInfo, kinds: readonly KindInfo[], said: FormGroup | undefined): string {
  const list = papersField(kind);
  if (list === undefined) return kind.abbreviation;
  const values = said ?? typedValues(readFormModel(kind.sample, editKindOf(kind), kinds.map(editKindOf)));
  const papers = itemsOf(values[list.key]);
  const ways = papers.map((paper) => textOf(partOf(paper, 'cach_gui')));
  const main = papers[mainPaper(list.item ?? list, ways)];
  return kindNamed(kinds, textOf(partOf(main, KIND_KEY)))?.abbreviation ?? '';
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
