import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { ExitCode } from './io.js';
import type { PressKind } from './press.js';
import type { Run } from './run.js';

/**
 * `thethuc kinds`: a kind a line, slug and display name. With `--templates` it also makes the sample of every kind in that
 * folder: who writes kinds sees all that is wrong with them at once.
 */
export async function runKinds(run: Run): Promise<ExitCode> {
  const { line, io, press, reporter } = run;
  const kinds = await press.kinds(line.values.templates);
  reporter.add(kinds.diagnostics);
  if (!kinds.value || hasErrors(kinds.diagnostics)) return 2;
  const width = Math.max(...kinds.value.map((kind) => kind.slug.length));
  for (const kind of kinds.value) io.stdout(`${kind.slug.padEnd(width)}  ${kind.name}\n`);
  if (line.values.templates === undefined) return 0;
  return checkSamples(run, kinds.value, kinds.diagnostics.length > 0);
}

/** `isDoubtful`: something of the kinds themselves is to be looked at already. */
async function checkSamples(run: Run, kinds: readonly PressKind[], isDoubtful: boolean): Promise<ExitCode> {
  const { press, reporter } = run;
  const fonts = await press.fonts('bundled');
  if (!fonts.value) throw new Error('The fonts of the program are not there');
  const own = kinds.filter((kind) => kind.sampleFile !== undefined);
  const found: Diagnostic[] = [];
  for (const kind of own) {
    const source = { file: kind.sampleFile ?? '', bytes: new TextEncoder().encode(kind.sample) };
    const made = press.compile(source, kinds, fonts.value);
    found.push(...made.diagnostics);
    if (!made.value && !hasErrors(made.diagnostics))
      throw new Error(`${kind.slug} says nothing of its fault`);
  }
  reporter.add(found);
  const names = own.map((kind) => `"${kind.name}"`).join(', ');
  if (found.length === 0 && !isDoubtful)
    reporter.note(`Đã làm thử sample.yaml của ${names}: không có điểm nào cần xem`);
  else reporter.conclude(`Đã làm thử sample.yaml của ${names}. Sửa các chỗ trên rồi kiểm tra lại.`);
  return hasErrors(found) ? 2 : 0;
}
