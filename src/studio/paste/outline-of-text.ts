import { splitLines } from '../../outline/lines.js';
import { readTabTable } from '../../outline/tab-table.js';
import { normalise } from '../../vietnamese/normalise.js';
import { typedBullet } from './list-marks.js';

/** Plain text from the clipboard, its odd bullets and TABs as the grammar has them; rows with TABs stay the table they are. */
export function outlineOfText(source: string): string {
  const text = normalise(source.replace(/[\v\f\u0085\u2028\u2029]/g, '\n'))
    .text.replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
  const lines = splitLines(text);
  let [made, from, at] = ['', 0, 0];
  while (at < lines.length) {
    const line = lines[at]!;
    const table = readTabTable(text, lines, at);
    if (table === undefined) {
      made += text.slice(from, line.rawStart) + tidyLine(text.slice(line.rawStart, line.rawEnd));
      from = line.rawEnd;
    }
    at += table?.lineCount ?? 1;
  }
  return made + text.slice(from);
}

/** Outside of a table a TAB is a space, and before the first word nothing. */
function tidyLine(line: string): string {
  const bullet = typedBullet(line);
  const words = bullet ? `${bullet.mark} ${line.slice(bullet.length)}` : line;
  return words.replace(/^ *\t\s*/, '').replace(/ *\t[\t ]*/g, ' ');
}
