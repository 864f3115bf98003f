import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import { expandPattern, toPattern } from '../../src/host-node/expand-pattern.js';
import { createNodeHost } from '../../src/host-node/node-host.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-host-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const host = createNodeHost();

test('what is not there is undefined, what cannot be read is an error', async () => {
  expect(await host.readFile(join(folder, 'x'))).toBeUndefined();
  expect(await host.listFolder(join(folder, 'x'))).toBeUndefined();
  await expect(host.readFile(folder)).rejects.toMatchObject({ name: 'HostError', failure: 'is-folder' });
});

test('a folder is listed by code unit, whatever the locale', async () => {
  for (const name of ['b', 'a', 'đ', 'Z', 'e']) writeFileSync(join(folder, name), '');
  expect(await host.listFolder(folder)).toEqual(['Z', 'a', 'b', 'e', 'đ']);
});

test('deflate is raw deflate', () => {
  const bytes = new TextEncoder().encode('Kế hoạch '.repeat(50));
  expect(inflateRawSync(host.deflate(bytes)).toString()).toBe('Kế hoạch '.repeat(50));
});

test('the code of a template is evaluated without eval', () => {
  const made = evaluateTemplate('{"main": function (x) { return x + 1; }}', 'mau/template.hbs');
  expect((made as { main: (x: number) => number }).main(1)).toBe(2);
  expect(() => evaluateTemplate('{', 'mau/template.hbs')).toThrow(SyntaxError);
});

describe('a pattern', () => {
  test('gives files only, sorted, as typed', async () => {
    mkdirSync(join(folder, 'd.yaml'));
    mkdirSync(join(folder, 'm'));
    for (const name of ['b.yaml', 'a.yaml', 'c.txt', 'm/e.yaml']) writeFileSync(join(folder, name), '');
    expect(await expandPattern('*.yaml', folder)).toEqual(['a.yaml', 'b.yaml']);
    expect(await expandPattern('m/?.yaml', folder)).toEqual([join('m', 'e.yaml')]);
    expect(await expandPattern('x*', folder)).toEqual([]);
  });
  test('of Windows is written with backslashes', () => {
    expect(toPattern('bieu-mau\\đợt 1\\*.yaml', win32)).toBe('bieu-mau/đợt 1/*.yaml');
  });
});
