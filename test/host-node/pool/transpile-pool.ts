import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * A folder with the pool and the programs of its tests as JavaScript, for child processes of Node: vitest's own way of reading
 * TypeScript ends at its process, and `dist` may be older than the sources.
 */
export function transpilePool(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thethuc-pool-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const sources = readdirSync(join(ROOT, 'src/host-node')).filter((name) =>
    /^(worker|watch|task)-/.test(name),
  );
  const files = [
    ...sources.map((name) => `src/host-node/${name}`),
    'test/host-node/pool/odd-worker.ts',
    'test/host-node/pool/odd-parent.ts',
  ];
  for (const file of files) {
    const target = join(folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, file), 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        verbatimModuleSyntax: true,
      },
    });
    writeFileSync(target, outputText);
  }
  return folder;
}
