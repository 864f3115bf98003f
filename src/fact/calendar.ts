import { fingerprint } from '../base/fingerprint.js';
import { addDays, type IsoDay } from '../vietnamese/calendar-day.js';
import type { DueItem } from './deadline-list.js';

/** Longest line in octets (RFC 5545, 3.1); what goes on begins with a space. */
const LINE_OCTETS = 75;
/** At 8 in the morning, three days before the day and on the day before it. */
const REMINDERS = ['-PT64H', '-PT16H'];

const encoder = new TextEncoder();

/**
 * A calendar (iCalendar, RFC 5545) with an all-day event on the last day that still meets each deadline; deadlines without
 * such a day are left out. The same items give the same bytes, and a deadline that is moved keeps its identity.
 */
export function writeCalendar(items: readonly DueItem[]): Uint8Array {
  const seen = new Map<string, number>();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//The Thuc//Lich nhac han//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped('Lịch nhắc hạn')}`,
    ...items.flatMap((item) => {
      const id = identityOf(item);
      const count = seen.get(id) ?? 0;
      if (item.last !== undefined) seen.set(id, count + 1);
      return item.last === undefined ? [] : event(item, item.last, count === 0 ? id : `${id}-${count}`);
    }),
    'END:VCALENDAR',
  ];
  return encoder.encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function event(item: DueItem, last: IsoDay, id: string): readonly string[] {
  const summary = summaryOf(item);
  return [
    'BEGIN:VEVENT',
    `UID:${id}@the-thuc`,
    `DTSTAMP:${stampOf(item, last)}`,
    `DTSTART;VALUE=DATE:${compact(last)}`,
    `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(descriptionOf(item))}`,
    'TRANSP:TRANSPARENT',
    ...REMINDERS.flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger}`,
      `DESCRIPTION:${escaped(summary)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

function summaryOf({ what, who, level, tentative }: DueItem): string {
  const whom = who || level;
  return `${tentative ? 'Dự kiến' : 'Hạn cuối'}: ${what}${whom === '' ? '' : ` (${whom})`}`;
}

function descriptionOf({ phrase, form, to, paper }: DueItem): string {
  const lines = [`Thời hạn: ${phrase}`, form && `Theo mẫu: ${form}`, to && `Gửi về: ${to}`, `Theo: ${paper}`];
  return lines.filter((line) => line !== '').join('\n');
}

/** Of what the deadline is, not of the day: a plan that is issued anew moves the event. */
function identityOf({ series, label, what, who }: DueItem): string {
  const bytes = encoder.encode(JSON.stringify([series, label, what, who]));
  return [0x811c9dc5, 0x1b873593]
    .map((seed) => fingerprint(bytes, seed).toString(16).padStart(8, '0'))
    .join('');
}

/** The paper's own day, since no clock is asked; of a paper without one the day of the deadline. */
const stampOf = ({ issuedOn }: DueItem, last: IsoDay): string =>
  `${compact(/^\d{4}-\d{2}-\d{2}$/.test(issuedOn) ? issuedOn : last)}T000000Z`;

const compact = (day: IsoDay): string => day.replaceAll('-', '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    // What no line of a calendar may hold.
    .replace(/\p{Cc}/gu, ' ');

/** A line cut between letters, never within the octets of one. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}
