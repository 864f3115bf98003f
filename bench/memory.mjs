import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ourProgram } from './ours.mjs';
import { formText } from './plan-data.mjs';
import { median } from './statistics.mjs';

const self = fileURLToPath(import.meta.url);

/** Our resident memory in MB after `few` and after `many` papers (DOCX and PDF of each), in a process of its own. */
export function measureMemory(few, many) {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--expose-gc', self, String(few), String(many)],
      { timeout: 240_000 },
      (error, stdout) => {
        if (error) reject(error);
        else resolve(JSON.parse(stdout));
      },
    );
  });
}

// What V8 has not yet swept is not what the papers need: without a collection the reading jumps by a third from run to run.
const megabytes = () => {
  globalThis.gc();
  return Math.round(process.memoryUsage.rss() / 1e5) / 10;
};

/** Resident memory is read after each of so many papers up to the mark; the middle one counts. */
const READINGS = 25;

async function child(few, many) {
  const ours = await ourProgram();
  const readings = { few: [], many: [] };
  for (let i = 1; i <= many; i++) {
    const text = formText(i);
    ours.docx(text);
    ours.pdf(text);
    if (i <= few && i > few - READINGS) readings.few.push(megabytes());
    if (i > many - READINGS) readings.many.push(megabytes());
  }
  process.stdout.write(JSON.stringify({ few: median(readings.few), many: median(readings.many) }));
}

if (process.argv[1] === self) await child(Number(process.argv[2]), Number(process.argv[3]));
