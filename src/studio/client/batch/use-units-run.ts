import { useEffect, useRef, useState } from 'react';
import type { TableRequest, TableUnit } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { downloadFiles, saidOfDownload } from '../desk/download.js';
import { useStudio } from '../studio-context.js';
import { runUnits, startOfRun, type UnitsRun } from './run-units.js';

type Format = TableRequest['formats'][number];

export interface Making {
  readonly run: UnitsRun;
  /** It runs, or has made files that were not taken away: something would be lost with it. */
  readonly isAtStake: boolean;
  readonly formats: readonly Format[];
  readonly setFormats: (formats: readonly Format[]) => void;
  /** Begins, or goes on. */
  readonly go: () => Promise<void>;
  readonly stop: () => void;
  readonly take: () => Promise<void>;
  readonly restart: () => void;
}

/** A run over the units of a table; `name` is that of the archive. */
export function useUnitsRun(
  request: Pick<TableRequest, 'source' | 'table'>,
  units: readonly TableUnit[],
  name: string,
): Making {
  const { engine, store } = useStudio();
  const [formats, setFormats] = useState<readonly Format[]>(['docx', 'pdf']);
  const [run, setRun] = useState<UnitsRun>(() => startOfRun(units));
  const [taken, setTaken] = useState(0);
  const control = useRef<AbortController | undefined>(undefined);
  // Nobody is there any more to take what would be made.
  useEffect(() => () => control.current?.abort(), []);
  const go = async (): Promise<void> => {
    const begun = new AbortController();
    control.current = begun;
    try {
      await runUnits(engine, { ...request, formats }, run, begun.signal, setRun);
    } catch (cause) {
      setRun((at) => ({ ...at, isRunning: false }));
      sayFailure(store, cause);
    }
  };
  const take = async (): Promise<void> => {
    try {
      const archive = await engine.zip(run.files, `${name}.zip`);
      downloadFiles([archive]);
      setTaken(run.files.length);
      store.dispatch({ type: 'noticed', text: saidOfDownload([archive]) });
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  const restart = (): void => {
    setTaken(0);
    setRun(startOfRun(units));
  };
  return {
    run,
    isAtStake: run.isRunning || run.files.length > taken,
    formats,
    setFormats,
    go,
    stop: () => control.current?.abort(),
    take,
    restart,
  };
}
