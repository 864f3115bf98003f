import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { Form, FormValue } from '../form/form.js';
import { formOfTree } from '../form/form-of-tree.js';
import { inspectText } from '../form/inspect-text.js';
import { buildLayer, type LayerGroup } from '../form/layer.js';
import { failed, readTree, withoutRest } from '../form/read-form.js';
import type { MapNode } from '../form/tree.js';
import { readTable } from '../table/read-table.js';
import { decodeText } from '../vietnamese/decode-text.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { normalise } from '../vietnamese/normalise.js';
import { checkRegister } from './check-register.js';
import type { CitedAct, Register, Signer, Unit } from './register.js';
import { ACT_FIELDS, ACTS, REGISTER, UNIT_FIELDS, UNITS } from './register-fields.js';
import { groupsOfTable } from './register-table.js';

/**
 * Reads a register of units: YAML (or JSON) with "Đơn vị:" and perhaps "Văn bản trích dẫn:", or a table with a unit in each
 * row; of a workbook, a sheet named "Văn bản trích dẫn" has the acts. Every error is reported at once, at its line or cell.
 */
export function readRegister(source: {
  readonly file: string;
  readonly bytes: Uint8Array;
}): Outcome<Register> {
  const { value: form, diagnostics } = isTable(source) ? readTableForm(source) : readTextForm(source);
  if (form === undefined) return { diagnostics: withoutRest(diagnostics) };
  const register = toRegister(form);
  const found = diagnostics.concat(checkRegister(register));
  return { ...(!hasErrors(found) && { value: register }), diagnostics: withoutRest(found) };
}

const isTable = ({ file, bytes }: { file: string; bytes: Uint8Array }): boolean =>
  /\.(?:csv|tsv|xlsx?)$/i.test(file) || (bytes[0] === 0x50 && bytes[1] === 0x4b);

function readTextForm({ file, bytes }: { file: string; bytes: Uint8Array }): Outcome<Form> {
  const decoded = decodeText(bytes, file);
  if (decoded.value === undefined || hasErrors(decoded.diagnostics))
    return { diagnostics: decoded.diagnostics };
  const inspected = inspectText(file, normalise(decoded.value));
  if (inspected.value === undefined) return { diagnostics: inspected.diagnostics };
  const tree = readTree({ file, text: inspected.value }, REGISTER.fields);
  if (tree.value === undefined) return failed(inspected.diagnostics, tree.diagnostics);
  const form = formOfTree(tree.value, REGISTER, file);
  const found = inspected.diagnostics.concat(tree.diagnostics, form.diagnostics);
  return form.value === undefined || hasErrors(found)
    ? failed(found)
    : { value: form.value, diagnostics: found };
}

const NOTHING: MapNode = { type: 'map', entries: [], start: 0, end: 0 };

function readTableForm({ file, bytes }: { file: string; bytes: Uint8Array }): Outcome<Form> {
  const units = readTable(file, bytes);
  if (units.value === undefined) return { diagnostics: units.diagnostics };
  const found: Diagnostic[] = units.diagnostics.filter(({ code }) => code !== 'table/other-sheets');
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  const acts = readTable(file, bytes, { sheet: 'Văn bản trích dẫn' });
  const hasActs =
    acts.value !== undefined && acts.value.sheet !== '' && acts.value.sheet !== units.value.sheet;
  if (hasActs) found.push(...acts.diagnostics);
  const group: LayerGroup = {
    [UNITS]: groupsOfTable(units.value, UNIT_FIELDS, report),
    ...(hasActs && { [ACTS]: groupsOfTable(acts.value, ACT_FIELDS, report) }),
  };
  if (hasErrors(found)) return { diagnostics: found };
  const form = formOfTree(NOTHING, REGISTER, file, [buildLayer('over', group)]);
  return { ...(form.value && { value: form.value }), diagnostics: found.concat(form.diagnostics) };
}

type Group = Readonly<Record<string, FormValue>>;

const textOf = (group: Group, key: string): string => {
  const value = group[key];
  return typeof value === 'string' ? value : '';
};
const groupsOf = (group: Group, key: string): readonly Group[] => (group[key] ?? []) as readonly Group[];
const textsOf = (group: Group, key: string): readonly string[] => (group[key] ?? []) as readonly string[];

function toRegister(form: Form): Register {
  const units = groupsOf(form.values, UNITS).map((group, at) => toUnit(group, `${UNITS}.${at}`));
  const byKey = new Map<string, Unit>();
  const add = (name: string, unit: Unit): void => {
    if (!byKey.has(foldKey(name))) byKey.set(foldKey(name), unit);
  };
  for (const unit of units) add(unit.key, unit);
  for (const unit of units) add(unit.name, unit);
  return {
    file: form.file,
    units,
    unitOf: (key) => byKey.get(foldKey(key)),
    acts: groupsOf(form.values, ACTS).map(toAct),
    locate: form.locate,
  };
}

function toUnit(group: Group, path: string): Unit {
  const headcount = textOf(group, 'so_doan_vien');
  return {
    path,
    key: textOf(group, 'ma'),
    name: textOf(group, 'ten'),
    level: textOf(group, 'cap'),
    parent: textOf(group, 'cap_tren'),
    successor: textOf(group, 'don_vi_ke_tuc'),
    symbol: textOf(group, 'ky_hieu'),
    place: textOf(group, 'dia_danh'),
    headcount: headcount === '' ? undefined : Number(headcount),
    signers: groupsOf(group, 'nguoi_ky').map((signer, at) => toSigner(signer, `${path}.nguoi_ky.${at}`)),
    recipients: textsOf(group, 'noi_nhan'),
    drafterSign: textOf(group, 'ky_hieu_nguoi_soan_thao'),
    from: textOf(group, 'tu_ngay'),
    to: textOf(group, 'den_ngay'),
  };
}

const toSigner = (group: Group, path: string): Signer => ({
  path,
  capacity: textsOf(group, 'quyen_han'),
  position: textOf(group, 'chuc_vu'),
  fullName: textOf(group, 'ho_ten'),
});

const toAct = (group: Group): CitedAct => ({
  number: textOf(group, 'so'),
  name: textOf(group, 'ten'),
  from: textOf(group, 'tu_ngay'),
  to: textOf(group, 'den_ngay'),
  replacedBy: textOf(group, 'thay_the_boi'),
});
