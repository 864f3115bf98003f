import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Drawn, readDrawn } from './drawn.js';

/** Only Liberation 2: version 1 has the same family name, other widths and no Vietnamese letters. */
const FONTS = process.env['LIBERATION_FONTS'] ?? '/usr/share/fonts/truetype/liberation2';
const CALL_LIMIT_MS = 60_000;

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** What is missing here, in words; empty where LibreOffice can be asked. In CI nothing may be missing. */
export const missing: readonly string[] = [
  ...['soffice', 'mutool'].filter((program) => !isInstalled(program)),
  ...(existsSync(join(FONTS, 'LiberationSerif-Regular.ttf')) ? [] : [FONTS]),
];

/** Whether the suite is to be skipped: never in CI, where it fails instead. */
export const isSkipped = missing.length > 0 && process.env['CI'] !== 'true';

/** Converts DOCX files to PDF in one call, with a LibreOffice profile of its own, and reads what each shows. */
export const render = (files: Readonly<Record<string, Uint8Array>>): Record<string, Drawn> =>
  convertAll(files, 'pdf', readDrawn);

/** The same to any format (`pdf`, `docx`); `read` gets the path of each file that was made, which is cleared away afterwards. */
export function convertAll<Read>(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
  read: (path: string) => Read,
): Record<string, Read> {
  const folder = mkdtempSync(join(tmpdir(), 'thethuc-calibration-'));
  try {
    mkdirSync(join(folder, 'made'));
    writeFileSync(join(folder, 'fonts.conf'), fontsConfig(folder));
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, `${name}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    convert(folder, format, paths);
    return Object.fromEntries(
      Object.keys(files).map((name) => [name, read(join(folder, 'made', `${name}.${format}`))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(folder: string, format: string, paths: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'made'), ...paths];
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const call = () => execFileSync('soffice', options, { env, timeout: CALL_LIMIT_MS, stdio: 'pipe' });
  try {
    call();
  } catch (error) {
    process.stderr.write(`LibreOffice failed once and is asked again: ${String(error)}\n`);
    call();
  }
}

const fontsConfig = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><cachedir>${folder}/cache</cachedir><alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias></fontconfig>`;
