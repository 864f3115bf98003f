import { expect, test } from 'vitest';
import { keepStyles } from '../../../src/studio/paste/keep-styles.js';

test.each([
  [
    "<p class=MsoNormal style='mso-list:l0 level1 lfo1'>A</p>",
    "<p class=MsoNormal data-kept-style='mso-list:l0 level1 lfo1'>A</p>",
  ],
  ['<b STYLE = "a" title="style=b">', '<b data-kept-style = "a" title="style=b">'],
  ['<td width=1 style=color:red>', '<td width=1 data-kept-style=color:red>'],
  ['<a name="x>"style=\'y\'\n>', '<a name="x>"data-kept-style=\'y\'\n>'],
  ['<i data-style="x" class=style>', '<i data-style="x" class=style>'],
  ['style="a" và 2 < 3, style=\'b\'', 'style="a" và 2 < 3, style=\'b\''],
  ['<style>\n<!-- p {color:red} -->\n</style><p>A', '<p>A'],
])('%s', (html, kept) => {
  expect(keepStyles(html)).toBe(kept);
});

test('a long page with a quote that does not close is not looked at again and again', () => {
  const html = `${'<p style="a">x</p>'.repeat(20_000)}<p style="`;
  expect(keepStyles(html)).toHaveLength(html.length + 20_000 * 'data-kept-'.length);
});
