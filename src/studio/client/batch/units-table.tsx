import type { TableUnit } from '../../protocol.js';
import { sentences } from '../parts/sentence.js';
import type { RowProblem } from './row-problems.js';

interface UnitsTableProps {
  readonly units: readonly TableUnit[];
  readonly problems: ReadonlyMap<number, readonly RowProblem[]>;
}

/** Every unit of the table, with what is to be looked at in its row, cell by cell. */
export function UnitsTable({ units, problems }: UnitsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-place" aria-label="Các đơn vị trong bảng" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Dòng</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ row, unit, stem, isFaulty }) => (
            <tr key={row} className={isFaulty ? 'faulty' : undefined}>
              <td>{row}</td>
              <td>
                {unit}
                {stem !== '' && <span className="under small soft">{stem}</span>}
              </td>
              <td>
                <RowState isFaulty={isFaulty} found={problems.get(row) ?? []} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RowState({
  isFaulty,
  found,
}: {
  readonly isFaulty: boolean;
  readonly found: readonly RowProblem[];
}) {
  return (
    <>
      {isFaulty ? 'Sai, không tạo được' : found.length > 0 ? 'Tạo được, có điểm cần xem' : 'Được'}
      {found.map(({ cell, problem: { message, hints } }) => (
        <span key={`${cell} ${message}`} className="under small">
          Ô <b>{cell}</b>: {sentences([message, ...hints])}
        </span>
      ))}
    </>
  );
}
