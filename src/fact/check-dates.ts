import type { Form } from '../form/form.js';
import { shortDate } from '../vietnamese/calendar-day.js';
import {
  boundsOf,
  compareDeadlines,
  type Deadline,
  deadlinePhrase,
  standingOf,
} from '../vietnamese/deadline.js';
import { type Moment, momentDays, readMoment } from '../vietnamese/moment.js';
import { readDeadline } from '../vietnamese/read-deadline.js';
import { type Breach, softened } from './breach.js';
import { OWN_CONFERENCE, textAt } from './own-figures.js';

type Values = Form['values'];

/** The day of the conference against the superior's deadline for it; of several days the whole stretch counts. */
export function checkConferenceDay(values: Values, level: string): readonly Breach[] {
  const own = `${OWN_CONFERENCE}.thoi_gian`;
  const superior = `${level}.thoi_gian.han`;
  const typed = textAt(values, superior);
  const [moment, deadline] = [readMoment(textAt(values, own)), readDeadline(typed)];
  if (moment === undefined || deadline === undefined) return [];
  const standing = standingOfMoment(moment, deadline);
  if (standing === undefined) return [];
  const { isLate, isWhole } = standing;
  const isLoose = deadline.tentative || moment.tentative || !isWhole;
  const days = momentDays(moment).replace(/^(?=\d)/, 'ngày ');
  return [
    {
      code: 'superior/conference-day',
      severity: softened(isLate ? 'error' : 'warning', isLoose),
      own,
      superior,
      says: `là ${days}, ${isLate ? 'sau' : 'trước'} thời hạn của kế hoạch cấp trên: ${deadlinePhrase(deadline)}`,
      actual: textAt(values, own),
      bound: typed,
      hints: isLate ? [lastDayHint('Tổ chức', deadline)] : ['Xem lại ngày tổ chức, hoặc hỏi lại cấp trên'],
    },
  ];
}

/** Whether a stretch of days ends after the deadline or begins before it, and whether all of it does. */
function standingOfMoment(
  { from, to }: Moment,
  deadline: Deadline,
): { readonly isLate: boolean; readonly isWhole: boolean } | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [standingOf(deadline, from), standingOf(deadline, to)];
  if (last === 'late') return { isLate: true, isWhole: first === 'late' };
  return first === 'early' ? { isLate: false, isWhole: last === 'early' } : undefined;
}

/** A deadline that the form sets, at `own`, against the one that the superior sets for the same: it may not end later. */
export function checkDeadline(values: Values, own: string, superior: string): readonly Breach[] {
  const [mine, theirs] = [textAt(values, own), textAt(values, superior)];
  const [deadline, limit] = [readDeadline(mine), readDeadline(theirs)];
  if (deadline === undefined || limit === undefined) return [];
  const order = compareDeadlines(deadline, limit);
  if (order === undefined || order <= 0) return [];
  return [
    {
      code: 'superior/deadline',
      severity: softened('error', deadline.tentative || limit.tentative),
      own,
      superior,
      says: `là "${mine}", muộn hơn thời hạn của kế hoạch cấp trên: ${deadlinePhrase(limit)}`,
      actual: mine,
      bound: theirs,
      hints: [lastDayHint('Ghi thời hạn', limit)],
    },
  ];
}

const lastDayHint = (verb: string, deadline: Deadline): string => {
  const { to } = boundsOf(deadline);
  return to === undefined ? `${verb} sớm hơn` : `${verb} chậm nhất ngày ${shortDate(to)}`;
};
