import { besideFile } from '../base/beside.js';
import type { Diagnostic, Outcome, Place } from '../diagnostic/diagnostic.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import { type FormFiles, notGiven, unreadFile } from '../form/file-findings.js';
import type { Form } from '../form/form.js';
import { partsOf } from '../form/key-table.js';
import type { FormLayer } from '../form/layer.js';
import { entriesIn, entriesOf, entryOf, placeOfNode, type Said, scalarOf } from '../form/said.js';
import { readValue } from '../form/schema.js';
import { readDate } from '../form/types/date.js';
import { isProblem } from '../form/types/scalar.js';
import { findUnit, nearestUnits } from './find-unit.js';
import { readRegister } from './read-register.js';
import type { Register } from './register.js';
import { symbolBeginning } from './symbol-beginning.js';
import { type NamedSigner, unitLayer } from './unit-layer.js';

/** The fields of `templates/_common/unit.yaml`. */
export const UNIT_FIELD = 'don_vi';
const REGISTER_FIELD = 'so_don_vi';

/**
 * The unit that a form names, as a layer under the form; none when it names none. `said`: what the form says, and over it a
 * row of a table, before values are read. The letterhead and the signer of a unit that a row names lie over the form's own
 * too. A register that was not loaded or cannot be read, and a unit that it does not have, are errors.
 */
export function unitLayers(
  kind: KindFields & { readonly abbreviation?: string },
  said: Said,
  file: string,
  files: FormFiles,
): Outcome<readonly FormLayer[]> {
  const unit = entryOf(said, kind.fields, UNIT_FIELD);
  const named = scalarOf(unit?.node);
  const register = registerOf(said, kind.fields, file, files);
  if (unit === undefined || named === undefined)
    return { value: [], diagnostics: register?.diagnostics ?? [] };
  const place = placeOfNode(unit.by, named);
  const typed = named.value.text.trim();
  if (register === undefined) return { diagnostics: [noRegister(kind.fields, unit.field, place)] };
  if (register.value === undefined) return { diagnostics: register.diagnostics };
  const day = dayOf(said, kind.fields);
  const found = findUnit(register.value, typed, day);
  if (found === undefined)
    return { diagnostics: [...register.diagnostics, unknownUnit(register.value, typed, unit.field, place)] };
  const abbreviation = abbreviationOf(kind, said);
  const layerFor = (by: Said): FormLayer =>
    unitLayer(register.value!, found, day, { abbreviation }, signerNamed(by, kind.fields));
  if (unit.by.isOver !== true) return { value: [layerFor(said)], diagnostics: register.diagnostics };
  // The form's own signer may be another unit's.
  const whole = layerFor(said);
  const over = overForm(signs(whole) ? whole : layerFor(said.filter(({ isOver }) => isOver)));
  return { value: [whole, over], diagnostics: register.diagnostics };
}

/** What a paper has of the unit itself; whom it is sent to is as often the form's affair. */
const OVER_FORM = ['co_quan_chu_quan', 'co_quan_ban_hanh', 'so_ky_hieu', 'dia_danh', 'nguoi_ky'];

const overForm = (layer: FormLayer): FormLayer => ({
  ...layer,
  rank: 'over',
  tree: {
    ...layer.tree,
    entries: layer.tree.entries.filter(({ key }) => OVER_FORM.includes(key.value.text)),
  },
});

const signs = ({ tree }: FormLayer): boolean => tree.entries.some(({ key }) => key.value.text === 'nguoi_ky');

function abbreviationOf(kind: KindFields & { readonly abbreviation?: string }, said: Said): string {
  const { fields } = kind;
  return symbolBeginning(kind, (key) => {
    const field = fields.find((one) => one.key === key);
    const value =
      field && readValue(field, scalarOf(entryOf(said, fields, key)?.node)?.value.text ?? field.default);
    return typeof value === 'string' && value !== '' ? value : undefined;
  });
}

/** The register that a form names, which may be there for its acts alone; undefined where it names none. */
function registerOf(
  said: Said,
  fields: readonly FieldDefinition[],
  file: string,
  { files, unreadFiles }: FormFiles,
): Outcome<Register> | undefined {
  const entry = entryOf(said, fields, REGISTER_FIELD);
  const named = scalarOf(entry?.node);
  if (entry === undefined || named === undefined) return undefined;
  const typed = named.value.text.trim();
  const bytes = files?.get(typed);
  const place = placeOfNode(entry.by, named);
  if (bytes === undefined) {
    const reason = unreadFiles?.get(typed) ?? notGiven(file, typed);
    return { diagnostics: [unreadFile(typed, entry.field.label, place, reason)] };
  }
  const outcome = rememberedRegister(besideFile(file, typed), bytes);
  if (outcome.value !== undefined) return outcome;
  return { diagnostics: [faultyRegister(typed, entry.field, place), ...outcome.diagnostics] };
}

const faultyRegister = (typed: string, { label }: FieldDefinition, place: Place | undefined): Diagnostic => ({
  code: 'unit/faulty-register',
  severity: 'error',
  message: `"${label}" là tệp "${typed}" còn chỗ sai, chưa dùng được`,
  ...(place && { place }),
  field: label,
  actual: typed,
  hints: [`Sửa các chỗ sai trong tệp "${typed}"`],
});

/** One register serves many papers. */
const read = new WeakMap<Uint8Array, { readonly file: string; readonly outcome: Outcome<Register> }>();

/** A register by its bytes; the same bytes under the same name are read once. */
function rememberedRegister(file: string, bytes: Uint8Array): Outcome<Register> {
  const known = read.get(bytes);
  if (known?.file === file) return known.outcome;
  const outcome = readRegister({ file, bytes });
  read.set(bytes, { file, outcome });
  return outcome;
}

const noRegister = (
  fields: readonly FieldDefinition[],
  unit: FieldDefinition,
  place: Place | undefined,
): Diagnostic => {
  const label = fields.find(({ key }) => key === REGISTER_FIELD)?.label ?? 'Sổ đơn vị';
  return {
    code: 'unit/no-register',
    severity: 'error',
    message: `Có "${unit.label}" nhưng chưa ghi "${label}"`,
    ...(place && { place }),
    field: unit.label,
    hints: [
      `Thêm vào biểu mẫu:\n${label}: don-vi.yaml`,
      `Không dùng sổ đơn vị thì bỏ "${unit.label}", ghi tên đơn vị vào "Cơ quan ban hành"`,
    ],
  };
};

function unknownUnit(
  register: Register,
  typed: string,
  field: FieldDefinition,
  place: Place | undefined,
): Diagnostic {
  const near = nearestUnits(register, typed);
  return {
    code: 'unit/unknown',
    severity: 'error',
    message: `"${field.label}" ghi "${typed}", sổ đơn vị không có đơn vị nào có mã hoặc tên như vậy`,
    ...(place && { place }),
    field: field.label,
    actual: typed,
    hints:
      near.length === 0
        ? [`Thêm đơn vị vào "${register.file}", hoặc ghi mã, tên như trong sổ`]
        : near.map(({ key, name }) => `có phải ý bạn là "${name}" (mã ${key})?`),
  };
}

/** The paper's date, ISO and perhaps partial, as far as it can be read. */
function dayOf(said: Said, fields: readonly FieldDefinition[]): string | undefined {
  const entry = entryOf(said, fields, 'ngay_ban_hanh');
  const text = scalarOf(entry?.node)?.value.text;
  if (entry === undefined || text === undefined) return undefined;
  const date = readDate(text, entry.field);
  return isProblem(date) || date.value === '' ? undefined : date.value;
}

/** Each part of the signer's as the uppermost has it that says something of it. */
function signerNamed(said: Said, fields: readonly FieldDefinition[]): NamedSigner {
  const entries = entriesOf(said, fields, 'nguoi_ky');
  const part = (key: string): string | undefined => {
    const [found] = entries.flatMap(({ node, field, by }) => entriesIn(node, partsOf(field), key, by));
    if (found?.node.type === 'list')
      return found.node.items.flatMap((item) => scalarOf(item)?.value.text.trim() ?? []).join(' ');
    return scalarOf(found?.node)?.value.text.trim();
  };
  const [capacity, position, fullName] = [part('quyen_han'), part('chuc_vu'), part('ho_ten')];
  return {
    ...(capacity !== undefined && { capacity }),
    ...(position !== undefined && { position }),
    ...(fullName !== undefined && { fullName }),
  };
}

/** What a unit's entry would have given: when it gave nothing, its absence is said once, not for each of these. */
const GIVEN = ['co_quan_chu_quan', 'co_quan_ban_hanh', 'so_ky_hieu', 'dia_danh', 'nguoi_ky', 'noi_nhan'];

/** Without what is missing in a form of these kinds only because the unit or its register could not be read. */
export function withoutUnitEchoes(
  found: readonly Diagnostic[],
  kinds: readonly KindFields[],
): readonly Diagnostic[] {
  const fields = kinds.flatMap((kind) => kind.fields);
  const labelsOf = (...keys: readonly string[]): ReadonlySet<string> =>
    new Set(fields.filter(({ key }) => keys.includes(key)).map(({ label }) => label));
  const [given, registers] = [labelsOf(...GIVEN), labelsOf(REGISTER_FIELD)];
  const isOf = ({ field = '' }: Diagnostic, labels: ReadonlySet<string>): boolean =>
    field.split(' > ').some((label) => labels.has(label));
  const failed = found.some(
    (finding) =>
      finding.severity === 'error' &&
      (finding.code.startsWith('unit/') || (finding.code === 'file/unread' && isOf(finding, registers))),
  );
  return failed ? found.filter((finding) => finding.code !== 'form/missing' || !isOf(finding, given)) : found;
}

/** The acts that the register of a form adds to those that the program knows. */
export const actsOfOffice = (form: Form, files: FormFiles): Register['acts'] =>
  unitOfForm(form.values, form.file, files)?.register.acts ?? [];

/** The register and the unit that a form was read with; undefined where it names none. */
export function unitOfForm(
  values: Readonly<Record<string, unknown>>,
  file: string,
  { files }: FormFiles,
): { readonly register: Register; readonly unit: ReturnType<typeof findUnit> } | undefined {
  const typed = values[REGISTER_FIELD];
  const bytes = typeof typed === 'string' ? files?.get(typed.trim()) : undefined;
  if (typeof typed !== 'string' || bytes === undefined) return undefined;
  const register = rememberedRegister(besideFile(file, typed.trim()), bytes).value;
  if (register === undefined) return undefined;
  const [name, day] = [values[UNIT_FIELD], values['ngay_ban_hanh']];
  const unit =
    typeof name === 'string' && name !== ''
      ? findUnit(register, name, typeof day === 'string' && day !== '' ? day : undefined)
      : undefined;
  return { register, unit };
}
