import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type CalendarDay, dayParts, isoDay, weekdayOf } from '../../../vietnamese/calendar-day.js';
import { weekdayName } from '../../../vietnamese/moment.js';
import { dayByKey, monthAfter, type ShownMonth, weeksOf } from './calendar.js';
import { NextIcon, PreviousIcon } from './icons.js';

interface CalendarDialogProps {
  readonly label: string;
  /** The day that has the focus at first. */
  readonly start: string;
  readonly picked: string;
  readonly onPick: (iso: string) => void;
  /** By key: the focus goes back to where the calendar was opened from. */
  readonly onClose: () => void;
  /** The focus is elsewhere already. */
  readonly onLeave: (to: Node) => void;
}

const COLUMNS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];
const COLUMN_NAMES = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

/** A month to pick a day from: arrows go by days and weeks, Page Up and Page Down by months. */
export function CalendarDialog({ label, start, picked, onPick, onClose, onLeave }: CalendarDialogProps) {
  const [day, setDay] = useState(start);
  const box = useRef<HTMLDivElement>(null);
  const moves = useRef(true);
  const shown = dayParts(day) ?? { year: 2026, month: 1, day: 1 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day.
  useEffect(() => {
    if (moves.current) box.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }, [day]);
  const turn = (months: number): void => {
    moves.current = false;
    const { year, month } = monthAfter(shown, months);
    setDay(isoDay(year, month, 1) ?? day);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const next =
      event.target instanceof HTMLElement && 'day' in event.target.dataset && dayByKey(day, event.key);
    if (typeof next !== 'string') return;
    event.preventDefault();
    moves.current = true;
    setDay(next);
  };
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      className="form-calendar"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) onLeave(to);
      }}
    >
      <div className="form-calendar-head">
        <button type="button" className="form-icon-button" aria-label="Tháng trước" onClick={() => turn(-1)}>
          <PreviousIcon />
        </button>
        <span aria-live="polite">
          Tháng {shown.month} năm {shown.year}
        </span>
        <button type="button" className="form-icon-button" aria-label="Tháng sau" onClick={() => turn(1)}>
          <NextIcon />
        </button>
      </div>
      <Month shown={shown} focused={day} picked={picked} onPick={onPick} />
      <p className="form-small form-keys">
        Phím mũi tên để đổi ngày, Page Up và Page Down để đổi tháng, Esc để đóng.
      </p>
    </div>
  );
}

interface MonthProps extends Pick<CalendarDialogProps, 'picked' | 'onPick'> {
  readonly shown: ShownMonth;
  readonly focused: string;
}

function Month({ shown, ...days }: MonthProps) {
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column, index) => (
            <th key={column} scope="col" abbr={COLUMN_NAMES[index]}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(shown).map((week) => (
          <tr key={isoOf(week[0])}>
            {week.map((one) => (
              <td key={isoOf(one)}>
                <DayButton iso={isoOf(one)} month={shown.month} {...days} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isoOf = (day: CalendarDay | undefined): string => (day && isoDay(day.year, day.month, day.day)) ?? '';

interface DayButtonProps extends Omit<MonthProps, 'shown'> {
  readonly iso: string;
  readonly month: number;
}

function DayButton({ iso, month, focused, picked, onPick }: DayButtonProps) {
  const parts = dayParts(iso);
  const weekday = weekdayOf(iso);
  if (parts === undefined || weekday === undefined) return null;
  const isFocused = iso === focused;
  return (
    <button
      type="button"
      data-day={iso}
      {...(isFocused && { 'data-focus': true })}
      tabIndex={isFocused ? 0 : -1}
      aria-pressed={iso === picked}
      aria-label={`${weekdayName(weekday)}, ${parts.day}/${parts.month}/${parts.year}`}
      className={parts.month === month ? 'form-day' : 'form-day outside'}
      onClick={() => onPick(iso)}
    >
      {parts.day}
    </button>
  );
}
