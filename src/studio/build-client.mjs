// The page of `thethuc preview`: `node src/studio/build-client.mjs [OUT]` after tsc wrote its JavaScript and the kinds into
// OUT (dist where it is not said) writes OUT/studio/; with --offline the one file OUT/thethuc.html instead. Asks no network.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { assembleOffline } from './build/assemble-offline.mjs';
import { licencesOf, notePackages } from './build/licences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const client = join(root, 'src', 'studio', 'client');
const args = process.argv.slice(2).filter((arg) => arg !== '--offline');
const isOffline = process.argv.includes('--offline');
const out = resolve(args[0] ?? join(root, 'dist'));

/** Packages whose code came into a build. */
const packages = new Set();

/** The built kinds and the fonts, by the names under which the page's code asks for them. */
const alias = {
  '#kinds': join(out, 'kinds'),
  '#fonts': join(root, 'fonts'),
  '#version': join(root, 'package.json'),
};

/** What a reader of the build's output can do nothing about: that a machine is slow, and that the page, unlike the commands,
 * loads every writer at once. */
const checks = { pluginTimings: false, bundlerTimings: false, ineffectiveDynamicImport: false };

const shared = {
  configFile: false,
  root: client,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias },
  plugins: [react(), notePackages(packages)],
};
const target = 'es2022';

/** One script without imports, and the sheet that goes with it. */
async function single(entry, name) {
  const result = await build({
    ...shared,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target,
      cssCodeSplit: false,
      assetsInlineLimit: 100_000_000,
      modulePreload: false,
      lib: { entry: join(client, entry), formats: ['iife'], name, fileName: () => `${name}.js` },
      rolldownOptions: { checks, output: { codeSplitting: false } },
    },
  });
  const files = (Array.isArray(result) ? result : [result]).flatMap(({ output }) => output);
  const text = (ending) =>
    files
      .filter(({ fileName }) => fileName.endsWith(ending))
      .map((file) => (file.type === 'chunk' ? file.code : String(file.source)))
      .join('\n');
  return { script: text('.js'), sheet: text('.css') };
}

async function buildOffline() {
  const worker = await single('worker/offline-worker.ts', 'thethucEngine');
  const page = await single('main-offline.tsx', 'thethucPage');
  const html = assembleOffline({
    page: page.script,
    sheet: page.sheet,
    worker: worker.script,
    fonts: join(root, 'fonts'),
    icon: readFileSync(join(client, 'icon.svg'), 'utf8'),
    licences: licencesOf(root, packages),
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'thethuc.html'), html);
  process.stdout.write(`thethuc.html ${(html.length / 1024 / 1024).toFixed(2)} MB\n`);
}

async function buildHosted() {
  // The server's own JavaScript lies there too.
  const outDir = join(out, 'studio');
  rmSync(join(outDir, 'assets'), { recursive: true, force: true });
  await build({
    ...shared,
    html: { cspNonce: '__CSP_NONCE__' },
    worker: { format: 'es', plugins: () => [notePackages(packages)], rolldownOptions: { checks } },
    build: {
      outDir,
      emptyOutDir: false,
      target,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { checks },
      chunkSizeWarningLimit: 4000,
    },
  });
  writeFileSync(join(outDir, 'licences.txt'), licencesOf(root, packages));
}

await (isOffline ? buildOffline() : buildHosted());
