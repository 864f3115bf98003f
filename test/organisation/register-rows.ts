import type { Register, Unit } from '../../src/organisation/register.js';
import { UNIT_FIELDS } from '../../src/organisation/register-fields.js';

const labelOf = (key: string): string => UNIT_FIELDS.find((field) => field.key === key)!.label;
const levelOf = (value: string): string =>
  UNIT_FIELDS.find(({ key }) => key === 'cap')!.choices!.find((choice) => choice.value === value)!.label;
const typed = (iso: string): string => iso.split('-').reverse().map(Number).filter(Boolean).join('/');

/** A register as the rows of a table: a unit a row, a signer in three columns. */
export function registerRows({ units }: Register): readonly (readonly string[])[] {
  const most = Math.max(...units.map(({ signers }) => signers.length));
  const signerHeads = Array.from({ length: most }, (_, at) => {
    const owner = at === 0 ? 'Người ký' : `Người ký ${at + 1}`;
    return [`${owner}.Quyền hạn`, `${owner}.Chức vụ`, `${owner}.Họ tên`];
  }).flat();
  const simple = ['ma', 'ten', 'cap', 'cap_tren', 'ky_hieu', 'dia_danh', 'so_doan_vien'].map(labelOf);
  const last = ['noi_nhan', 'ky_hieu_nguoi_soan_thao', 'tu_ngay', 'den_ngay', 'don_vi_ke_tuc'].map(labelOf);
  return [[...simple, ...signerHeads, ...last], ...units.map((unit) => rowOf(unit, most))];
}

function rowOf(unit: Unit, most: number): readonly string[] {
  const signers = Array.from({ length: most }, (_, at) => {
    const signer = unit.signers[at];
    return signer ? [signer.capacity.join(' / '), signer.position, signer.fullName] : ['', '', ''];
  }).flat();
  return [
    unit.key,
    unit.name,
    levelOf(unit.level),
    unit.parent,
    unit.symbol,
    unit.place,
    unit.headcount === undefined ? '' : String(unit.headcount),
    ...signers,
    unit.recipients.join('\n'),
    unit.drafterSign,
    typed(unit.from),
    typed(unit.to),
    unit.successor,
  ];
}
