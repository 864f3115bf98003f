import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../vietnamese/nearest.js';
import { earliest, latest, placed, type Register, shownDate, type Unit } from './register.js';

/** What no single field shows: keys given twice, units that are not there, periods that end before they begin, circles. */
export function checkRegister(register: Register): readonly Diagnostic[] {
  const near = nearestName(register);
  const circles = [
    ...circlesOf(register, 'cap_tren', 'Cấp trên', ({ parent }) => parent),
    ...circlesOf(register, 'don_vi_ke_tuc', 'Đơn vị kế tục', ({ successor }) => successor),
  ];
  return register.units.flatMap((unit) => [
    ...repeatedKey(register, unit),
    ...unknownUnit(register, unit, 'cap_tren', 'Cấp trên', unit.parent, near),
    ...unknownUnit(register, unit, 'don_vi_ke_tuc', 'Đơn vị kế tục', unit.successor, near),
    ...wrongPeriod(register, unit),
    ...circles.flatMap((circle) => (circle.unit === unit ? [circle.finding] : [])),
  ]);
}

/** So many pairs of names are compared; a large register with many names that nobody has is told without suggestions. */
const MOST_COMPARED = 200_000;

/** The key or name that a mistyped one most likely means. */
function nearestName({ units }: Register): (typed: string) => string | undefined {
  const names = units.flatMap(({ key, name }) => [key, name]);
  let compared = 0;
  return (typed) => {
    compared += names.length;
    return compared > MOST_COMPARED ? undefined : nearest(typed, names);
  };
}

function repeatedKey({ unitOf, locate }: Register, unit: Unit): readonly Diagnostic[] {
  const first = unitOf(unit.key);
  if (first === undefined || first === unit) return [];
  const place = locate(`${first.path}.ma`);
  return [
    {
      code: 'register/repeated-key',
      severity: 'error',
      message: `Mã "${unit.key}" dùng cho hai đơn vị: "${first.name}" và "${unit.name}"`,
      ...placed(locate(`${unit.path}.ma`)),
      ...(place !== undefined && { related: [{ place, message: 'lần đầu ở đây' }] }),
      field: 'Mã',
      actual: unit.key,
      hints: ['Đặt mã khác cho một trong hai đơn vị'],
    },
  ];
}

function unknownUnit(
  { unitOf, locate }: Register,
  unit: Unit,
  key: string,
  label: string,
  typed: string,
  nearestTo: (typed: string) => string | undefined,
): readonly Diagnostic[] {
  if (typed === '' || unitOf(typed) !== undefined) return [];
  const near = nearestTo(typed);
  return [
    {
      code: 'register/unknown-unit',
      severity: 'error',
      message: `"${label}" của "${unit.name}" ghi "${typed}", nhưng sổ không có đơn vị nào có mã hoặc tên như vậy`,
      ...placed(locate(`${unit.path}.${key}`)),
      field: label,
      actual: typed,
      hints: [near === undefined ? `Thêm đơn vị "${typed}" vào sổ` : `có phải ý bạn là "${near}"?`],
    },
  ];
}

function wrongPeriod({ locate }: Register, unit: Unit): readonly Diagnostic[] {
  if (unit.from === '' || unit.to === '' || earliest(unit.from) <= latest(unit.to)) return [];
  const place = locate(`${unit.path}.tu_ngay`);
  return [
    {
      code: 'register/wrong-period',
      severity: 'error',
      message: `"${unit.name}" kết thúc ${shownDate(unit.to)}, trước khi bắt đầu ${shownDate(unit.from)}`,
      ...placed(locate(`${unit.path}.den_ngay`)),
      ...(place !== undefined && { related: [{ place, message: 'ngày bắt đầu ghi ở đây' }] }),
      field: 'Đến ngày',
      hints: ['Sửa lại Từ ngày hoặc Đến ngày'],
    },
  ];
}

/** Units that lead back to themselves; a circle is said once, at the first of its units. */
function circlesOf(
  { units, unitOf, locate }: Register,
  key: string,
  label: string,
  next: (unit: Unit) => string,
): readonly { readonly unit: Unit; readonly finding: Diagnostic }[] {
  const seen = new Set<Unit>();
  return units.flatMap((first) => {
    const way = new Set<Unit>();
    let at: Unit | undefined = first;
    // What was gone through from a unit before is known to lead nowhere, or to a circle that was said.
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      way.add(at);
      at = next(at) === '' ? undefined : unitOf(next(at));
    }
    if (at === undefined || !way.has(at)) return [];
    const round = [...way].slice([...way].indexOf(at));
    const unit = units.find((one) => round.includes(one))!;
    const from = round.indexOf(unit);
    const names = [...round.slice(from), ...round.slice(0, from), unit].map(({ name }) => `"${name}"`);
    const finding: Diagnostic = {
      code: 'register/circle',
      severity: 'error',
      message: `"${label}" đi thành vòng tròn: ${shortened(names).join(' → ')}`,
      ...placed(locate(`${unit.path}.${key}`)),
      field: label,
      hints: [`Sửa "${label}" của một trong các đơn vị này`],
    };
    return [{ unit, finding }];
  });
}

/** A circle of more units than a sentence holds. */
const MOST_NAMED = 8;
const shortened = (names: readonly string[]): readonly string[] =>
  names.length <= MOST_NAMED ? names : [...names.slice(0, MOST_NAMED - 2), '…', ...names.slice(-1)];
