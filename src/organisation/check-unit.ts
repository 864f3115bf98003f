import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { FormFiles } from '../form/file-findings.js';
import type { Form } from '../form/form.js';
import { valueAt } from '../form/value-at.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { standingCommitteeLack } from './committee-size.js';
import { parentOn, successorOn } from './find-unit.js';
import { placed, presence, type Register, shownDate, type Unit } from './register.js';
import { UNIT_FIELD, unitOfForm } from './use-unit.js';

/**
 * Holds a form against the unit that it names: whether the unit and its superior were there on the paper's date, whether
 * the letterhead says what the register says, and whether the union can sign as it does. Nothing follows from a name alone.
 */
export function checkUnit(form: Form, files: FormFiles): readonly Diagnostic[] {
  const { register, unit } = unitOfForm(form.values, form.file, files) ?? {};
  if (register === undefined || unit === undefined) return [];
  const date = textAt(form, 'ngay_ban_hanh');
  const day = date === '' ? undefined : date;
  return [
    ...(day === undefined
      ? []
      : [...wrongDate(form, register, unit, day), ...lostParent(form, register, unit, day)]),
    ...contradictions(form, register, unit, day),
    ...standingCommittee(form, register, unit, day),
  ];
}

const textAt = (form: Form, path: string): string => {
  const value = valueAt(form.values, path);
  return typeof value === 'string' ? value : '';
};

function wrongDate(form: Form, register: Register, unit: Unit, day: string): readonly Diagnostic[] {
  const when = presence(unit, day);
  if (when === 'there') return [];
  const ended = when === 'no-more';
  const place = register.locate(`${unit.path}.${ended ? 'den_ngay' : 'tu_ngay'}`);
  const next = ended ? successorOn(register, unit, day) : undefined;
  const before = register.units.find(
    (other) => register.unitOf(other.successor) === unit && presence(other, day) === 'there',
  );
  const other = next ?? (ended ? undefined : before);
  return [
    {
      code: 'unit/not-there',
      severity: 'warning',
      message: `"${unit.name}" ${ended ? `đã kết thúc hoạt động ${shownDate(unit.to)}` : `chỉ hoạt động từ ${shownDate(unit.from)}`}, còn văn bản đề ${shownDate(day)}`,
      ...placed(form.locate(UNIT_FIELD)),
      ...(place !== undefined && { related: [{ place, message: 'sổ đơn vị ghi ở đây' }] }),
      field: form.labelOf(UNIT_FIELD),
      actual: unit.name,
      hints: [
        ...(other === undefined
          ? []
          : [`Ghi "${other.name}" (mã ${other.key})${ended ? ', đơn vị kế tục' : ', đơn vị có trước'}`]),
        `Kiểm tra lại "${form.labelOf('ngay_ban_hanh')}" và ngày ghi trong sổ đơn vị`,
      ],
    },
  ];
}

/** The superior that the register names was not there either, and it does not tell who was. */
function lostParent(form: Form, register: Register, unit: Unit, day: string): readonly Diagnostic[] {
  const parent = unit.parent === '' ? undefined : register.unitOf(unit.parent);
  if (parent === undefined || parentOn(register, unit, day) !== undefined || presence(unit, day) !== 'there')
    return [];
  const ended = presence(parent, day) === 'no-more';
  const place = register.locate(`${unit.path}.cap_tren`);
  return [
    {
      code: 'unit/parent-not-there',
      severity: 'warning',
      message: `Cấp trên của "${unit.name}" là "${parent.name}" ${ended ? `đã kết thúc hoạt động ${shownDate(parent.to)}` : `chỉ hoạt động từ ${shownDate(parent.from)}`}, còn văn bản đề ${shownDate(day)}`,
      ...placed(form.locate(UNIT_FIELD)),
      ...(place !== undefined && { related: [{ place, message: 'sổ đơn vị ghi ở đây' }] }),
      field: form.labelOf(UNIT_FIELD),
      hints: [
        ended
          ? `Ghi "Đơn vị kế tục" của "${parent.name}" vào sổ, hoặc sửa "Cấp trên" của đơn vị`
          : 'Ghi "Cơ quan chủ quản" vào biểu mẫu',
      ],
    },
  ];
}

/** What the superior's name, which alone may be abbreviated (R21), is short for. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/LĐLĐ/g, 'Liên đoàn Lao động'],
  [/TLĐ/g, 'Tổng Liên đoàn'],
  [/CĐCS/g, 'Công đoàn cơ sở'],
  [/UBND/g, 'Ủy ban nhân dân'],
  [/HĐND/g, 'Hội đồng nhân dân'],
];

const written = (name: string): string =>
  foldKey(ABBREVIATIONS.reduce((text, [short, long]) => text.replace(short, long), name));

function contradictions(
  form: Form,
  register: Register,
  unit: Unit,
  day: string | undefined,
): readonly Diagnostic[] {
  const parent = parentOn(register, unit, day);
  const facts: readonly (readonly [path: string, known: string, source: string])[] = [
    ['co_quan_chu_quan', parent?.name ?? '', `${parent?.path}.ten`],
    ['co_quan_ban_hanh', unit.name, `${unit.path}.ten`],
    ['dia_danh', unit.place, `${unit.path}.dia_danh`],
    ['so_ky_hieu.ky_hieu', unit.symbol, `${unit.path}.ky_hieu`],
  ];
  return facts.flatMap(([path, known, source]): readonly Diagnostic[] => {
    const typed = textAt(form, path);
    if (known === '' || typed === '') return [];
    // Behind the abbreviation of the kind, which a rule of its own is about.
    const own = path === 'so_ky_hieu.ky_hieu' ? typed.slice(typed.indexOf('-') + 1) : typed;
    if (written(own) === written(known)) return [];
    const place = register.locate(source);
    return [
      {
        code: 'unit/contradiction',
        severity: 'remark',
        message: `"${form.labelOf(path)}" ghi "${own}", sổ đơn vị ghi "${known}"`,
        ...placed(form.locate(path)),
        ...(place !== undefined && { related: [{ place, message: 'sổ đơn vị ghi ở đây' }] }),
        field: form.labelOf(path),
        actual: typed,
        hints: ['Bỏ ô này nếu dùng điều ghi trong sổ; giữ nguyên nếu cố ý ghi khác'],
      },
    ];
  });
}

/** R141a, R166: a small union elects no standing committee. */
function standingCommittee(
  form: Form,
  register: Register,
  unit: Unit,
  day: string | undefined,
): readonly Diagnostic[] {
  const capacity = valueAt(form.values, 'nguoi_ky.quyen_han');
  if (unit.level !== 'cong_doan_co_so' || unit.headcount === undefined || !Array.isArray(capacity)) return [];
  const line = capacity.findIndex((text) => /^tm_ban_thuong_vu(?:_|$)/.test(foldKey(String(text))));
  const lack = line < 0 ? undefined : standingCommitteeLack(unit.headcount, day);
  if (lack === undefined) return [];
  const path = `nguoi_ky.quyen_han.${line}`;
  const place = register.locate(`${unit.path}.so_doan_vien`);
  return [
    {
      code: 'unit/standing-committee',
      severity: 'remark',
      message: `Ký thay mặt ban thường vụ, nhưng "${unit.name}" có ${unit.headcount} đoàn viên: ban chấp hành nhiều nhất ${lack.committee} ủy viên, mà từ ${lack.needed} ủy viên mới bầu ban thường vụ (${lack.source})`,
      ...placed(form.locate(path)),
      ...(place !== undefined && { related: [{ place, message: 'số đoàn viên ghi ở đây' }] }),
      field: form.labelOf('nguoi_ky.quyen_han'),
      actual: String(capacity[line]),
      hints: ['Ghi TM. BAN CHẤP HÀNH nếu đơn vị không có ban thường vụ'],
    },
  ];
}
