import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocksText } from '../../src/document/tree-text.js';
import { parseOutline } from '../../src/outline/parse-outline.js';
import { readExamples, rewriteExamples } from './spec.js';

const FILE = new URL('../../docs/noi-dung.md', import.meta.url);
const written = readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n');

/** The tree, then the remarks with the line that each stands at. */
function render(input: string): string {
  const { value = [], diagnostics } = parseOutline(input, 'noi_dung', (_path, start = 0, end = start) => ({
    file: 'noi-dung',
    start,
    end,
  }));
  const remarks = diagnostics.map((d) => {
    const start = d.place && 'start' in d.place ? d.place.start : 0;
    return `! dòng ${input.slice(0, start).split('\n').length}: ${d.message}\n`;
  });
  return blocksText(value) + remarks.join('');
}

const isUpdate = process.env['GOLDEN'] === 'update';
const found = readExamples(written).map((example) => render(example.input));
const markdown = isUpdate ? rewriteExamples(written, found) : written;
if (isUpdate) writeFileSync(FILE, markdown);
const examples = readExamples(markdown);

test('the specification has its examples', () => {
  expect(examples.length).toBeGreaterThan(30);
});

test.each(examples)('docs/noi-dung.md:$line $heading', ({ input, expected }) => {
  expect(render(input)).toBe(expected);
});
