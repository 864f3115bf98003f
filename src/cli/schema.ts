import { hasErrors } from '../diagnostic/diagnostic.js';
import { findKind } from './find-kind.js';
import type { ExitCode } from './io.js';
import type { Run } from './run.js';
import { writeText } from './write-text.js';

/** `thethuc schema MẪU [-o TỆP]`: the JSON Schema of a kind's form; it may replace an older one, and nothing else. */
export async function runSchema(run: Run): Promise<ExitCode> {
  const { line, press, reporter, io } = run;
  const kinds = await press.kinds(line.values.templates);
  reporter.add(kinds.diagnostics);
  if (!kinds.value || hasErrors(kinds.diagnostics)) return 2;
  const kind = findKind(line.operands[0] ?? '', kinds.value);
  reporter.add(kind.diagnostics);
  if (!kind.value) return 2;
  const text = `${JSON.stringify(press.schema(kind.value), undefined, 2)}\n`;
  const output = line.values.output;
  if (output === undefined || output === '-') {
    io.stdout(text);
    return 0;
  }
  const written = await writeText(run, output, {
    name: `${kind.value.slug}.schema.json`,
    text,
    mayReplace: isSchema,
  });
  return written === undefined ? 2 : 0;
}

/** Not a form in JSON, which may name its schema too. */
const isSchema = (text: string): boolean => /"\$schema":\s*"https?:\/\/json-schema\.org/.test(text);
