import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '../../src/host-node/package-folder.js';

/** The built program; STUDIO_DIST where it was built elsewhere. */
export const DIST = process.env['STUDIO_DIST'] ?? join(packageFolder, 'dist');
const MAIN = join(DIST, 'bin', 'main.js');

/** The address of the one-file studio. */
export function offlineAddress(): string {
  const file = join(DIST, 'thethuc.html');
  if (!existsSync(file)) throw new Error('dist/thethuc.html is missing: npm run build:offline');
  return pathToFileURL(file).href;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `thethuc …` as a user starts it. */
export function thethuc(argv: readonly string[], cwd: string): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...argv], { cwd, env: { PATH: process.env['PATH'] ?? '' } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder of the test's own, with files by their paths in it. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'thethuc-studio-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A copy of a kind's folder and of what kinds share, for a test that edits it: the folder for `--templates`. */
export function copyTemplates(slug: string, into: string): string {
  const templates = join(into, 'mau');
  for (const name of [slug, '_common'])
    cpSync(join(packageFolder, 'templates', name), join(templates, name), { recursive: true });
  return templates;
}

export interface Preview {
  /** With the token. */
  readonly address: string;
  readonly end: () => Promise<void>;
  /** As a power cut does. */
  readonly kill: () => Promise<void>;
}

/** `thethuc preview FOLDER --no-open …`, when it says its address. */
export function startPreview(
  folder: string,
  argv: readonly string[] = [],
  ownHome?: string,
): Promise<Preview> {
  // What it remembers of its user is the test's own; of several runs in `ownHome`.
  const home = ownHome ?? makeFolder();
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CONFIG_HOME: join(home, 'config') };
  const child = spawn(process.execPath, [MAIN, 'preview', folder, '--no-open', ...argv], {
    cwd: folder,
    env,
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
    if (ownHome === undefined) removeFolder(home);
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [address] = /^http:\S+/.exec(text) ?? [];
      if (address !== undefined) resolve({ address, end, kill });
    });
    child.once('close', (code) => reject(new Error(`thethuc preview ended with ${code}: ${said}`)));
  });
}
