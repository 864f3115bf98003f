const number = (value, unit = '') =>
  value === null || value === undefined ? '–' : `${value.toFixed(value < 10 ? 2 : 1)}${unit}`;

/** The rows as a Markdown table, to be read and to be put into the README. */
export function printTable(rows) {
  const lines = [['paper', 'ours', 'peer', 'its time', 'ours / peer', 'note']];
  for (const r of rows) {
    const ours = r.ours_mb
      ? `${number(r.ours_mb)} MB`
      : r.ours_kb
        ? `${number(r.ours_kb)} kB`
        : number(r.ours_ms, ' ms');
    const theirs = r.peer_mb
      ? `${number(r.peer_mb)} MB`
      : r.peer_kb
        ? `${number(r.peer_kb)} kB`
        : number(r.peer_ms, ' ms');
    const pages = r.pages ? `${r.pages} pages` : '';
    lines.push([
      r.name,
      ours,
      r.peer,
      theirs,
      r.ratio === null ? '–' : r.ratio.toFixed(2),
      r.why ? `cannot run: ${r.why}` : (r.note ?? pages),
    ]);
  }
  printLines(lines);
}

/** Figures with unit and note. */
export function printFigures(rows) {
  const cells = rows.map((r) => [r.name, r.value === null ? '–' : `${r.value} ${r.unit}`, r.note]);
  printLines([['figure', 'value', 'note'], ...cells]);
}

/** A head and rows of cells as a Markdown table. */
export function printLines(lines) {
  const widths = lines[0].map((_, k) => Math.max(...lines.map((line) => line[k].length)));
  const show = (line) => `| ${line.map((cell, k) => cell.padEnd(widths[k])).join(' | ')} |`;
  console.log(
    [show(lines[0]), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...lines.slice(1).map(show)].join(
      '\n',
    ),
  );
}
