// The build step of the kinds of this folder: `node templates/build-kinds.mjs [OUT]` after tsc wrote its JavaScript into OUT
// (dist where it is not said). Reads and checks the kinds, and writes them as ES modules into OUT/kinds/. A fault of a kind
// is told and ends it with 1.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const templates = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(process.argv[2] ?? join(templates, '..', 'dist'));
const load = (file) => import(pathToFileURL(join(out, file)).href);

const { buildKinds } = await load('host-node/build-kinds.js');
const findings = await buildKinds(templates, join(out, 'kinds'));
if (findings.length > 0) {
  const { renderDiagnostics } = await load('diagnostic/render-diagnostics.js');
  const source = (file) => readFileSync(resolve(file), 'utf8');
  process.stderr.write(renderDiagnostics(findings, { style: 'short', source }));
  process.exitCode = 1;
}
