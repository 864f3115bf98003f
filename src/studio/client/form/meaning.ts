import type { FieldType } from '../../../form/field.js';
import { dayParts, shortDate, weekdayOf } from '../../../vietnamese/calendar-day.js';
import { type Deadline, deadlinePhrase } from '../../../vietnamese/deadline.js';
import { bandText, type Limit, readLimit } from '../../../vietnamese/limit.js';
import { lunarDate } from '../../../vietnamese/lunar.js';
import { type Moment, momentDays, readMoment, weekdayName } from '../../../vietnamese/moment.js';
import { type Money, readMoney } from '../../../vietnamese/money.js';
import { ratioText } from '../../../vietnamese/ratio.js';
import { readDeadline } from '../../../vietnamese/read-deadline.js';
import { readShare, type Share } from '../../../vietnamese/share.js';

/** What the program reads in a fact, in small words below it; undefined for what is no fact, or not understood. */
export function meaningOf(type: FieldType, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  switch (type) {
    case 'deadline':
      return worded(readDeadline(text), deadlineWords);
    case 'limit':
      return worded(readLimit(text), limitWords);
    case 'share':
      return worded(readShare(text), shareWords);
    case 'money':
      return worded(readMoney(text), moneyWords);
    case 'moment':
      return worded(readMoment(text), momentWords);
    default:
      return undefined;
  }
}

function worded<T>(fact: T | undefined, words: (fact: T) => string): string | undefined {
  const said = fact === undefined ? '' : words(fact);
  return said === '' ? undefined : said;
}

function deadlineWords(deadline: Deadline): string {
  if (deadline.type !== 'dates' || deadline.to === undefined) return deadlinePhrase(deadline);
  const weekday = weekdayOf(deadline.to);
  const last = `ngày cuối cùng là ${weekday === undefined ? '' : `${weekdayName(weekday)}, `}${shortDate(deadline.to)}`;
  return `${deadlinePhrase(deadline)}; ${last}`;
}

function limitWords({ band, ratio, min, max, approximate }: Limit): string {
  const amount = [
    ratio && ratioText(ratio),
    min !== undefined && `ít nhất ${figure(min)} người`,
    max !== undefined && `${approximate ? 'khoảng' : 'nhiều nhất'} ${figure(max)} người`,
  ].filter(Boolean);
  const whole = amount.length === 0 ? 'toàn thể' : amount.join(', ');
  return band === undefined ? whole : `nơi có ${bandText(band)} người: ${whole}`;
}

function shareWords({ direction, ratio, upper, base }: Share): string {
  const of = base === 'all' ? 'tổng số đại biểu' : 'số đại biểu chính thức';
  const [part, most] = [ratioText(ratio), ratioText(upper ?? ratio)];
  const words: Readonly<Record<Share['direction'], string>> = {
    'at-least': `ít nhất ${part}`,
    'at-most': `nhiều nhất ${part}`,
    exactly: `đúng ${part}`,
    about: `khoảng ${part}`,
    between: `từ ${part} đến ${most}`,
  };
  return `${words[direction]} ${of}`;
}

function moneyWords({ from, to, approximate }: Money): string {
  const about = approximate ? ', không cộng được vì là số ước chừng' : '';
  if (from !== undefined && to !== undefined)
    return `${from === to ? figure(from) : `${figure(from)} đến ${figure(to)}`} đồng${about}`;
  if (from !== undefined) return `từ ${figure(from)} đồng trở lên${about}`;
  return to === undefined ? '' : `không quá ${figure(to)} đồng${about}`;
}

function momentWords(moment: Moment): string {
  const days = momentDays(moment);
  const day = moment.from === moment.to ? moment.from : undefined;
  const [weekday, lunar] = day === undefined ? [] : [weekdayOf(day), lunarDate(day)];
  return [
    moment.time?.replace(':', ' giờ '),
    weekday !== undefined && weekdayName(weekday),
    days,
    lunar !== undefined && `âm lịch ${lunar.day}/${lunar.month}${lunar.leap ? ' nhuận' : ''}`,
    moment.tentative && 'dự kiến',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "250.000.000" */
const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** Of a whole date its weekday; of "9/2024" and "2024" what stays blank on the paper. */
export function dateMeaning(iso: string): string | undefined {
  const weekday = dayParts(iso) && weekdayOf(iso);
  if (weekday !== undefined) return weekdayName(weekday);
  if (/^\d{4}-\d{2}$/.test(iso)) return 'để trống ngày';
  return /^\d{4}$/.test(iso) ? 'để trống ngày và tháng' : undefined;
}
