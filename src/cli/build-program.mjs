// The program in few files: `node src/cli/build-program.mjs [OUT]` after tsc wrote its JavaScript into OUT (dist where it is not
// said) writes OUT/bin/. A command loads some ten files there instead of four hundred, which is half of its start, and a
// batch starts several processes. OUT/cli and the rest stay as they are, for those who import the program's parts.
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { licencesOf, notePackages } from '../studio/build/licences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'dist'));

/** The files that are started by their name. All lie in one folder, as deep as those that they are made from: what the
 * program finds beside itself (the kinds, the package's folder) is found by way of `import.meta.url`. */
const input = {
  main: join(out, 'cli', 'main.js'),
  demo: join(out, 'cli', 'demo.js'),
  'batch-worker': join(out, 'cli', 'batch-worker.js'),
  'watch-memory': join(out, 'host-node', 'watch-memory.js'),
};
/** Has a part that is no JavaScript. */
const external = ['@resvg/resvg-js'];

const packages = new Set();
const bundle = await rolldown({
  input,
  external,
  platform: 'node',
  checks: { pluginTimings: false, bundlerTimings: false },
  cwd: root,
  plugins: [notePackages(packages)],
});
const folder = join(out, 'bin');
const fresh = `${folder}.new`;
rmSync(fresh, { recursive: true, force: true });
await bundle.write({ dir: fresh, format: 'esm', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
chmodSync(join(fresh, 'main.js'), 0o755);
writeFileSync(join(fresh, 'licences.txt'), licencesOf(root, packages));
rmSync(folder, { recursive: true, force: true });
renameSync(fresh, folder);
