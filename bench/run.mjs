import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureMemory } from './memory.mjs';
import { ourProgram } from './ours.mjs';
import { dataOf, formText } from './plan-data.mjs';
import { median, timed } from './statistics.mjs';
import { printTable } from './table.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const asJson = process.argv.includes('--json');
const say = (text) => process.stderr.write(`${text}\n`);

const WARM = 25; // papers of each program before the clock runs
const TURNS = 12; // each program inside Node takes so many turns
const TURN = 8; // papers in a turn
const SETTLE = 3; // … of which the first are not timed: they sweep up after the program before
const ROUNDS = 3; // LibreOffice: so many times
const BATCH = 15; // … so many files in one process
const FEW = 200;
const MANY = 2000;

/** The peers of bench/package.json, installed when they are missing. */
function installPeers() {
  if (
    [
      'docxtemplater',
      'easy-template-x',
      'pizzip',
      '@xmldom/xmldom',
      '@myriaddreamin/typst-ts-node-compiler',
    ].every((name) => existsSync(join(here, 'node_modules', name)))
  )
    return;
  say('bench: installing the peers …');
  try {
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 150_000,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    say(`bench: npm install failed: ${error.message}`);
  }
}

/** What `make` gives, or the reason why the peer cannot run. */
async function peer(name, make) {
  try {
    return { name, run: await make() };
  } catch (error) {
    say(`bench: ${name} cannot run: ${error.message}`);
    return { name, why: String(error.message).split('\n')[0] };
  }
}

/** The programs take turns of a few papers, each with other data. Gives the medians, warm, in ms. */
async function interleave(programs) {
  const times = new Map(programs.map(({ name }) => [name, []]));
  let paper = 0;
  const turn = async ({ name, run }, count, untimed) => {
    for (let k = 0; k < count; k++) {
      const text = formText(paper++);
      const data = dataOf(text);
      const { ms } = await timed(() => run({ text, data }));
      if (k >= untimed) times.get(name).push(ms);
    }
  };
  for (const program of programs) await turn(program, WARM, WARM);
  for (let i = 0; i < TURNS; i++) {
    // Whoever begins changes from round to round.
    for (const [k] of programs.entries()) await turn(programs[(k + i) % programs.length], TURN, SETTLE);
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** LibreOffice and we by turns: BATCH files in one process, one file in a process of its own; ms a file. */
async function againstLibreOffice(ours, convert, folder) {
  const times = { batch: [], single: [], ours: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const texts = Array.from({ length: BATCH }, (_, k) => formText(1000 + round * BATCH + k));
    const files = [];
    for (const [k, text] of texts.entries()) {
      const file = join(folder, `paper-${round}-${k}.docx`);
      await writeFile(file, ours.docx(text));
      files.push(file);
    }
    if (round === 0) await convert(files.slice(0, 1)); // makes the profile
    times.single.push((await timed(() => convert(files.slice(0, 1)))).ms);
    times.batch.push((await timed(() => convert(files))).ms / BATCH);
    for (const text of texts) times.ours.push((await timed(() => ours.pdf(text))).ms);
  }
  return { batch: median(times.batch), single: median(times.single), ours: median(times.ours) };
}

const row = (name, ours_ms, peer, peer_ms, more = {}) => ({
  name,
  ours_ms: round(ours_ms),
  peer,
  peer_ms: round(peer_ms),
  ratio:
    ours_ms === undefined || peer_ms === undefined ? null : Math.round((ours_ms / peer_ms) * 1000) / 1000,
  ...more,
});
const round = (value) => (value === undefined ? null : Math.round(value * 100) / 100);

async function main() {
  if (!process.env.BENCH_DIST && !existsSync(join(here, '../dist/index.js')))
    throw new Error('dist/ is missing: npm run build first');
  installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'thethuc-bench-'));
  try {
    const ours = await ourProgram();
    const templates = await import('./template-peers.mjs').catch((error) => ({ why: error }));
    const templateFor = (name) => templates.makeTemplate(ours.docx(formText(0)), name);
    const inNode = [
      await peer('docxtemplater', () => {
        const run = templates.docxtemplaterPeer(templateFor('docxtemplater'));
        return ({ data }) => run(data);
      }),
      await peer('easy-template-x', async () => {
        const run = await templates.easyTemplatePeer(templateFor('easy-template-x'));
        return ({ data }) => run(data);
      }),
      await peer('typst', async () => {
        const run = await (await import('./typst.mjs')).typstPeer();
        return ({ data }) => run(data);
      }),
    ];
    for (const program of inNode) await firstPaper(program, folder);
    say(`bench: ${TURNS} turns of ${TURN} papers …`);
    const working = inNode.filter(({ run }) => run);
    const times = await interleave([
      { name: 'our docx', run: ({ text }) => ours.docx(text) },
      { name: 'our pdf', run: ({ text }) => ours.pdf(text) },
      ...working,
    ]);
    const rows = [];
    const add = (name, our, program) =>
      rows.push(
        row(
          name,
          times.get(our),
          program.name,
          times.get(program.name),
          program.why ? { why: program.why } : {},
        ),
      );
    add('docx', 'our docx', inNode[0]);
    add('docx', 'our docx', inNode[1]);

    say(`bench: LibreOffice, ${ROUNDS} times ${BATCH} files …`);
    const office = await peer('libreoffice', async () => {
      const { libreOfficePeer } = await import('./libreoffice.mjs');
      const convert = await libreOfficePeer(join(folder, 'office'));
      await mkdir(join(folder, 'office'), { recursive: true });
      return await againstLibreOffice(ours, convert, folder);
    });
    const why = office.why ? { why: office.why } : {};
    const ourPdf = office.run?.ours ?? times.get('our pdf');
    rows.push(
      row('pdf', ourPdf, 'libreoffice', office.run?.batch, {
        note: `${BATCH} files in one process, start included`,
        ...why,
      }),
    );
    rows.push(
      row('pdf, one file', ourPdf, 'libreoffice', office.run?.single, {
        note: 'a process for each file',
        ...why,
      }),
    );
    add('pdf', 'our pdf', inNode[2]);

    say(`bench: memory of ${MANY} papers …`);
    const memory = await measureMemory(FEW, MANY);
    rows.push({
      name: 'memory',
      ours_ms: null,
      peer: `after ${FEW} papers`,
      peer_ms: null,
      ratio: Math.round((memory.many / memory.few) * 1000) / 1000,
      ours_mb: memory.many,
      peer_mb: memory.few,
    });
    const size = ours.pdf(formText(0)).length;
    rows.push({
      name: 'pdf size',
      ours_ms: null,
      peer: '90 kB',
      peer_ms: null,
      ratio: Math.round((size / 90_000) * 1000) / 1000,
      ours_kb: Math.round(size / 100) / 10,
      peer_kb: 90,
      pages: ours.pages(formText(0)),
    });
    if (asJson) process.stdout.write(`${JSON.stringify(rows, undefined, 1)}\n`);
    else printTable(rows);
    if (rows.some((r) => r.why)) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A peer that fails on the first paper is out, with the reason. */
async function firstPaper(program, folder) {
  if (!program.run) return;
  try {
    const text = formText(0);
    const bytes = await program.run({ text, data: dataOf(text) });
    if (process.env.BENCH_KEEP)
      await writeFile(
        join(process.env.BENCH_KEEP, `${program.name}${program.name === 'typst' ? '.pdf' : '.docx'}`),
        bytes,
      );
    else await writeFile(join(folder, program.name), bytes);
  } catch (error) {
    program.run = undefined;
    program.why = String(error.message).split('\n')[0];
    say(`bench: ${program.name} cannot run: ${program.why}`);
  }
}

if (process.argv[2] === 'batch') {
  installPeers();
  await import('./batch.mjs');
} else if (process.argv[2] === 'studio') {
  await import('./studio.mjs');
} else await main();
