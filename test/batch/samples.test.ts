import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readColumns } from '../../src/batch/columns.js';
import { openBatchTable } from '../../src/batch/open-batch-table.js';
import { createNodePress } from '../../src/cli/node-press.js';
import { readTable } from '../../src/table/read-table.js';
import { writeTable } from '../../src/table/write-table.js';

const sample = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
const textsOf = (name: string): readonly (readonly string[])[] => {
  const { value, diagnostics } = readTable(name, readFileSync(sample(name)));
  expect(diagnostics).toEqual([]);
  const rows = value!.rows.map((row) => row.map(({ text }) => text));
  const width = rows[0]!.length;
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
};

describe('the table of unions among the samples', () => {
  const [head, ...rows] = textsOf('cong-doan.csv');
  const column = (name: string): readonly string[] => rows.map((row) => row[head!.indexOf(name)]!);

  it('has 30 unions of every sort, each once', () => {
    expect(rows).toHaveLength(30);
    for (const name of ['Mã', 'Cơ quan ban hành', 'Người ký.Họ tên'])
      expect(new Set(column(name)).size).toBe(30);
    for (const sort of [/^Công đoàn xã /, /^Công đoàn phường /, /^Công đoàn cơ sở Công ty /])
      expect(column('Cơ quan ban hành').filter((name) => sort.test(name)).length).toBeGreaterThan(5);
    expect(column('Trích yếu').filter((text) => text !== '').length).toBeGreaterThan(3);
    expect(column('Nơi nhận').every((text) => text.split('\n').length > 2)).toBe(true);
  });

  // GOLDEN=update makes both files again from what the CSV says.
  test.each(['csv', 'xlsx'] as const)('is the same as %s', (format) => {
    const made = writeTable([head!, ...rows], format);
    if (process.env['GOLDEN'] === 'update') writeFileSync(sample(`cong-doan.${format}`), made);
    expect(Buffer.compare(readFileSync(sample(`cong-doan.${format}`)), made)).toBe(0);
    expect(textsOf(`cong-doan.${format}`)).toEqual([head, ...rows]);
  });

  it('has columns that the dossier among the samples knows, and rows that a table of units may have', async () => {
    const press = createNodePress();
    const kinds = await press.kinds(undefined);
    const form = { file: 'bo-hoi-nghi-co-so.yaml', bytes: readFileSync(sample('bo-hoi-nghi-co-so.yaml')) };
    const fields = press.fieldsOfForm(form, kinds.value!);
    const table = openBatchTable('cong-doan.xlsx', readFileSync(sample('cong-doan.xlsx')));
    const columns = readColumns(table.value!.head, table.value!, fields.value!, []);
    expect([fields, table, columns].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(columns.value!.filter(({ type }) => type === 'field')).toHaveLength(14);
    const found: unknown[] = [];
    expect([...table.value!.rows((finding) => found.push(finding))]).toHaveLength(30);
    expect(found).toEqual([]);
  });
});
