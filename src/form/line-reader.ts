import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { type Line, splitLines } from './lines.js';

/** The lines of a form file and how far they have been read. */
export interface LineReader {
  readonly file: string;
  readonly source: string;
  readonly lines: Line[];
  /** Index of the line to be read next. */
  at: number;
  readonly diagnostics: Diagnostic[];
  /** Index of the last line that a tab indents; of the next one it need not be said again. */
  lastTab: number;
}

export function createLineReader(file: string, source: string): LineReader {
  return { file, source, lines: splitLines(source), at: 0, diagnostics: [], lastTab: -2 };
}

/** The next line that is neither blank nor a comment; undefined at the end of the file. Lines before it are read. */
export function nextLine(reader: LineReader): Line | undefined {
  for (; reader.at < reader.lines.length; reader.at++) {
    const line = reader.lines[reader.at]!;
    if (line.blank || reader.source[line.content] === '#') continue;
    warnOfTab(reader, line, reader.at);
    return line;
  }
  return undefined;
}

/** What stands on the line, from its first character. */
export const textOf = (reader: LineReader, line: Line): string => reader.source.slice(line.content, line.end);

/** The rest of the current line is read as a line of its own, in its column ("- Kiểu: …" as "  Kiểu: …"). */
export function narrowLine(reader: LineReader, content: number): void {
  const line = reader.lines[reader.at]!;
  const indent = line.indent + (content - line.content);
  reader.lines[reader.at] = { ...line, content, indent, spaces: indent, blank: content >= line.end };
}

export function report(
  reader: LineReader,
  finding: Omit<Diagnostic, 'severity' | 'place'> & { severity?: Diagnostic['severity'] },
  start: number,
  end: number,
): void {
  reader.diagnostics.push({ severity: 'error', ...finding, place: { file: reader.file, start, end } });
}

/** A tab as indentation is said once for lines that follow each other; so is a no-break space, which looks like a space. */
export function warnOfTab(reader: LineReader, line: Line, index: number): void {
  if (line.start + line.spaces >= line.content) return;
  const repeated = index === reader.lastTab + 1 || index === reader.lastTab;
  reader.lastTab = index;
  if (repeated) return;
  const tab = reader.source.slice(line.start, line.content).includes('\t');
  report(
    reader,
    {
      code: 'form/tab-indentation',
      message: `Dòng thụt vào bằng ${tab ? 'phím Tab' : 'dấu cách cứng'}; tệp biểu mẫu chỉ thụt vào bằng dấu cách`,
      hints: [
        `Thay mỗi ${tab ? 'dấu Tab ở đầu dòng bằng 2 dấu cách' : 'dấu cách cứng ở đầu dòng bằng một dấu cách'}`,
      ],
    },
    line.start + line.spaces,
    line.content,
  );
}
