import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/host-node/disk-steps.js';

test('several make folders of one another at the same time', async () => {
  const root = mkdtempSync(join(tmpdir(), 'thethuc-folders-'));
  try {
    for (let round = 0; round < 100; round += 1) {
      const folders = ['a', 'a/b', 'a/b/c', 'a/b/c/d', 'a/b/e', 'a/b/c'].map((path) =>
        join(root, `${round}`, path),
      );
      await Promise.all(folders.map(makeFolder));
      expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
    }
  } finally {
    rmSync(root, { recursive: true });
  }
});
