import { hasErrors } from '../diagnostic/diagnostic.js';
import { writeCalendar } from '../fact/calendar.js';
import type { DueItem } from '../fact/deadline-list.js';
import { deadlineForm, deadlineLines, deadlineRows } from '../fact/deadline-table.js';
import { type FactSheet, readFactSheet } from '../fact/fact-sheet.js';
import type { FontSet } from '../font/font.js';
import { writeTable } from '../table/write-table.js';
import type { ExitCode } from './io.js';
import { loadFiles } from './load-files.js';
import type { PressKind } from './press.js';
import { propertyDate } from './property-date.js';
import { type NamedSource, readSources } from './read-sources.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';
import { usageError } from './usage-error.js';

const FORMATS = ['ics', 'csv', 'xlsx', 'docx', 'pdf'] as const;
type DeadlineFormat = (typeof FORMATS)[number];

/**
 * `thethuc deadlines`: what is to be done until when, as forms or finished papers of ours say it: a calendar, a table, half a
 * page for each level, or without -o a line each on the screen.
 */
export async function runDeadlines(run: Run): Promise<ExitCode> {
  const { io, line, press, reporter } = run;
  const { output } = line.values;
  const format = output === undefined ? undefined : formatOf(output);
  if (output !== undefined && format === undefined) {
    const message = `-o "${output}" không phải tệp ${FORMATS.map((one) => `.${one}`).join(', ')}`;
    reporter.add([
      usageError('deadlines-target', message, 'Ghi như: thethuc deadlines ke-hoach.yaml -o nhac-han.ics'),
    ]);
    return 2;
  }
  const sources = await readSources(run);
  const kinds = await press.kinds(line.values.templates);
  const fonts = await press.fonts(line.values.fonts);
  reporter.add([...sources.diagnostics, ...kinds.diagnostics, ...fonts.diagnostics]);
  if (!sources.value || !kinds.value || !fonts.value || hasErrors(reporter.findings)) return 2;
  const tools: Tools = { kinds: kinds.value, fonts: fonts.value };
  const sheets: FactSheet[] = [];
  for (const source of sources.value) sheets.push(...(await sheetsOf(source, tools, run)));
  const items = sheets.flatMap((sheet) => press.deadlinesOf(sheet, tools.kinds));
  if (items.length === 0) {
    if (!hasErrors(reporter.findings))
      reporter.add([
        usageError(
          'no-deadlines',
          'Không có thời hạn nào trong các tệp này',
          'Ghi thời hạn vào ô "Hạn" của biểu mẫu',
        ),
      ]);
    return 2;
  }
  if (output === undefined || format === undefined) {
    io.stdout(`${deadlineLines(items).join('\n')}\n`);
    return hasErrors(reporter.findings) ? 1 : 0;
  }
  const path = io.path.resolve(io.cwd, output);
  if (sources.value.some(({ form }) => form === path)) {
    reporter.add([
      usageError('overwrites', `-o "${output}" sẽ ghi đè lên tệp đang đọc`, 'Đặt tên khác sau -o'),
    ]);
    return 2;
  }
  await press.host.writeFile(path, await bytesOf(items, format, tools, run));
  io.stdout(`${shownPath(path, io)}\n`);
  reporter.note(summaryOf(items, format));
  return hasErrors(reporter.findings) ? 1 : 0;
}

interface Tools {
  readonly kinds: readonly PressKind[];
  readonly fonts: FontSet;
}

const formatOf = (output: string): DeadlineFormat | undefined =>
  FORMATS.find((format) => output.toLowerCase().endsWith(`.${format}`));

/** The facts of a form's papers, or those that a finished paper carries. */
async function sheetsOf(
  named: NamedSource,
  { kinds, fonts }: Tools,
  run: Run,
): Promise<readonly FactSheet[]> {
  const { press, reporter } = run;
  const carried = await press.readFacts(named.source.file, named.source.bytes);
  if (carried !== undefined) {
    // Here the file is all that there is to read.
    reporter.add(
      carried.diagnostics.map((finding) =>
        carried.value === undefined ? { ...finding, severity: 'error' as const } : finding,
      ),
    );
    return carried.value === undefined ? [] : [carried.value];
  }
  const { source } = await loadFiles(named, kinds, run);
  const made = press.compile(source, kinds, fonts, { split: true });
  reporter.add(made.diagnostics);
  return (made.value ?? []).flatMap((paper) => readFactSheet(paper.facts()).value ?? []);
}

async function bytesOf(
  items: readonly DueItem[],
  format: DeadlineFormat,
  { kinds, fonts }: Tools,
  { press, io, line, reporter }: Run,
): Promise<Uint8Array> {
  switch (format) {
    case 'ics':
      return writeCalendar(items);
    case 'csv':
    case 'xlsx':
      return writeTable(deadlineRows(items), format);
    case 'docx':
    case 'pdf': {
      const form = new TextEncoder().encode(deadlineForm(items));
      const made = press.compile({ file: 'nhac-han.json', bytes: form }, kinds, fonts);
      const [paper] = made.value ?? [];
      if (paper === undefined) throw new Error(`No deadline sheet: ${JSON.stringify(made.diagnostics)}`);
      const date = propertyDate(line.values.now, io.env['SOURCE_DATE_EPOCH']);
      reporter.add(date.diagnostics);
      const now = date.value?.now;
      const [bytes] = await paper.write(format, { bare: true, ...(now === undefined ? {} : { now }) });
      if (bytes === undefined) throw new Error('No file');
      return bytes;
    }
  }
}

function summaryOf(items: readonly DueItem[], format: DeadlineFormat): string {
  const undated = items.filter(({ last }) => last === undefined);
  const left = format === 'ics' ? undated : [];
  const typed = left.map((item) => `"${item.typed}"`).join(', ');
  const rest =
    left.length === 0 ? '' : `; ${left.length} thời hạn không có ngày cụ thể nên không vào lịch: ${typed}`;
  return `Đã ghi ${items.length - left.length} thời hạn${rest}`;
}
