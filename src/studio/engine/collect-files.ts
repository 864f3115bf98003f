import { type CollectedFile, collectForms } from '../../collect/collect-forms.js';
import { readFilledForm } from '../../collect/read-filled-form.js';
import { writeTable } from '../../table/write-table.js';
import type { Collected, NamedFile } from '../protocol.js';
import { toProblems } from './problems.js';

const TABLE_NAME = 'tong-hop';

/** The values of filled forms in one table, a row a file; a file that cannot be read is a row with its reason. */
export async function collectFiles(files: readonly NamedFile[]): Promise<Collected> {
  const collected: CollectedFile[] = [];
  for (const { name, bytes } of files) {
    const { value, diagnostics } = await readFilledForm(name, bytes);
    collected.push({ file: name, diagnostics, ...(value && { form: value }) });
  }
  const { rows, diagnostics } = collectForms(collected);
  const problems = toProblems(diagnostics, {
    file: '',
    pathOf: () => undefined,
    textOf: () => undefined,
  });
  return {
    rows: rows.map((row) => row.map(String)),
    problems,
    xlsx: { name: `${TABLE_NAME}.xlsx`, bytes: writeTable(rows, 'xlsx') },
    csv: { name: `${TABLE_NAME}.csv`, bytes: writeTable(rows, 'csv') },
  };
}
