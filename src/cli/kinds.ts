import { hasErrors } from '../diagnostic/diagnostic.js';
import type { ExitCode } from './io.js';
import type { Run } from './run.js';

/** `thethuc kinds`: a kind a line, slug and display name. */
export async function runKinds({ line, io, press, reporter }: Run): Promise<ExitCode> {
  const kinds = await press.kinds(line.values.templates);
  reporter.add(kinds.diagnostics);
  if (!kinds.value || hasErrors(kinds.diagnostics)) return 2;
  const width = Math.max(...kinds.value.map((kind) => kind.slug.length));
  for (const kind of kinds.value) io.stdout(`${kind.slug.padEnd(width)}  ${kind.name}\n`);
  return 0;
}
