import type { JournalState } from '../batch/journal.js';
import { namesOfUnit, type Unit } from './batch-unit.js';

/** How a check ended that was to write nothing, or found what forbids to write. */
export interface CheckEnd {
  readonly units: readonly Unit[];
  /** How many of them cannot be made. */
  readonly faulty: number;
  /** Whether the table as a whole is wrong. */
  readonly refuses: boolean;
  readonly isDry: boolean;
  /** The output folder, as people see it. */
  readonly folder: string;
}

/** The last sentences of such a run: what was found, and how to go on. */
export function checkWords({ units, faulty, refuses, isDry, folder }: CheckEnd): readonly string[] {
  if (refuses) return ['Chưa ghi tệp nào. Sửa bảng rồi chạy lại.'];
  if (!isDry) return [`${faulty} đơn vị có chỗ sai nên chưa ghi tệp nào (--strict). Sửa rồi chạy lại.`];
  const found = faulty === 0 ? 'không có chỗ sai' : `${faulty} đơn vị có chỗ sai`;
  const ready = units.filter(({ state }) => state !== 'failed');
  const files = ready.reduce((sum, unit) => sum + namesOfUnit(unit).files.length, 0);
  return [
    `Đã kiểm tra ${units.length} đơn vị: ${found}. Chưa ghi tệp nào.`,
    ...(ready.length === 0
      ? []
      : [
          `Bỏ --dry-run rồi chạy lại thì được ${files} tệp${faulty > 0 ? ` của ${ready.length} đơn vị kia` : ''} trong thư mục "${folder}".`,
        ]),
  ];
}

/** What the clerk does next where units could not be made; `folder` as people see it. */
export function nextWords(units: readonly Unit[], folder: string): readonly string[] {
  const failed = units.some(({ state }) => state === 'failed');
  return [
    `Thư mục kết quả: "${folder}"; xem từng đơn vị trong report.csv ở đó.`,
    ...(failed ? ['Sửa các chỗ sai rồi chạy lại đúng lệnh này: đơn vị đã làm xong không làm lại.'] : []),
  ];
}

/** Archives and volumes of earlier runs that this one changed papers of and did not make anew. */
export function staleBundles(
  state: Pick<JournalState, 'bundles'>,
  units: readonly Unit[],
  made: readonly string[],
): readonly string[] {
  if (!units.some((unit) => unit.state === 'made')) return [];
  const paths = [...state.bundles()].flatMap(({ files }) => files.map(({ path }) => path));
  const present = new Set(made);
  return paths.filter((path) => !present.has(path));
}

/** Archives and volumes hold what this run was asked for, and those of earlier runs what was then. */
export function bundleWords(state: {
  /** Below the output folder. */
  readonly written: readonly string[];
  /** Of earlier runs, that this one was not asked for although it wrote papers. */
  readonly stale: readonly string[];
  readonly isWhole: boolean;
  readonly units: number;
}): readonly string[] {
  const { written, stale, isWhole, units } = state;
  return [
    ...(written.length > 0 && !isWhole
      ? [`${listOf(written)} chỉ có ${units} đơn vị của lần chạy này, không phải cả bảng.`]
      : []),
    ...(stale.length > 0
      ? [
          `${listOf(stale)} là của lần trước, chưa có thay đổi lần này; cần thì thêm --zip, --merge như lần trước.`,
        ]
      : []),
  ];
}

const MOST_NAMED = 3;

const listOf = (paths: readonly string[]): string =>
  paths.slice(0, MOST_NAMED).join(', ') +
  (paths.length > MOST_NAMED ? ` và ${paths.length - MOST_NAMED} tệp khác` : '');
