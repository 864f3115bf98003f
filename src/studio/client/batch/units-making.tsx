import { useEffect } from 'react';
import type { TableRequest, TableUnit } from '../../protocol.js';
import { useWarnOnClose } from '../parts/use-warn-on-close.js';
import { useStudio } from '../studio-context.js';
import { ProblemList } from '../workplace/problem-list.js';
import type { UnitsRun } from './run-units.js';
import { type Making, useUnitsRun } from './use-units-run.js';

interface UnitsMakingProps {
  readonly request: Pick<TableRequest, 'source' | 'table'>;
  readonly units: readonly TableUnit[];
  /** Of the archive. */
  readonly name: string;
  readonly isShown: boolean;
  /** Whether something would be lost with the run. */
  readonly onStake: (isAtStake: boolean) => void;
}

const FORMATS = [
  { key: 'docx', label: 'Tệp Word' },
  { key: 'pdf', label: 'Tệp PDF' },
] as const;

/** Makes the papers of all units that can be made: stopped, gone on with, taken away as one archive. */
export function UnitsMaking({ request, units, name, isShown, onStake }: UnitsMakingProps) {
  const making = useUnitsRun(request, units, name);
  const { run, isAtStake, formats, setFormats } = making;
  useWarnOnClose(isAtStake);
  useEffect(() => onStake(isAtStake), [isAtStake, onStake]);
  useSaidElsewhere(run, isAtStake, isShown);
  const hasBegun = run.done > 0;
  if (run.total === 0) return null;
  return (
    <div className="making">
      <LeftOut units={units} />
      <fieldset className="row" disabled={hasBegun || run.isRunning}>
        <legend className="only-heard">Loại tệp</legend>
        {FORMATS.map(({ key, label }) => (
          <label key={key} className="check">
            <input
              type="checkbox"
              checked={formats.includes(key)}
              onChange={({ target }) =>
                setFormats(target.checked ? [...formats, key] : formats.filter((one) => one !== key))
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Steps making={making} />
      {(run.isRunning || hasBegun) && <Progress run={run} />}
      {run.problems.length > 0 && <ProblemList problems={run.problems} />}
    </div>
  );
}

/** What can be done next. */
function Steps({ making }: { readonly making: Making }) {
  const { run, formats } = making;
  const hasBegun = run.done > 0;
  const isDone = run.left.length === 0 && hasBegun;
  return (
    <div className="row">
      {!run.isRunning && !isDone && (
        <button
          type="button"
          className="button main"
          disabled={formats.length === 0}
          onClick={() => void making.go()}
        >
          {hasBegun ? 'Làm tiếp' : `Tạo cho ${run.total} đơn vị`}
        </button>
      )}
      {run.isRunning && (
        <button type="button" className="button" onClick={making.stop}>
          Dừng
        </button>
      )}
      {run.files.length > 0 && !run.isRunning && (
        <button
          type="button"
          className={isDone ? 'button main' : 'button'}
          onClick={() => void making.take()}
        >
          Tải về ({run.files.length} tệp, nén ZIP)
        </button>
      )}
      {hasBegun && !run.isRunning && (
        <button type="button" className="button quiet" onClick={making.restart}>
          Làm lại từ đầu
        </button>
      )}
    </div>
  );
}

/** Who is elsewhere on the page is told that the run is kept, and when it is over. */
function useSaidElsewhere({ isRunning, left }: UnitsRun, isAtStake: boolean, isShown: boolean): void {
  const { store } = useStudio();
  const isDone = left.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the view is left, and when the run ends
  useEffect(() => {
    if (isShown || !isAtStake) return;
    const what = isRunning ? 'Vẫn đang tạo cho các đơn vị' : isDone ? 'Đã tạo xong cho các đơn vị' : STOPPED;
    const text = `${what}, các tệp chưa tải về. Mở lại “Tạo cho nhiều đơn vị” để lấy.`;
    store.dispatch({ type: 'noticed', text });
    return () => {
      if (store.get().notice?.text === text) store.dispatch({ type: 'notice-gone' });
    };
  }, [isShown, isRunning]);
}

const STOPPED = 'Việc tạo cho các đơn vị đang dừng dở';

/** So many rows are named. */
const MOST_NAMED = 10;

/** Which units get no files, and what to do about it. */
function LeftOut({ units }: Pick<UnitsMakingProps, 'units'>) {
  const rows = units.filter(({ isFaulty }) => isFaulty).map(({ row }) => row);
  if (rows.length === 0) return null;
  const named = rows.slice(0, MOST_NAMED).join(', ');
  return (
    <p>
      Chưa tạo cho {rows.length} đơn vị còn sai (dòng {named}
      {rows.length > MOST_NAMED && '…'}). Sửa trong bảng, lưu lại, rồi thả bảng vào bước 2 lần nữa.
    </p>
  );
}

function Progress({ run: { done, total, isRunning } }: { readonly run: UnitsRun }) {
  return (
    <div className="progress">
      <progress max={total} value={done} aria-label="Số đơn vị đã tạo" />
      <span role="status">
        {done}/{total} đơn vị{isRunning ? '…' : done < total ? ', đang dừng' : ', xong'}
      </span>
    </div>
  );
}
