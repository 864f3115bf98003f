/**
 * The checks are checked: breaks one thing at a time in a copy of the project and sees whether the tests go red.
 *
 *   node test/broken/run.mjs [--studio] [WORDS]     WORDS: only the mutants whose name has them
 *
 * With --studio the faults are the page's, and the tests those in a browser: it builds the page for each, which takes so long
 * that it is no part of CI.
 *
 * Ends with "N passed, N failed"; exit code 1 where a mutant survives, where a test is red without one, or where the text
 * that a mutant changes is no longer there.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2).filter((arg) => arg !== '--studio');
const isStudio = process.argv.includes('--studio');
const { MUTANTS } = await import(isStudio ? './studio-mutants.mjs' : './mutants.mjs');

const root = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = [
  'src',
  'test',
  'templates',
  'fonts',
  'samples',
  'docs',
  'LICENSE',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vitest.config.ts',
];
/** Far more than a run of a mutant's tests takes; it may make a loop endless, and is found by that too. */
const CALL_LIMIT_MS = isStudio ? 900_000 : 180_000;
/** All tests of all mutants, with nothing broken. */
const WHOLE_LIMIT_MS = isStudio ? 3_600_000 : 900_000;
/** Each in a copy of its own: most runs are one test file, which takes one core. A browser takes them all. */
const AT_ONCE = isStudio ? 1 : 2;
/** How long a browser waits for what a mutant may keep from ever coming. */
const MUTANT_PATIENCE_MS = 30_000;

const say = (line) => process.stdout.write(`${line}\n`);

/** The tree with the packages linked, but none of the caches beside them. */
function copyTree() {
  const copy = mkdtempSync(join(tmpdir(), 'thethuc-broken-'));
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), 'junction');
  }
  return copy;
}

/** What the browser's tests need of the program, and what of it a fault of the page is in. */
const PROGRAM = [
  [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
  ['templates/build-kinds.mjs'],
  ['src/cli/build-program.mjs'],
];
const PAGE = [['src/studio/build-client.mjs'], ['src/studio/build-client.mjs', '--offline']];

/** What a step of the build says where it fails; undefined where none does. */
async function build(copy, steps) {
  for (const step of steps) {
    const failure = await new Promise((resolve) => {
      const options = { cwd: copy, timeout: CALL_LIMIT_MS, maxBuffer: 1 << 28 };
      execFile(process.execPath, step, options, (error, stdout, stderr) =>
        resolve(error === null ? undefined : stdout + stderr),
      );
    });
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Runs test files or folders in the copy: how many tests there were, and the names of those that failed. */
function runTests(copy, tests, { only = [], limit = CALL_LIMIT_MS, patience } = {}) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const argv = [
    vitest,
    'run',
    '--root',
    copy,
    '--project',
    isStudio ? 'studio' : 'unit',
    '--reporter=json',
    `--outputFile=${report}`,
    ...(only.length > 0 ? ['-t', only.map((name) => `(?:${name})`).join('|')] : []),
  ];
  // A list of goldens to be rewritten must not be rewritten here. The random forms are the same with a fault and without one:
  // new ones are the unit suite's.
  const { GOLDEN: _, ...others } = process.env;
  const env = { RANDOM_SEED: '30', ...(patience && { STUDIO_PATIENCE: String(patience) }), ...others };
  return new Promise((resolve) => {
    const options = { cwd: copy, env, timeout: limit, maxBuffer: 1 << 28 };
    execFile(process.execPath, [...argv, ...tests], options, (error, stdout, stderr) => {
      try {
        const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
        const failed = testResults.flatMap(({ assertionResults }) =>
          assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
        );
        const broken = testResults.filter(
          ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
        );
        resolve({
          total: numPassedTests + numFailedTests,
          failed,
          unloaded: broken.map(({ name, message }) => `${name}: ${message}`),
        });
      } catch {
        const isEndless = error?.killed === true;
        resolve({
          total: 0,
          failed: isEndless ? ['(it does not end)'] : [],
          unloaded: isEndless ? [] : [stdout + stderr],
        });
      }
    });
  });
}

/** Whether the tests see a mutant, and how that is said. */
async function tryMutant(copy, { file, find, replace, tests, only }, redAnyway) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const count = source.split(find).length - 1;
  if (count !== 1) return { ok: false, line: `${file} has ${count} times: ${find}` };
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  const unbuilt = isStudio ? await build(copy, PAGE) : undefined;
  const options = isStudio ? { only, patience: MUTANT_PATIENCE_MS } : {};
  const { failed: red, unloaded } =
    unbuilt === undefined ? await runTests(copy, tests, options) : { failed: [], unloaded: [unbuilt] };
  writeFileSync(path, source);
  const failed = red.filter((name) => !redAnyway.has(name));
  // A file that cannot even be loaded proves nothing of the tests.
  if (failed.length > 0) return { ok: true, line: `${failed.length} red, as: ${failed[0].trim()}` };
  return {
    ok: false,
    line: unloaded.length > 0 ? `does not load: ${unloaded[0]}` : `SURVIVES ${tests.join(' ')}`,
  };
}

async function main() {
  const words = args.join(' ');
  const chosen = MUTANTS.filter(({ name }) => name.includes(words));
  const copies = Array.from({ length: AT_ONCE }, copyTree);
  let passed = 0;
  let failed = 0;
  const count = (ok, text) => {
    if (ok) passed += 1;
    else failed += 1;
    say(`${ok ? 'ok    ' : 'FAILED'} ${text}`);
  };
  try {
    const all = [...new Set(chosen.flatMap(({ tests }) => tests))];
    const only = chosen.flatMap((mutant) => mutant.only ?? []);
    for (const copy of isStudio ? copies : []) {
      const unbuilt = await build(copy, [...PROGRAM, ...PAGE]);
      if (unbuilt !== undefined) throw new Error(`nothing broken, and it does not build: ${unbuilt}`);
    }
    const whole = await runTests(copies[0], all, { only, limit: WHOLE_LIMIT_MS });
    const isGreen = whole.total > 0 && whole.failed.length === 0 && whole.unloaded.length === 0;
    count(
      isGreen,
      `nothing broken: ${whole.total} tests${[...whole.failed, ...whole.unloaded].map((one) => `\n       ${one}`).join('')}`,
    );
    const redAnyway = new Set(whole.failed);
    const waiting = [...chosen];
    const work = async (copy) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const { ok, line } = await tryMutant(copy, mutant, redAnyway);
        count(ok, `${mutant.name}\n       ${line}`);
      }
    };
    await Promise.all(copies.map(work));
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;
}

await main();
