import * as nodePath from 'node:path';
import type { ExitCode } from './io.js';
import { createNodePress } from './node-press.js';
import type { Press } from './press.js';
import { runCli } from './run-cli.js';

export interface DemoSetup {
  /** Absolute; every form (`*.yaml`) in it is rendered. */
  readonly samples: string;
  /** Absolute; made if missing. */
  readonly output: string;
  readonly write: (text: string) => void;
}

interface DemoRow {
  readonly name: string;
  readonly code: ExitCode;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly complaints: string;
}

/**
 * `npm run demo`: every sample as DOCX, PDF and pictures of its pages, with the font that comes with the program so that
 * every machine writes the same bytes; then a table of them. 0 when every sample was rendered without a finding of level "sai".
 */
export async function runDemo(setup: DemoSetup): Promise<ExitCode> {
  const press = createNodePress();
  const names = (await press.host.listFolder(setup.samples)) ?? [];
  const rows: DemoRow[] = [];
  for (const name of names.filter((file) => /\.ya?ml$/.test(file)))
    if (await isForm(nodePath.join(setup.samples, name), press))
      rows.push(await renderSample(name, setup, press));
  if (rows.length === 0) {
    setup.write(`Không có biểu mẫu nào trong ${setup.samples}\n`);
    return 2;
  }
  setup.write(table(rows));
  for (const row of rows) if (row.complaints !== '') setup.write(`\n${row.complaints}`);
  setup.write(`\nCác tệp ở trong ${setup.output}\n`);
  const codes = rows.map((row) => row.code);
  return codes.sort().at(-1) ?? 0;
}

/** A register of units lies among the forms that name it. */
async function isForm(file: string, { host }: Press): Promise<boolean> {
  const bytes = await host.readFile(file);
  return bytes !== undefined && /^(?:Loại văn bản|loai_van_ban):/m.test(new TextDecoder().decode(bytes));
}

async function renderSample(name: string, setup: DemoSetup, press: Press): Promise<DemoRow> {
  const output = `${setup.output}${nodePath.sep}`;
  const argv = [
    'render',
    name,
    '-o',
    output,
    '--format',
    'docx,pdf,png',
    '--fonts',
    'bundled',
    '--diagnostics',
    'short',
  ];
  let stdout = '';
  let complaints = '';
  const code = await runCli(
    argv,
    {
      stdin: async () => new Uint8Array(),
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        if (!/^(Phông: |Đã ghi )/.test(text)) complaints += text;
      },
      env: {},
      cwd: setup.samples,
      isTerminal: false,
      onInterrupt: () => () => {},
      path: nodePath,
    },
    press,
  );
  const files = stdout.split('\n').filter((line) => line !== '');
  let bytes = 0;
  for (const file of files)
    bytes += (await press.host.readFile(nodePath.resolve(setup.samples, file)))?.length ?? 0;
  return { name, code, files, bytes, complaints };
}

function table(rows: readonly DemoRow[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.code === 0 ? String(row.files.filter((file) => file.endsWith('.png')).length) : 'lỗi',
    endings(row.files),
    `${Math.round(row.bytes / 1024)} kB`,
  ]);
  const head = ['Biểu mẫu', 'Trang', 'Tệp', 'Cỡ'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]!.length)),
  );
  const lineOf = (line: readonly string[]): string =>
    line
      .map((cell, column) =>
        column % 2 === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ');
  const rule = widths.map((width) => '─'.repeat(width));
  return [head, rule, ...cells].map((line) => `${lineOf(line).trimEnd()}\n`).join('');
}

/** "docx, pdf, 6 png" */
function endings(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const ending = nodePath.extname(file).slice(1);
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts].map(([ending, count]) => (count > 1 ? `${count} ${ending}` : ending)).join(', ');
}
