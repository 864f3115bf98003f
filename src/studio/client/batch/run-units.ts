import type { Engine, NamedFile, Problem, TableRequest, TableUnit } from '../../protocol.js';

/** How far a run over the units of a table is. */
export interface UnitsRun {
  readonly done: number;
  readonly total: number;
  readonly files: readonly NamedFile[];
  readonly problems: readonly Problem[];
  readonly isRunning: boolean;
  /** Rows that are still to be made, in their order. */
  readonly left: readonly number[];
}

/** So few at once that the bar moves and a stop is felt. */
const AT_ONCE = 4;

export const startOfRun = (units: readonly TableUnit[]): UnitsRun => {
  const left = units.filter(({ isFaulty }) => !isFaulty).map(({ row }) => row);
  return { done: 0, total: left.length, files: [], problems: [], isRunning: false, left };
};

/** Makes what is left until all is done or `signal` says stop; tells every step. */
export async function runUnits(
  engine: Pick<Engine, 'makeUnits'>,
  request: TableRequest,
  start: UnitsRun,
  signal: AbortSignal,
  tell: (run: UnitsRun) => void,
): Promise<UnitsRun> {
  let run: UnitsRun = { ...start, isRunning: true };
  tell(run);
  while (run.left.length > 0 && !signal.aborted) {
    const rows = run.left.slice(0, AT_ONCE);
    const made = await engine.makeUnits({ ...request, rows });
    run = {
      ...run,
      done: run.done + rows.length,
      files: [...run.files, ...made.flatMap(({ files }) => files)],
      problems: [...run.problems, ...made.flatMap(({ problems }) => problems)],
      left: run.left.slice(AT_ONCE),
    };
    tell(run);
  }
  run = { ...run, isRunning: false };
  tell(run);
  return run;
}
