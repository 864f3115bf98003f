import { expect, test } from 'vitest';
import { readColumns } from '../../src/batch/columns.js';
import type { Task } from '../../src/batch/job.js';
import { openBatchTable } from '../../src/batch/open-batch-table.js';
import { checkAll } from '../../src/cli/batch-check.js';
import type { TableSource } from '../../src/cli/batch-source.js';
import { namesOfUnit } from '../../src/cli/batch-unit.js';
import type { BatchWishes } from '../../src/cli/batch-wishes.js';
import type { WorkerPool } from '../../src/host-node/worker-pool.js';
import { bytesOf, FIELDS } from '../batch/tables.js';

const SHARDS = 3;

/** Says of every unit that it cannot be made: which are asked is all that counts. */
const pool = {
  run: async (tasks: Iterable<Task>, onResult: (task: Task, outcome: object) => void) => {
    for (const task of tasks) onResult(task, { type: 'failed', reason: 'threw', detail: '' });
  },
} as unknown as WorkerPool;

const progress = { start: () => {}, advance: () => {}, say: () => {}, stop: () => {} };

/** The keys of the units that are checked of a table with these keys. */
async function checked(keys: readonly string[], wishes: Partial<BatchWishes>): Promise<readonly string[]> {
  const lines = keys.map((key) => `${key};Công đoàn xã ${key}`);
  const table = openBatchTable('dv.csv', bytesOf(['Mã;Cơ quan ban hành', ...lines, ''].join('\n'))).value!;
  const columns = readColumns(table.head, table, FIELDS, []).value!;
  const source = { type: 'table', table, path: '/dv.csv' } as Partial<TableSource> as TableSource;
  const asked = { output: '/ra', isSelected: () => true, ...wishes } as BatchWishes;
  const { units } = await checkAll({ source, columns, wishes: asked, pool, progress });
  return units.map((unit) => namesOfUnit(unit).key);
}

const KEYS = Array.from({ length: 30 }, (_, index) => `cd-${index + 1}`);

test('each unit is made by one machine, by the same one wherever its row stands', async () => {
  const turned = [...KEYS.slice(7), ...KEYS.slice(0, 7)].reverse();
  const parts: string[] = [];
  for (let index = 1; index <= SHARDS; index += 1) {
    const shard = { index, count: SHARDS };
    const part = await checked(KEYS, { shard });
    expect(part.length).toBeGreaterThan(0);
    expect([...(await checked(turned, { shard }))].sort()).toEqual([...part].sort());
    parts.push(...part);
  }
  expect(parts.sort()).toEqual([...KEYS].sort());
});

test('only the rows that are asked for are checked, in the order of the table', async () => {
  expect(await checked(KEYS, { isSelected: (row) => row === 5 || row === 3 })).toEqual(['cd-2', 'cd-4']);
});
