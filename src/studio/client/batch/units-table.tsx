import { useState } from 'react';
import type { TableUnit } from '../../protocol.js';
import { sentences } from '../parts/sentence.js';
import type { RowProblem } from './row-problems.js';

interface UnitsTableProps {
  readonly units: readonly TableUnit[];
  readonly problems: ReadonlyMap<number, readonly RowProblem[]>;
}

/** So few are seen at a glance. */
const FEW = 8;

/** Every unit of the table, with what is to be looked at in its row, cell by cell; those few alone where it is long. */
export function UnitsTable({ units, problems }: UnitsTableProps) {
  const marked = units.filter(({ row, isFaulty }) => isFaulty || problems.has(row));
  const isLong = units.length > FEW && marked.length > 0 && marked.length < units.length;
  const [isShort, setShort] = useState(isLong);
  return (
    <>
      {isLong && (
        <fieldset className="row choices">
          <legend className="only-heard">Xem các dòng</legend>
          <Choice label={`${marked.length} đơn vị cần xem`} isOn={isShort} onChoose={() => setShort(true)} />
          <Choice label={`Tất cả ${units.length} đơn vị`} isOn={!isShort} onChoose={() => setShort(false)} />
        </fieldset>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-place" aria-label="Các đơn vị trong bảng" tabIndex={0}>
        <table className="units">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Đơn vị</th>
              <th scope="col">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {(isShort ? marked : units).map((unit) => (
              <UnitRow key={unit.row} unit={unit} found={problems.get(unit.row) ?? []} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

const Choice = ({ label, isOn, onChoose }: ChoiceProps) => (
  <button type="button" className="button" aria-pressed={isOn} onClick={onChoose}>
    {label}
  </button>
);

interface UnitRowProps {
  readonly unit: TableUnit;
  readonly found: readonly RowProblem[];
}

function UnitRow({ unit: { row, unit, stem, isFaulty }, found }: UnitRowProps) {
  return (
    <tr className={isFaulty ? 'faulty' : undefined}>
      <td>{row}</td>
      <td>
        {unit}
        {stem !== '' && !isFaulty && <span className="under small soft stem">Tên tệp: {stem}</span>}
      </td>
      <td>
        {isFaulty ? 'Sai, chưa tạo được' : found.length > 0 ? 'Tạo được, có điểm cần xem' : 'Tạo được'}
        {found.map(({ cell, problem: { message, hints } }) => (
          <span key={`${cell} ${message}`} className="under small">
            Ô <b>{cell}</b>: {sentences([message, ...hints])}
          </span>
        ))}
      </td>
    </tr>
  );
}
