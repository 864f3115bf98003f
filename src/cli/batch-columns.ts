import type { Column } from '../batch/columns.js';
import { changesIssuer, readTableColumns } from '../batch/table-columns.js';
import { unknownPatternNames } from '../batch/unit-names.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { BatchSource } from './batch-source.js';
import type { BatchWishes } from './batch-wishes.js';
import type { Run } from './run.js';

/** What the columns of the table mean; none for forms of their own. Undefined where a head is not understood. */
export async function readBatchColumns(
  run: Run,
  source: BatchSource,
  wishes: BatchWishes,
): Promise<readonly Column[] | undefined> {
  const { line, press, reporter } = run;
  const kinds = await press.kinds(line.values.templates);
  const fonts = await press.fonts(line.values.fonts);
  reporter.add([...kinds.diagnostics, ...fonts.diagnostics]);
  if (kinds.value === undefined || fonts.value === undefined || hasErrors(reporter.findings))
    return undefined;
  reporter.note(`Phông: ${fonts.value.source}`);
  if (source.type === 'forms') return [];
  const fields = press.fieldsOfForm(source.form.source, kinds.value);
  reporter.add(fields.diagnostics);
  if (fields.value === undefined) return undefined;
  const columns = readTableColumns(source.table, fields.value, wishes.pattern);
  reporter.add(columns.diagnostics);
  if (columns.value === undefined) {
    reporter.conclude('Chưa ghi tệp nào. Sửa tên cột rồi chạy lại.');
    return undefined;
  }
  const unknown =
    wishes.pattern === undefined ? [] : unknownPatternNames(wishes.pattern, columns.value, fields.value);
  reporter.add(unknown);
  if (changesIssuer(columns.value)) reporter.add(press.namesLeftIn(source.form.source, kinds.value));
  return unknown.length > 0 ? undefined : columns.value;
}
