import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Form } from '../form/form.js';
import { type Breach, breachFinding } from './breach.js';
import { checkConferenceDay, checkDeadline } from './check-dates.js';
import { checkDelegates, checkPresidium, checkShares } from './check-delegates.js';
import { checkLevel } from './check-level.js';
import {
  bindingLevel,
  itemPaths,
  OWN_CONFERENCE,
  OWN_LEVELS,
  SUPERIOR_LEVELS,
  textAt,
} from './own-figures.js';
import { SUPERIOR } from './superior-plan.js';

/**
 * What a form says itself against the superior's plan that it carries out. Nothing is said of what cannot be compared: another
 * level, an unreadable or an open figure. Delegates and days beyond the superior's are errors, shares and presidium are to be
 * looked at, since who counts for what may differ.
 */
export function checkAgainstSuperior(form: Form): readonly Diagnostic[] {
  const { values } = form;
  if (typeof values[SUPERIOR] !== 'object') return [];
  const breaches = [
    ...checkConference(values),
    ...itemPaths(values, OWN_LEVELS).flatMap((own) => checkLevel(values, own)),
  ];
  return [
    ...checkBasis(form),
    ...checkNoLevel(form),
    ...breaches.map((breach) => breachFinding(breach, form)),
  ];
}

function checkConference(values: Form['values']): readonly Breach[] {
  const level = bindingLevel(values, OWN_CONFERENCE);
  if (level === undefined) return [];
  return [
    ...checkDelegates(values, level),
    ...checkShares(values, level),
    ...checkPresidium(values, level),
    ...checkConferenceDay(values, level),
    ...checkDeadline(values, `${OWN_CONFERENCE}.han_bao_cao`, `${level}.bao_cao.han`),
  ];
}

/** Without its level nothing of the conference is compared, and nobody would know. */
function checkNoLevel(form: Form): readonly Diagnostic[] {
  const { values } = form;
  const at = (key: string): string => `${OWN_CONFERENCE}.${key}`;
  const own = ['so_dai_bieu', 'thoi_gian', 'han_bao_cao'].map(at).find((path) => textAt(values, path) !== '');
  const hasLevels = itemPaths(values, SUPERIOR_LEVELS).length > 0;
  if (own === undefined || !hasLevels || textAt(values, at('cap')) !== '') return [];
  const field = form.labelOf(OWN_CONFERENCE);
  const place = form.locate(own);
  return [
    {
      code: 'superior/no-level',
      severity: 'remark',
      message: `"${field}" chưa đối chiếu được với kế hoạch cấp trên, vì chưa ghi đơn vị thuộc cấp nào`,
      ...(place && { place }),
      field,
      hints: ['Ghi "Cấp" ở mục này, ví dụ Cấp: công đoàn cơ sở'],
    },
  ];
}

/** A plan is stamped with its number and date after it was printed: without them the basis line has blanks. */
function checkBasis(form: Form): readonly Diagnostic[] {
  const { values } = form;
  const at = (key: string): string => textAt(values, `${SUPERIOR}.${key}`);
  const isNamed = at('tep') !== '' || at('so_ky_hieu.ky_hieu') !== '' || at('co_quan_ban_hanh') !== '';
  if (!isNamed || at('viet_la') !== '') return [];
  const missing = [
    ...(at('so_ky_hieu.so') === '' ? ['số'] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(at('ngay_ban_hanh')) ? [] : ['ngày ban hành']),
  ];
  const field = form.labelOf(SUPERIOR);
  const place = form.locate(`${SUPERIOR}.tep`) ?? form.locate(SUPERIOR);
  if (missing.length === 0) return contradictions(form);
  return [
    ...contradictions(form),
    {
      code: 'superior/no-number',
      severity: 'warning',
      message: `"${field}" chưa có ${missing.join(' và ')}, nên câu căn cứ không ghi được`,
      ...(place && { place }),
      field,
      hints: [`Ghi số và ngày như trên bản đã ban hành, ví dụ:\n${stampedExample(field, at('tep'))}`],
    },
  ];
}

/** The lines to type beside the superior's file, whose own number was stamped after it was made. */
const stampedExample = (field: string, file: string): string =>
  [
    `${field}:`,
    ...(file === '' ? [] : [`  Tệp: ${file}`]),
    '  Số, ký hiệu: 91/KH-LĐLĐ',
    '  Ngày ban hành: 12/9/2025',
  ].join('\n');

/** A number or a date that is typed otherwise than the superior's own file has it. */
function contradictions(form: Form): readonly Diagnostic[] {
  const keys = ['so_ky_hieu.so', 'so_ky_hieu.ky_hieu', 'ngay_ban_hanh'].map((key) => `${SUPERIOR}.${key}`);
  return (form.overridden ?? []).flatMap(({ path, value, place: other }) => {
    // "2024-09" and "2024" are blanks that a day fills.
    const typed = textAt(form.values, path);
    if (!keys.includes(path) || typeof value !== 'string' || typed.startsWith(value)) return [];
    const place = form.locate(path);
    const field = form.labelOf(path);
    return [
      {
        code: 'superior/other-number',
        severity: 'remark' as const,
        message: `"${field}" ghi "${shown(typed)}", tệp kế hoạch cấp trên ghi "${shown(value)}"`,
        ...(place && { place }),
        ...(other && { related: [{ place: other, message: `trong tệp là "${shown(value)}"` }] }),
        field,
        actual: typed,
        expected: value,
        hints: ['Đối chiếu với bản đã ban hành'],
      },
    ];
  });
}

const shown = (value: string): string => value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
