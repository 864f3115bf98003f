import { folderPath } from './output-plan.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';
import { usageError } from './usage-error.js';

/** Writes one file to `-o`: a file, or `name` in a folder. Says where on stdout and returns it; undefined when refused. */
export async function writeText(
  run: Run,
  output: string,
  content: {
    readonly name: string;
    readonly text: string | Uint8Array;
    readonly mayReplace: (old: string) => boolean;
  },
): Promise<string | undefined> {
  const { io, press, reporter } = run;
  const isFolder = /[/\\]$/.test(output) || (await isExistingFolder(run, output));
  const path = isFolder
    ? io.path.join(folderPath(output, io), content.name)
    : io.path.resolve(io.cwd, output);
  const old = await press.host.readFile(path);
  if (old && !content.mayReplace(new TextDecoder().decode(old))) {
    const message = `Đã có tệp "${shownPath(path, io)}", chương trình không ghi đè lên`;
    reporter.add([usageError('file-exists', message, 'Ghi tên khác sau -o, hoặc tự xóa tệp cũ trước')]);
    return undefined;
  }
  const { text } = content;
  await press.host.writeFile(path, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const shown = shownPath(path, io);
  io.stdout(`${shown}\n`);
  return shown;
}

/** Does a folder stand at this path, as typed? */
export async function isExistingFolder({ press, io }: Run, typed: string): Promise<boolean> {
  try {
    return (await press.host.listFolder(io.path.resolve(io.cwd, typed))) !== undefined;
  } catch {
    return false; // A file; what else is wrong with the path shows when it is written.
  }
}
