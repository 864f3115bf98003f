import { useEffect, useRef, useState } from 'react';
import type { TableRequest, TableUnit } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { downloadFiles, saidOfDownload } from '../desk/download.js';
import { useStudio } from '../studio-context.js';
import { ProblemList } from '../workplace/problem-list.js';
import { runUnits, startOfRun, type UnitsRun } from './run-units.js';

interface UnitsMakingProps {
  readonly request: Pick<TableRequest, 'source' | 'table'>;
  readonly units: readonly TableUnit[];
  /** Of the archive. */
  readonly name: string;
}

const FORMATS = [
  { key: 'docx', label: 'Tệp Word' },
  { key: 'pdf', label: 'Tệp PDF' },
] as const;

/** Makes the papers of all units that can be made: stopped, gone on with, taken away as one archive. */
export function UnitsMaking({ request, units, name }: UnitsMakingProps) {
  const { engine, store } = useStudio();
  const [formats, setFormats] = useState<readonly ('docx' | 'pdf')[]>(['docx', 'pdf']);
  const [run, setRun] = useState<UnitsRun>(() => startOfRun(units));
  const stop = useRef<AbortController | undefined>(undefined);
  // Nobody is there any more to take what would be made.
  useEffect(() => () => stop.current?.abort(), []);
  const go = async (from: UnitsRun): Promise<void> => {
    const control = new AbortController();
    stop.current = control;
    try {
      await runUnits(engine, { ...request, formats }, from, control.signal, setRun);
    } catch (cause) {
      setRun((at) => ({ ...at, isRunning: false }));
      sayFailure(store, cause);
    }
  };
  const take = async (): Promise<void> => {
    try {
      const archive = await engine.zip(run.files, `${name}.zip`);
      downloadFiles([archive]);
      store.dispatch({ type: 'noticed', text: saidOfDownload([archive]) });
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  const hasBegun = run.done > 0;
  const isDone = run.left.length === 0 && hasBegun;
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
      <div className="row">
        {!run.isRunning && !isDone && (
          <button
            type="button"
            className="button main"
            disabled={formats.length === 0}
            onClick={() => void go(run)}
          >
            {hasBegun ? 'Làm tiếp' : `Tạo cho ${run.total} đơn vị`}
          </button>
        )}
        {run.isRunning && (
          <button type="button" className="button" onClick={() => stop.current?.abort()}>
            Dừng
          </button>
        )}
        {run.files.length > 0 && !run.isRunning && (
          <button type="button" className={isDone ? 'button main' : 'button'} onClick={() => void take()}>
            Tải về ({run.files.length} tệp, nén ZIP)
          </button>
        )}
        {hasBegun && !run.isRunning && (
          <button type="button" className="button quiet" onClick={() => setRun(startOfRun(units))}>
            Làm lại từ đầu
          </button>
        )}
      </div>
      {(run.isRunning || hasBegun) && <Progress run={run} />}
      {run.problems.length > 0 && <ProblemList problems={run.problems} />}
    </div>
  );
}

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
