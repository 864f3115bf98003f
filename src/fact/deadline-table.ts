import { shortDate } from '../vietnamese/calendar-day.js';
import { byDay, type DueItem } from './deadline-list.js';

const HEAD = [
  'Cấp',
  'Đơn vị',
  'Việc',
  'Thời hạn',
  'Ngày cuối',
  'Theo mẫu',
  'Gửi về',
  'Văn bản',
  'Ô trong biểu mẫu',
];

/** The deadlines as rows of a table, the first its head, in the order of their days. */
export const deadlineRows = (items: readonly DueItem[]): readonly (readonly string[])[] => [
  HEAD,
  ...byDay(items).map((item) => [
    item.level,
    item.who,
    item.what,
    item.typed,
    item.last === undefined ? '' : shortDate(item.last),
    item.form,
    item.to,
    item.paper,
    item.label,
  ]),
];

/** The same for the screen: a line a deadline. */
export const deadlineLines = (items: readonly DueItem[]): readonly string[] =>
  byDay(items).map((item) => {
    const whom = item.who || item.level;
    const more = [item.form && `theo ${item.form}`, item.to && `gửi ${item.to}`].filter(
      (words) => words !== '',
    );
    return `${item.phrase}: ${item.what}${whom === '' ? '' : ` (${whom})`}${more.length === 0 ? '' : `, ${more.join(', ')}`}`;
  });

/** A form of the kind `deadline-sheet`: a heading for each level, and under it what it has to do. */
export function deadlineForm(items: readonly DueItem[]): string {
  const levels = [...new Set(items.map(({ level }) => level))];
  const papers = [...new Set(items.map(({ paper }) => paper))];
  return JSON.stringify({
    loai_van_ban: 'deadline-sheet',
    theo_van_ban: papers.join('; '),
    cap_thuc_hien: levels.map((level) => ({
      ten: level === '' ? 'Việc chung' : level.slice(0, 1).toUpperCase() + level.slice(1),
      viec: byDay(items.filter((item) => item.level === level)).map((item) => ({
        noi_dung: item.what,
        don_vi: item.who,
        thoi_han: item.phrase,
        mau: item.form,
        gui_ve: item.to,
      })),
    })),
  });
}
