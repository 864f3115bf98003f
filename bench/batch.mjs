import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dossierForm, planForm, writeCsvTable, writeXlsxTable } from './batch-forms.mjs';
import { officePairs, typstPdfs } from './batch-peers.mjs';
import { runBatch } from './batch-run.mjs';
import { median } from './statistics.mjs';
import { printFigures } from './table.mjs';

const asJson = process.argv.includes('--json');
const isQuick = process.argv.includes('--quick');
const say = (text) => process.stderr.write(`bench: ${text}\n`);

const UNITS = isQuick ? 300 : 2000;
const GROWTH = isQuick ? [100, 300, 1000] : [100, 300, 1000, 3000, 10_000, 20_000];
/** LibreOffice alone would take as long as all the rest for 2,000, and one process of it stops without a word after some 250. */
const SAMPLE = isQuick ? 15 : 200;
const TYPST = isQuick ? 50 : 2000;
/** Starts that are looked at for the first file. */
const STARTS = 3;
/** From here on a worker's memory is to stay as it is. */
const FLAT_FROM = isQuick ? 300 : 1000;
const LARGE = isQuick ? 20_000 : 120_000;

const rows = [];
const add = (name, value, unit, note = '') => {
  const rounded = typeof value === 'number' ? Math.round(value * 100) / 100 : null;
  rows.push({ name, value: rounded, unit, note });
  say(`${name}: ${rounded ?? '–'} ${unit}${note === '' ? '' : ` (${note})`}`);
};
const most = (values) => (values.length === 0 ? null : Math.max(...values));

let runs = 0;
/**
 * Every run has a new folder, and none is deleted before the end: ext4 looks through all that was deleted in the last half
 * minute whenever it makes a file, which takes longer than making papers.
 */
const newOutput = (folder) => join(folder, `out-${++runs}`);
const lastOutput = (folder) => join(folder, `out-${runs}`);

/** A run that did not end well is no figure. */
async function batch(folder, form, table, more = []) {
  const args = [join(folder, form), '--table', join(folder, table), '--fonts', 'bundled', ...more];
  const run = await runBatch(args, newOutput(folder));
  if (run.code !== 0) throw new Error(`thethuc batch ended with ${run.code}: ${run.said}`);
  return run;
}

async function table(folder, count) {
  const name = `units-${count}.csv`;
  await writeCsvTable(join(folder, name), count);
  return name;
}

const JOBS = ['--format', 'docx,pdf', '--jobs', '2'];

/** Gives what the peers are held against: our seconds a pair by two workers and by one, and a PDF by two. */
async function speeds(folder) {
  const units = await table(folder, UNITS);
  const plans = await batch(folder, 'plan.yaml', units, JOBS);
  add('plan pairs a second, 2 jobs', UNITS / plans.seconds, '/s', `${UNITS} rows, DOCX + PDF, six pages`);
  const one = await batch(folder, 'plan.yaml', units, ['--format', 'docx,pdf', '--jobs', '1']);
  add('plan pairs a second, 1 job', UNITS / one.seconds, '/s');
  add('what the second core gives', one.seconds / plans.seconds, 'times');
  const pdfs = await batch(folder, 'plan.yaml', units, ['--format', 'pdf', '--jobs', '2']);
  add('plan PDFs a second, 2 jobs', UNITS / pdfs.seconds, '/s', `${UNITS} rows, no DOCX`);
  const dossier = await batch(folder, 'dossier.yaml', units, JOBS);
  add('dossier units a second', UNITS / dossier.seconds, '/s', 'plan and registration form, four files');
  const again = await runAgain(folder, units);
  add('the same again, nothing changed', again, 's');
  await starts(folder);
  return { pair: plans.seconds / UNITS, single: one.seconds / UNITS, pdf: pdfs.seconds / UNITS };
}

async function starts(folder) {
  const few = await table(folder, 30);
  const times = [];
  for (let i = 0; i < STARTS; i++) times.push((await batch(folder, 'plan.yaml', few, JOBS)).first);
  add('start to first file', median(times), 's', `30 rows, the middle of ${STARTS}`);
}

/** The dossier's folder is there; the command runs into it once more. */
async function runAgain(folder, units) {
  const args = [join(folder, 'dossier.yaml'), '--table', join(folder, units), '--fonts', 'bundled', ...JOBS];
  const run = await runBatch(args, lastOutput(folder));
  return run.code === 0 ? run.seconds : undefined;
}

async function peers(folder, ours) {
  const tries = [
    {
      name: 'docxtemplater + LibreOffice',
      measure: () => officePairs(SAMPLE, folder),
      count: SAMPLE,
      what: 'pairs',
      against: [
        ['ours by 2 jobs', ours.pair],
        ['ours by 1 job', ours.single],
      ],
    },
    {
      name: 'Typst in Node, PDF only',
      measure: () => typstPdfs(TYPST, folder),
      count: TYPST,
      what: 'PDFs',
      against: [['our PDF by 2 jobs', ours.pdf]],
    },
  ];
  for (const { name, measure, count, what, against } of tries) {
    try {
      const seconds = await measure();
      const rest = count < UNITS ? `; ${UNITS} would take ${Math.round(seconds * UNITS)} s` : '';
      add(`${name}, a second`, 1 / seconds, '/s', `${count} ${what}${rest}`);
      for (const [which, own] of against) add(`${name}: its time / ${which}`, seconds / own, 'times');
    } catch (error) {
      add(name, undefined, '', `cannot run: ${String(error.message).split('\n')[0]}`);
      process.exitCode = 1;
    }
  }
}

async function growth(folder) {
  const memory = new Map();
  for (const count of GROWTH) {
    const run = await batch(folder, 'plan.yaml', await table(folder, count), JOBS);
    add(`${count} rows`, run.seconds, 's', `${Math.round((run.seconds / count) * 1e5) / 100} ms a row`);
    add(`${count} rows: a worker's memory`, most(run.workers), 'MB', 'the largest; peak');
    add(`${count} rows: the parent's memory`, run.parent, 'MB', 'peak');
    memory.set(count, most(run.workers));
  }
  const last = GROWTH.at(-1);
  const times = memory.get(last) === null ? null : memory.get(last) / memory.get(FLAT_FROM);
  if (last > FLAT_FROM) add(`a worker's memory, ${last} rows / ${FLAT_FROM} rows`, times, 'times');
}

async function largeTables(folder) {
  await writeCsvTable(join(folder, 'large.csv'), LARGE);
  const texts = await writeXlsxTable(join(folder, 'large.xlsx'), LARGE);
  for (const name of ['large.csv', 'large.xlsx']) {
    const run = await batch(folder, 'plan.yaml', name, ['--dry-run', '--jobs', '2']);
    add(`${name} read and checked`, run.seconds, 's', `${LARGE} rows, ${texts} texts`);
    add(`${name}: the parent's memory`, run.parent, 'MB', 'peak');
    add(`${name}: a worker's memory`, most(run.workers), 'MB', 'the largest; peak');
  }
}

async function main() {
  const folder = await mkdtemp(join(process.env.BENCH_FOLDER ?? tmpdir(), 'thethuc-batch-'));
  try {
    await writeFile(join(folder, 'plan.yaml'), planForm());
    await writeFile(join(folder, 'dossier.yaml'), dossierForm());
    const ours = await speeds(folder);
    await peers(folder, ours);
    await growth(folder);
    await largeTables(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    if (asJson) process.stdout.write(`${JSON.stringify(rows, undefined, 1)}\n`);
    else printFigures(rows);
  }
}

await main();
