import type { Severity } from '../diagnostic/diagnostic.js';
import type { CitedAct } from '../organisation/register.js';

/** `severity` of what is found: a remark where the act's dates were read second-hand. */
export interface KnownAct extends CitedAct {
  readonly severity: Exclude<Severity, 'error'>;
}

const act = (
  number: string,
  name: string,
  from: string,
  more: Partial<Pick<KnownAct, 'to' | 'replacedBy' | 'severity'>> = {},
): KnownAct => ({ number, name, from, to: '', replacedBy: '', severity: 'warning', ...more });

const AWARD_DECREE = 'Nghị định số 152/2025/NĐ-CP';

/**
 * The acts that papers of unions and offices cite and whose dates are known (R136, R142, R153, R154, R165): the day of
 * issue, or the year of the number, and the last day before another act took its place. An act that is not here raises
 * nothing; an office adds its own under "Văn bản trích dẫn" in its register of units.
 */
export const KNOWN_ACTS: readonly KnownAct[] = [
  act('06/2022/QH15', 'Luật Thi đua, khen thưởng số 06/2022/QH15', '2022'),
  act('98/2023/NĐ-CP', 'Nghị định số 98/2023/NĐ-CP', '2023', { to: '2025-06-30', replacedBy: AWARD_DECREE }),
  act('28/2024/NĐ-CP', 'Nghị định số 28/2024/NĐ-CP', '2024', { to: '2025-06-30', replacedBy: AWARD_DECREE }),
  act('152/2025/NĐ-CP', AWARD_DECREE, '2025-06-14'),
  act('30/2020/NĐ-CP', 'Nghị định số 30/2020/NĐ-CP', '2020-03-05'),
  act('78/2025/NĐ-CP', 'Nghị định số 78/2025/NĐ-CP', '2025-04-01', { severity: 'remark' }),
  act('113/2025/NĐ-CP', 'Nghị định số 113/2025/NĐ-CP', '2025-06-03', { severity: 'remark' }),
  act('33/2024/QH15', 'Luật Lưu trữ số 33/2024/QH15', '2024-06-21', { severity: 'remark' }),
  act('97/2025/QH15', 'Luật số 97/2025/QH15', '2025-06-27', { severity: 'remark' }),
  act('933/QĐ-TLĐ', 'Quyết định số 933/QĐ-TLĐ', '2024-05-14'),
  act('1013/QĐ-TLĐ', 'Quyết định số 1013/QĐ-TLĐ', '2011-08-19', {
    to: '2024-05-13',
    replacedBy: 'Quyết định số 933/QĐ-TLĐ',
  }),
  act('1014/QĐ-TLĐ', 'Quyết định số 1014/QĐ-TLĐ', '2011-08-19', {
    to: '2024-05-13',
    replacedBy: 'Quyết định số 933/QĐ-TLĐ',
  }),
  act('999/QĐ-TLĐ', 'Quyết định số 999/QĐ-TLĐ', '2024-05-29', { severity: 'remark' }),
  act('1689/QĐ-TLĐ', 'Quyết định số 1689/QĐ-TLĐ', '2019', {
    to: '2024-05-28',
    replacedBy: 'Quyết định số 999/QĐ-TLĐ',
    severity: 'remark',
  }),
  act('399-QĐ/TW', 'Quy định số 399-QĐ/TW', '2026-01-09', { severity: 'remark' }),
  act('66-QĐ/TW', 'Quy định số 66-QĐ/TW', '2017', {
    to: '2026-01-08',
    replacedBy: 'Quy định số 399-QĐ/TW',
    severity: 'remark',
  }),
];
