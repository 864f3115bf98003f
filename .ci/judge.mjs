// Renders every sample as its user would, in every way that it can be printed, and has the referee judge each paper.
//
//   node .ci/judge.mjs REFEREE [DOCX …]     DOCX: papers that are made already, of which only the layout is judged
//
// Prints a table of what was measured, then the whole report of what does not hold; exit code 1 where something does not.
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeRows } from './unaccepted.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, 'out', 'judged');
const [referee, ...made] = process.argv.slice(2);
const CALL_LIMIT_MS = 300_000;
/** LibreOffice with a profile of its own takes one core. */
const AT_ONCE = 2;

const call = (program, ...args) =>
  new Promise((done) => {
    const options = { timeout: CALL_LIMIT_MS, maxBuffer: 1 << 28 };
    execFile(program, args, options, (error, stdout, stderr) =>
      done({ ok: error === null, stdout, text: (stdout + stderr).trim() }),
    );
  });

/** Every form, as a file in `out/`: samples by their names, those of kinds by the kind's, variants by their own. */
function gatherForms() {
  const isForm = (path) => /^Loại văn bản:/m.test(readFileSync(path, 'utf8'));
  for (const name of readdirSync(join(root, 'samples')))
    if (!name.endsWith('.yaml') || isForm(join(root, 'samples', name)))
      copyFileSync(join(root, 'samples', name), join(out, name));
  for (const kind of readdirSync(join(root, 'templates'))) {
    const sample = join(root, 'templates', kind, 'sample.yaml');
    if (existsSync(sample)) copyFileSync(sample, join(out, `${kind}.yaml`));
  }
  for (const { name, of, replace } of JSON.parse(
    readFileSync(join(root, 'test', 'agree', 'variants.json'), 'utf8'),
  )) {
    const text = replace.reduce(
      (whole, [found, instead]) => whole.replace(found, () => instead),
      readFileSync(join(root, of), 'utf8'),
    );
    writeFileSync(join(out, `${name}.yaml`), text);
  }
  return readdirSync(out).filter((name) => name.endsWith('.yaml'));
}

/** Renders a form, and a dossier once more with its papers apart; gives the DOCX files, each with the form that it is of. */
async function render(form) {
  const path = join(out, form);
  const isDossier = /^Văn bản:/m.test(readFileSync(path, 'utf8'));
  const papers = [];
  for (const folder of isDossier ? ['', 'split'] : ['']) {
    const argv = [path, '-o', `${join(out, folder)}/`, '--fonts', 'bundled', '--diagnostics', 'short'];
    const main = join(root, 'dist', 'bin', 'main.js');
    const { ok, stdout, text } = await call(
      process.execPath,
      main,
      'render',
      ...argv,
      ...(folder ? ['--split'] : []),
    );
    if (!ok) throw new Error(`${form} is not rendered:\n${text}`);
    const files = stdout
      .split('\n')
      .filter(Boolean)
      .map((file) => resolve(file));
    papers.push(...files.filter((file) => file.endsWith('.docx')).map((docx) => ({ docx, form, files })));
  }
  return papers;
}

/** What a form marks **bold** or *italic*, a line each, for the referee; a star before an item is no mark. */
const markedLines = (form) =>
  readFileSync(join(out, form), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .map((line) => line.replace(/^\s*\*\s/, ''))
    .filter((line) => line.includes('*'))
    .join('\n');

const short = (pattern, text) => pattern.exec(text)?.slice(1).join(' ') ?? '?';

async function judgeLayout(file) {
  const { stdout } = await call('python3', referee, 'layout', '--json', file);
  const judged = judgeRows(basename(file), JSON.parse(stdout === '' ? '[]' : stdout));
  const { held, total, accepted, failed, stale } = judged;
  const wrong = [...failed, ...stale, ...(total === 0 ? ['nothing was judged'] : [])];
  return { cell: `${held}/${total}${accepted > 0 ? ` +${accepted}` : ''}`, wrong };
}

/** One paper: its cells of the table, and what does not hold. */
async function judge({ docx, form, files = [] }) {
  const wrong = [];
  const cells = { agree: '', farthest: '', layoutPdf: '', layoutDocx: '', valid: '', marks: '' };
  const run = async (verb, ...args) => {
    const { ok, text } = await call('python3', referee, verb, ...args);
    if (!ok) wrong.push(`${verb}: ${text}`);
    return { ok, text };
  };
  const layout = async (file, cell) => {
    const judged = await judgeLayout(file);
    cells[cell] = judged.cell;
    wrong.push(...judged.wrong.map((line) => `layout of ${basename(file)}: ${line}`));
  };
  await layout(docx, 'layoutDocx');
  if (form === undefined) return { name: basename(docx), cells, wrong };

  const pdf = docx.replace(/docx$/, 'pdf');
  // A dossier's banner has its mock-up in the DOCX; its PDF is what is printed, at its own size and often under other names.
  const hasPdf = existsSync(pdf) && !docx.endsWith('-phong.docx');
  const stem = docx.replace(/\.docx$/, '');
  const ofPaper = files.filter((file) => file.startsWith(stem));
  cells.valid = (await run('valid', ...(hasPdf ? [docx, pdf] : ofPaper))).ok ? 'ok' : 'FAILS';
  // Which paper of a dossier holds which mark is not known here: all of them are looked for in the whole.
  const expected = `${docx}.marks`;
  const isWhole = docx === join(out, form.replace(/yaml$/, 'docx'));
  writeFileSync(expected, isWhole ? markedLines(form) : '');
  for (const file of hasPdf ? [pdf, docx] : [docx])
    cells.marks = short(/marks: (\d+) of (\d+)/, (await run('marks', file, expected)).text).replace(' ', '/');
  if (!hasPdf) return { name: basename(docx), cells, wrong };
  const { text } = await run('agree', docx, pdf);
  cells.agree = short(/agree: (\d+) of (\d+) lines \(([\d.]+)/, text).replace(' ', '/');
  cells.farthest = short(/farthest ([\d.]+) mm/, text);
  await layout(pdf, 'layoutPdf');
  return { name: basename(docx), cells, wrong };
}

/** `work` on every item, so many at a time, in their order. */
async function inTurns(items, work) {
  const results = [];
  let next = 0;
  const one = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return results;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const papers = (await inTurns(gatherForms(), render)).flat();
const results = await inTurns([...papers, ...made.map((docx) => ({ docx }))], judge);
const heads = ['paper', 'agree', 'mm', 'layout PDF', 'layout DOCX', 'valid', 'marks'];
const table = results.map(({ name, cells: { agree, farthest, layoutPdf, layoutDocx, valid, marks } }) => [
  name,
  agree,
  farthest,
  layoutPdf,
  layoutDocx,
  valid,
  marks,
]);
const widths = heads.map((head, at) => Math.max(head.length, ...table.map((row) => row[at].length)));
for (const row of [heads, ...table])
  process.stdout.write(`${row.map((cell, at) => cell.padEnd(widths[at])).join('  ').trimEnd()}\n`);
const failed = results.filter(({ wrong }) => wrong.length > 0);
for (const { name, wrong } of failed) process.stdout.write(`\nFAILED ${name}\n${wrong.join('\n')}\n`);
process.stdout.write(`\n${results.length - failed.length} of ${results.length} papers hold\n`);
process.exitCode = failed.length === 0 && results.length > 0 ? 0 : 1;
