import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = `${process.env.BENCH_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))}/bin/main.js`;
/** Between two looks at the processes, in ms. */
const LOOK = 50;

/**
 * `thethuc batch …` as a user runs it, into a folder that is new, or is there from a run before. Gives seconds, exit code, the last of what it said, seconds until
 * the first paper, and the most resident memory in MB of the parent and of each process below it (`/proc`; other systems: none).
 */
export async function runBatch(args, output) {
  const start = process.hrtime.bigint();
  const since = () => Number(process.hrtime.bigint() - start) / 1e9;
  const child = spawn(process.execPath, [program, 'batch', ...args, '-o', output], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk) => {
    said = (said + chunk).slice(-2000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const peaks = new Map();
  let first;
  const look = () => {
    for (const id of [child.pid, ...childrenOf(child.pid)]) {
      const peak = peakOf(id);
      if (peak !== undefined) peaks.set(id, Math.max(peak, peaks.get(id) ?? 0));
    }
    if (first === undefined && hasPaper(output)) first = since();
  };
  const timer = setInterval(look, LOOK);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  const seconds = since();
  const workers = [...peaks].filter(([id]) => id !== child.pid).map(([, peak]) => peak);
  return { seconds, code, said, first, parent: peaks.get(child.pid) ?? null, workers };
}

function hasPaper(folder) {
  try {
    return readdirSync(folder, { recursive: true }).some(
      (name) => /\.(docx|pdf)$/.test(name) && !name.startsWith('.thethuc'),
    );
  } catch {
    return false;
  }
}

function childrenOf(id) {
  try {
    const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim();
    return children === ''
      ? []
      : children.split(' ').flatMap((child) => [Number(child), ...childrenOf(child)]);
  } catch {
    return [];
  }
}

/** The most that a process has had, by the system's own count: nothing between two looks is missed. */
function peakOf(id) {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return found === null ? undefined : Math.round(Number(found[1]) / 100) / 10;
  } catch {
    return undefined;
  }
}
