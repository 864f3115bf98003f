import { paperName } from '../batch/paper-name.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { findKind } from './find-kind.js';
import type { ExitCode } from './io.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';
import { writeText } from './write-text.js';

/** `thethuc new MẪU [-o TỆP]`: a complete form to change; "ke-hoach.yaml" unless -o says otherwise. Never overwrites. */
export async function runNew(run: Run): Promise<ExitCode> {
  const { line, press, reporter, io } = run;
  const kinds = await press.kinds(line.values.templates);
  reporter.add(kinds.diagnostics);
  if (!kinds.value || hasErrors(kinds.diagnostics)) return 2;
  const kind = findKind(line.operands[0] ?? '', kinds.value);
  reporter.add(kind.diagnostics);
  if (!kind.value) return 2;
  const { sample, name } = kind.value;
  if (line.values.output === '-') {
    io.stdout(sample);
    return 0;
  }
  const file = `${paperName({ number: '', symbol: '', subject: name })}.yaml`;
  const written = await writeText(run, line.values.output ?? file, {
    name: file,
    text: sample,
    mayReplace: () => false,
  });
  if (written === undefined) return 2;
  // A kind of the user's own is found only where its folder is named.
  const folder = line.values.templates;
  const own = folder === undefined ? '' : ` --templates ${quoted(shownPath(folder, io))}`;
  reporter.note(`Điền tệp này rồi chạy: thethuc render ${quoted(written)}${own}`);
  const schema = `thethuc schema ${kind.value.slug} -o ${kind.value.slug}.schema.json${own}`;
  reporter.note(`Để trình soạn thảo gợi ý khi điền: ${schema}`);
  return 0;
}

const quoted = (text: string): string => (/\s/.test(text) ? `"${text}"` : text);
