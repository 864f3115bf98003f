import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodePress } from '../../src/cli/node-press.js';
import { bundledTemplates, packageFolder } from '../../src/host-node/package-folder.js';

test('the text of a kind that was built is at hand for findings, and of no other file that was not read', () => {
  const press = createNodePress();
  const file = `${join(bundledTemplates, 'plan')}/template.hbs`;
  expect(press.textOf(file)).toBe(readFileSync(file, 'utf8'));
  expect(press.textOf(join(bundledTemplates, 'plan', 'khong-co.hbs'))).toBeUndefined();
  expect(press.textOf(join(packageFolder, 'package.json'))).toBeUndefined();
});
