import type { FieldDefinition } from '../form/field.js';
import type { FormValue } from '../form/form.js';
import { partsOf } from '../form/key-table.js';
import { labelOf } from '../form/labels.js';
import type { IsoDay } from '../vietnamese/calendar-day.js';
import { boundsOf, deadlinePhrase } from '../vietnamese/deadline.js';
import { readDeadline } from '../vietnamese/read-deadline.js';
import type { FactSheet } from './fact-sheet.js';
import { OWN_CONFERENCE, textAt } from './own-figures.js';
import { SUPERIOR } from './superior-plan.js';

/** Something to be done until a day, as a paper says it. */
export interface DueItem {
  /** "công đoàn cơ sở"; "" where the paper speaks of no level. */
  readonly level: string;
  /** Whom the paper names: "Công đoàn xã A"; "" where it is the level. */
  readonly who: string;
  /** "Tổ chức hội nghị" */
  readonly what: string;
  /** As typed: "trước 10/3/2025". */
  readonly typed: string;
  /** In words that say which way the boundary day falls; `typed` where there are none. */
  readonly phrase: string;
  /** The last day that still meets it; absent where the paper does not say one ("trước 15 ngày", "đến 15/4"). */
  readonly last?: IsoDay;
  readonly tentative: boolean;
  /** On which form; "" where none is named. */
  readonly form: string;
  readonly to: string;
  /** "Kế hoạch số 91/KH-LĐLĐ" */
  readonly paper: string;
  /** What stays the same when the paper gets its number, or is issued anew: its symbol and its subject. */
  readonly series: string;
  /** The paper's date as the form has it: "2024-09-12", "2024-09", "". */
  readonly issuedOn: string;
  /** "Cấp tổ chức (mục 1) > Thời gian > Hạn" */
  readonly label: string;
}

type Group = { readonly [key: string]: FormValue };

/** A group on the way down to a deadline. */
interface Step {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly FieldDefinition[];
  readonly group: Group;
}

/**
 * The deadlines of a paper in the form's order: every field of the type, and of the superior's plan those for the level that
 * holds its conference under it. `fields`: of the paper's kind.
 */
export function collectDeadlines(sheet: FactSheet, fields: readonly FieldDefinition[]): readonly DueItem[] {
  const [own, superior] = ['', `${SUPERIOR}.`].map((prefix) => paperOf(sheet, prefix));
  const items: DueItem[] = [];
  const walk = (
    field: FieldDefinition,
    value: FormValue | undefined,
    path: string,
    steps: readonly Step[],
  ): void => {
    if (value === undefined) return;
    if (field.type === 'deadline') {
      const found = typeof value === 'string' && value.trim() !== '';
      if (found)
        items.push({
          ...dueItem(value.trim(), field, steps),
          ...(steps[0]?.key === SUPERIOR ? superior! : own!),
          label: labelOf(fields, path),
        });
    } else if (field.type === 'list' && field.item !== undefined && Array.isArray(value)) {
      const { item } = field;
      const named = withName(steps, field);
      for (const [index, one] of (value as readonly FormValue[]).entries())
        walk(item, one, `${path}.${index}`, named);
    } else if (field.type === 'group' && typeof value === 'object' && !Array.isArray(value)) {
      if (field.key === SUPERIOR && !ownLevelOf(sheet)) return;
      const inner = partsOf(field);
      const step = { key: field.key, label: field.label, fields: inner, group: value as Group };
      for (const part of inner) walk(part, step.group[part.key], `${path}.${part.key}`, [...steps, step]);
    }
  };
  for (const field of fields) walk(field, sheet.values[field.key], field.key, []);
  const wanted = atTheirLevels(items).filter((item) => isWanted(item, sheet, fields));
  // A subordinate that sets itself its superior's own deadline has one thing to do.
  return wanted.filter((item, index) => wanted.findIndex((other) => isSame(item, other)) === index);
}

/** Who is called as one of the paper's levels is called is that level: "Công đoàn xã, phường, đặc khu" under who does what. */
function atTheirLevels(items: readonly DueItem[]): readonly DueItem[] {
  const levels = new Map(items.map(({ level }) => [level.toLowerCase(), level]));
  return items.map((item) => {
    const level = item.level === '' ? levels.get(item.who.toLowerCase()) : undefined;
    return level === undefined ? item : { ...item, level, who: '' };
  });
}

const isSame = (a: DueItem, b: DueItem): boolean =>
  a === b ||
  (a.last !== undefined &&
    [a.level, a.who, a.what, a.last, a.form].join('\n') ===
      [b.level, b.who, b.what, b.last, b.form].join('\n'));

/** A list has no values, but its name tells what its items are. */
const withName = (steps: readonly Step[], { key, label }: FieldDefinition): readonly Step[] => [
  ...steps,
  { key, label, fields: [], group: {} },
];

const ownLevelOf = (sheet: FactSheet): string => textAt(sheet.values, `${OWN_CONFERENCE}.cap`);

/** Of the superior's levels only the own one is for the reader of this paper. */
function isWanted(item: DueItem, sheet: FactSheet, fields: readonly FieldDefinition[]): boolean {
  const superior = fields.find(({ key }) => key === SUPERIOR);
  if (superior === undefined || !item.label.startsWith(superior.label)) return true;
  const levels = fields.find(({ key }) => key === OWN_CONFERENCE)?.fields?.find(({ key }) => key === 'cap');
  return item.level === choiceLabel(levels, ownLevelOf(sheet));
}

function dueItem(
  typed: string,
  field: FieldDefinition,
  steps: readonly Step[],
): Omit<DueItem, keyof Source | 'label'> {
  const nearest = (key: string): string => nearestText(steps, key);
  const deadline = readDeadline(typed);
  const last = deadline && boundsOf(deadline).to;
  const level = levelOf(steps);
  const who = nearest('don_vi') || nearest('ten');
  return {
    level,
    who: who.toLowerCase() === level.toLowerCase() ? '' : who,
    what: whatOf(field, steps),
    typed,
    phrase: (deadline && deadlinePhrase(deadline)) || typed,
    ...(last !== undefined && { last }),
    tentative: deadline?.tentative ?? false,
    form: nearest('mau'),
    to: nearest('gui_ve'),
  };
}

function nearestText(steps: readonly Step[], key: string): string {
  for (const { group } of [...steps].reverse()) {
    const value = group[key];
    if (typeof value === 'string' && value.trim() !== '') return plain(value);
  }
  return '';
}

function levelOf(steps: readonly Step[]): string {
  for (const { fields, group } of [...steps].reverse()) {
    const value = group['cap'];
    const field = fields.find(({ key }) => key === 'cap');
    if (field !== undefined && typeof value === 'string' && value !== '' && value !== 'khac')
      return choiceLabel(field, value);
  }
  return '';
}

const choiceLabel = (field: FieldDefinition | undefined, value: string): string =>
  field?.choices?.find((choice) => choice.value === value)?.label ?? value;

/** Groups whose name alone does not say what is to be done. */
const TASKS: Readonly<Record<string, string>> = {
  thoi_gian: 'Tổ chức hội nghị',
  don_vi_lam_diem: 'Tổ chức hội nghị (làm điểm)',
  bao_cao: 'Gửi báo cáo kết quả',
  [OWN_CONFERENCE]: 'Gửi báo cáo kết quả',
};

/** What the form says is to be done; else the name of the nearest group that has one. */
function whatOf(field: FieldDefinition, steps: readonly Step[]): string {
  const said = steps.at(-1)?.group['noi_dung'];
  if (typeof said === 'string' && said.trim() !== '')
    return steps.some(({ key }) => key === 'bao_cao') ? sent(plain(said)) : capitalised(plain(said));
  const named = [...steps].reverse().find(({ key, label }) => key in TASKS || !NAMELESS.has(label));
  if (named === undefined) return field.label;
  const name = TASKS[named.key] ?? named.label;
  return field.key === 'ket_thuc' ? `${name}: ${field.label.toLowerCase()}` : name;
}

const NAMELESS = new Set(['Mục', 'Danh sách', 'Việc', 'Đơn vị']);
const plain = (text: string): string => text.replace(/\*+/g, '').replace(/\s+/g, ' ').trim();
/** "danh sách đại biểu" to "Gửi danh sách đại biểu". */
const sent = (what: string): string =>
  /^gửi\s/iu.test(what)
    ? capitalised(what)
    : `Gửi ${/^\p{Lu}\p{Ll}/u.test(what) ? what.slice(0, 1).toLowerCase() + what.slice(1) : what}`;
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

type Source = Pick<DueItem, 'paper' | 'series' | 'issuedOn'>;

/** The paper itself, or (`prefix`) the superior's that it names. */
function paperOf({ title, values }: FactSheet, prefix: string): Source {
  const at = (key: string): string => textAt(values, prefix + key);
  const [number, symbol] = [at('so_ky_hieu.so'), at('so_ky_hieu.ky_hieu')];
  const name = prefix === '' ? title.slice(0, 1) + title.slice(1).toLowerCase() : at('ten_loai');
  const reference = symbol === '' ? at('trich_yeu') : `số ${number || '…'}/${symbol}`;
  return {
    paper: `${name} ${reference}`.trim(),
    series: `${symbol} ${at('trich_yeu')}`.trim(),
    issuedOn: at('ngay_ban_hanh'),
  };
}

/** The order in which they are to be met; those without a day come last, in their own order. */
export const byDay = (items: readonly DueItem[]): readonly DueItem[] =>
  items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => compare(a.item.last ?? '9', b.item.last ?? '9') || a.index - b.index)
    .map(({ item }) => item);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
