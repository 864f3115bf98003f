import { homedir } from 'node:os';
import * as nodePath from 'node:path';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { FontSet, SerifFaceName } from '../font/font.js';
import { BUNDLED_FILES, loadBundledFonts, loadFonts } from '../font/load-fonts.js';
import type { Host } from '../host/host.js';
import { HostError } from '../host/host-error.js';
import { type FontFiles, type FontSystem, fontFolders, pickFontFiles } from './font-folders.js';
import { packageFolder, readPackageFile } from './package-folder.js';

/** The system that the program runs on. */
export const thisSystem = (): FontSystem => ({
  platform: process.platform,
  env: process.env,
  homeFolder: homedir(),
  path: nodePath,
});

/** A font set, and the files that a rasteriser draws its pages with. */
export interface FoundFonts {
  readonly set: FontSet;
  readonly files: readonly string[];
}

/** Tinos, which comes with the program and has the widths of Times New Roman. */
export const bundledFonts = (): FoundFonts => ({
  set: loadBundledFonts((file) => readPackageFile('fonts', ...file.split('/'))),
  files: Object.values(BUNDLED_FILES).map((file) => nodePath.join(packageFolder, 'fonts', file)),
});

/**
 * `--fonts`: "bundled" is Tinos; a folder must hold the four faces of Times New Roman; without the option the system's own
 * Times New Roman, and Tinos where it has none.
 */
export async function findFonts(
  option: string | undefined,
  host: Host,
  system: FontSystem = thisSystem(),
): Promise<Outcome<FoundFonts>> {
  if (option === 'bundled') return { value: bundledFonts(), diagnostics: [] };
  if (option !== undefined) return fontsFrom(option, host, system);
  for (const folder of fontFolders(system)) {
    const found = await fontsInSystemFolder(folder, host, system);
    if (found) return { value: found, diagnostics: [] };
  }
  return { value: bundledFonts(), diagnostics: [] };
}

/** What keeps one folder of the system from being read is no reason to stop: the next may do, and Tinos always does. */
async function fontsInSystemFolder(
  folder: string,
  host: Host,
  system: FontSystem,
): Promise<FoundFonts | undefined> {
  try {
    const picked = pickFontFiles((await host.listFolder(folder)) ?? []);
    return 'files' in picked ? await loadFrom(folder, picked.files, host, system) : undefined;
  } catch {
    return undefined;
  }
}

async function fontsFrom(folder: string, host: Host, system: FontSystem): Promise<Outcome<FoundFonts>> {
  const names = await listOrNothing(folder, host);
  if (names === undefined) {
    const message = `Không tìm thấy thư mục phông "${folder}"`;
    return {
      diagnostics: [fontError('no-folder', message, 'Ghi "--fonts bundled" để dùng phông Tinos đi kèm')],
    };
  }
  const picked = pickFontFiles(names);
  if ('missing' in picked) {
    const message = `Thư mục phông "${folder}" thiếu ${picked.missing.join(', ')}`;
    const hint = 'Chép đủ times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf (Times New Roman) vào thư mục đó';
    return { diagnostics: [fontError('missing-face', message, hint)] };
  }
  try {
    return { value: await loadFrom(folder, picked.files, host, system), diagnostics: [] };
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    const message = `Không đọc được phông trong "${folder}": ${cause instanceof Error ? cause.message : String(cause)}`;
    return {
      diagnostics: [fontError('bad-font', message, 'Chép lại bốn tệp phông TrueType từ một máy Windows')],
    };
  }
}

async function listOrNothing(folder: string, host: Host): Promise<readonly string[] | undefined> {
  try {
    return await host.listFolder(folder);
  } catch (cause) {
    if (cause instanceof HostError && cause.failure === 'not-folder') return undefined;
    throw cause;
  }
}

async function loadFrom(
  folder: string,
  files: FontFiles,
  host: Host,
  { path }: FontSystem,
): Promise<FoundFonts> {
  const bytesOf = async (face: SerifFaceName): Promise<Uint8Array> => {
    const bytes = await host.readFile(path.join(folder, files[face]));
    if (!bytes) throw new Error(`${files[face]} không còn trong thư mục`);
    return bytes;
  };
  const faces = {
    regular: await bytesOf('regular'),
    bold: await bytesOf('bold'),
    italic: await bytesOf('italic'),
    boldItalic: await bytesOf('boldItalic'),
  };
  // Banners' sans is always our own: a machine's Arial may lack Vietnamese capitals.
  const { sansBold } = bundledFonts().set.faces;
  return {
    set: loadFonts(faces, 'Times New Roman', `Times New Roman trong ${folder}`, sansBold),
    files: [
      ...Object.values(files).map((file) => path.join(folder, file)),
      nodePath.join(packageFolder, 'fonts', BUNDLED_FILES.sansBold),
    ],
  };
}

const fontError = (code: string, message: string, hint: string): Diagnostic => ({
  code: `fonts/${code}`,
  severity: 'error',
  message,
  hints: [hint],
});
