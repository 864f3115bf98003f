import type { NamedFile } from '../../protocol.js';
import { FilePicker } from '../parts/file-picker.js';
import { ProblemList } from '../workplace/problem-list.js';
import { problemsByRow } from './row-problems.js';
import { UnitsTable } from './units-table.js';
import type { OpenedTable } from './use-opened-table.js';

interface TableFoundProps {
  readonly opened: OpenedTable;
  /** Names of files that the form or the table names and that are not there. */
  readonly missing: readonly string[];
  readonly onGive: (files: readonly NamedFile[]) => void;
}

/** What the table came to over the form: how many units can be made, and what is in the way of the others. */
export function TableFound({ opened: { table, found }, missing, onGive }: TableFoundProps) {
  const { units, problems } = found;
  const { rows, others } = problemsByRow(problems, units, table.name);
  const faulty = units.filter(({ isFaulty }) => isFaulty).length;
  return (
    <>
      <p role="status">
        <b>{countOfUnits(units.length, faulty)}</b>
        {problems.length === 0 && ' Không có điểm nào cần xem.'}
      </p>
      {missing.length > 0 && (
        <div className="row">
          <p>
            Cần thêm tệp: {missing.slice(0, MOST_NAMED).join(', ')}
            {missing.length > MOST_NAMED && '…'}
          </p>
          <FilePicker label="Chọn các tệp đó…" name="Tệp kèm theo" accept="" isMultiple onFiles={onGive} />
        </div>
      )}
      {others.length > 0 && <ProblemList problems={others} />}
      {units.length > 0 && <UnitsTable units={units} problems={rows} />}
    </>
  );
}

const MOST_NAMED = 5;

function countOfUnits(all: number, faulty: number): string {
  if (all === 0) return 'Chưa đọc được đơn vị nào trong bảng.';
  if (faulty === 0) return `${all} đơn vị, tạo được tất cả.`;
  if (faulty === all) return `${all} đơn vị, chưa tạo được đơn vị nào: sửa những điểm sai dưới đây trước.`;
  return `${all} đơn vị: ${all - faulty} tạo được, ${faulty} còn sai phải sửa.`;
}
