import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { decodeText } from '../vietnamese/decode-text.js';
import { normalise } from '../vietnamese/normalise.js';
import { gatherFindings, sayable } from './batch-findings.js';
import type { BatchSource } from './batch-source.js';
import type { Unit } from './batch-unit.js';
import type { Run } from './run.js';

/** Tells what was found in the units of a run, each finding once: what was told after the check is not told at the end again. */
export interface Saying {
  /** Gives the new findings to the reporter; `atOnce`: people read them now and not at the end of the run. */
  readonly say: (units: readonly Unit[], options?: { readonly atOnce: boolean }) => Promise<void>;
}

export function createSaying(run: Run, source: BatchSource): Saying {
  const { reporter } = run;
  const table = source.type === 'table' ? source.table.file : undefined;
  const told = new Set<string>();
  return {
    say: async (units, { atOnce } = { atOnce: false }) => {
      const found = gatherFindings(units, table).filter((finding) => !told.has(keyOf(finding)));
      for (const finding of found) told.add(keyOf(finding));
      const { said, left } = sayable(found, reporter.style);
      await rememberTexts(run, said);
      reporter.add(said);
      if (left > 0)
        reporter.conclude(`Còn ${left} điểm nữa không kể ra ở đây; sửa các điểm trên rồi chạy lại sẽ thấy`);
      if (atOnce) reporter.sayNow();
    },
  };
}

const keyOf = ({ code, message, place }: Diagnostic): string => JSON.stringify([code, message, place]);

/** Forms are read by the worker processes; what is said of them shows their lines. */
async function rememberTexts({ io, press }: Run, said: readonly Diagnostic[]): Promise<void> {
  const files = new Set(
    said.flatMap(({ place }) => (place !== undefined && 'start' in place ? [place.file] : [])),
  );
  for (const file of files) {
    if (press.textOf(file) !== undefined) continue;
    const bytes = await press.host.readFile(io.path.resolve(io.cwd, file)).catch(() => undefined);
    const text = bytes && decodeText(bytes, file).value;
    if (text !== undefined) press.rememberText(file, normalise(text).text);
  }
}
