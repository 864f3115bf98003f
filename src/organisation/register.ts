import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';

/** Who may sign for a unit, as printed. */
export interface Signer {
  readonly path: string;
  readonly capacity: readonly string[];
  readonly position: string;
  readonly fullName: string;
}

/** A unit as the register has it. Dates are ISO, perhaps without day or month, or "" where they are open. */
export interface Unit {
  /** In the register: "don_vi.3". */
  readonly path: string;
  readonly key: string;
  readonly name: string;
  /** "cong_doan_co_so" … as in register-fields.ts. */
  readonly level: string;
  /** Keys of other units; "" where there is none. */
  readonly parent: string;
  readonly successor: string;
  readonly symbol: string;
  readonly place: string;
  readonly headcount: number | undefined;
  readonly signers: readonly Signer[];
  readonly recipients: readonly string[];
  readonly drafterSign: string;
  readonly from: string;
  readonly to: string;
}

/** An act that papers cite; `from` its first and `to` its last day, ISO or "". */
export interface CitedAct {
  readonly number: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly replacedBy: string;
}

export interface Register {
  readonly file: string;
  readonly units: readonly Unit[];
  /** By the folded key. */
  readonly unitOf: (key: string) => Unit | undefined;
  /** What the office adds to the acts that the program knows. */
  readonly acts: readonly CitedAct[];
  /** Of "don_vi.3.ten": where it stands. */
  readonly locate: Locate;
}

/** "2025-06-30" → "30/6/2025", "2025-06" → "tháng 6/2025", "2025" → "năm 2025". */
export function shownDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  if (month === undefined) return `năm ${year}`;
  return day === undefined
    ? `tháng ${Number(month)}/${year}`
    : `ngày ${Number(day)}/${Number(month)}/${year}`;
}

/** The first and the last day that a date without day or month may mean, as texts to be compared. */
const FIRST = '0000-00-00';
const LAST = '9999-99-99';
export const earliest = (iso: string): string => iso + FIRST.slice(iso.length);
export const latest = (iso: string): string => iso + LAST.slice(iso.length);

/** Whether something was there on a day, which may lack its day or month: only what is certain counts. */
export function presence(
  { from, to }: { readonly from: string; readonly to: string },
  day: string,
): 'not-yet' | 'no-more' | 'there' {
  if (from !== '' && latest(day) < earliest(from)) return 'not-yet';
  return to !== '' && earliest(day) > latest(to) ? 'no-more' : 'there';
}

export const placed = (place: ReturnType<Locate>): Pick<Diagnostic, 'place'> =>
  place === undefined ? {} : { place };
