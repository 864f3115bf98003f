// Known weaknesses of the packages that the program itself needs. Where the registry does not answer such questions, that is
// said and nothing fails; a serious weakness (high, critical) fails.
import { spawnSync } from 'node:child_process';

const { stdout = '', stderr = '' } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 120_000,
});
const report = readJson(stdout);
const counts = report?.metadata?.vulnerabilities;
if (counts === undefined) {
  const why = report?.message ?? (stderr.trim().split('\n').at(-1) || 'no answer');
  console.log(`npm audit: not answered here (${why})`);
} else {
  const found = Object.entries(counts).filter(([level, count]) => level !== 'total' && count > 0);
  console.log(`npm audit: ${found.map(([level, count]) => `${count} ${level}`).join(', ') || 'nothing known'}`);
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
    console.log(`  ${severity}: ${name} ${range}`);
  if (counts.high + counts.critical > 0) process.exitCode = 1;
}

function readJson(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    return undefined;
  }
}
