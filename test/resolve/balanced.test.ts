import { expect, test } from 'vitest';
import { mmToTwip, twip } from '../../src/base/lengths.js';
import { breakLines } from '../../src/measure/break-lines.js';
import { balance } from '../../src/resolve/balanced.js';
import { run, tinos } from '../typeset/build.js';

const fonts = tinos();
const column = mmToTwip(132);

/** The lines that a centred bold title of 14 pt breaks into. */
function linesOf(text: string): readonly string[] {
  const inlines = [run(text, 14, { bold: true })];
  const { indentLeft, indentRight } = balance(inlines, column, fonts);
  const width = twip(column - indentLeft - indentRight);
  return breakLines(inlines, width, width, fonts).map((line) =>
    text.slice(line.fragments[0]!.start, line.fragments.at(-1)!.end).trim(),
  );
}

test('a title does not break behind the one capital of a name', () => {
  expect(
    linesOf('Công trình, sản phẩm thi đua chào mừng Đại hội Công đoàn các cấp nhiệm kỳ 2025 - 2030'),
  ).toEqual(['Công trình, sản phẩm thi đua chào mừng Đại hội', 'Công đoàn các cấp nhiệm kỳ 2025 - 2030']);
});
