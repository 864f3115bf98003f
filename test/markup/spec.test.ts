import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic, TextPlace } from '../../src/diagnostic/diagnostic.js';
import { documentText } from '../../src/document/tree-text.js';
import { parseMarkup } from '../../src/markup/parse-markup.js';

const SPEC = 'test/markup/spec.md';
const spec = readFileSync(SPEC, 'utf8');
const CASE = /```\n((?:(?!```)[\s\S])*?)^\.\n((?:(?!```)[\s\S])*?)```/gm;

function lineOf({ code, message, place, severity }: Diagnostic, markup: string): string {
  const { file, start } = place as TextPlace;
  const before = markup.slice(0, start).split('\n');
  const at = file === 'spec' ? `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` : `${file}:${start}`;
  return `${severity === 'error' ? '' : `${severity} `}${code} ${at} ${message}\n`;
}

function shown(markup: string): string {
  const { value, diagnostics } = parseMarkup(markup, { file: 'spec' });
  return value ? documentText(value) : diagnostics.map((diagnostic) => lineOf(diagnostic, markup)).join('');
}

if (process.env['GOLDEN'] === 'update') {
  writeFileSync(
    SPEC,
    spec.replace(CASE, (_case, markup: string) => `\`\`\`\n${markup}.\n${shown(markup)}\`\`\``),
  );
}

const cases = [...readFileSync(SPEC, 'utf8').matchAll(CASE)].map(
  ({ 1: markup = '', 2: expected = '', index }) => ({
    markup,
    expected,
    line: spec.slice(0, index).split('\n').length,
  }),
);

test('the specification has its examples', () => {
  expect(cases.length).toBe(spec.split('\n').filter((line) => line === '```').length / 2);
  expect(cases.length).toBeGreaterThan(10);
});

test.each(cases)('spec.md:$line', ({ markup, expected }) => {
  expect(shown(markup)).toBe(expected);
});
