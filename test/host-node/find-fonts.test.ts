import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFonts } from '../../src/host-node/find-fonts.js';
import { type FontSystem, fontFolders, pickFontFiles } from '../../src/host-node/font-folders.js';
import { createNodeHost } from '../../src/host-node/node-host.js';
import { packageFolder } from '../../src/host-node/package-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thethuc-fonts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A Linux whose home is the test's folder, so that no font of this machine is found. */
const system = (): FontSystem => ({ platform: 'linux', env: {}, homeFolder: folder, path });
const TINOS = {
  'times.ttf': 'Regular',
  'TimesBd.TTF': 'Bold',
  'timesi.ttf': 'Italic',
  'timesbi.ttf': 'BoldItalic',
};
function putFonts(target: string): void {
  for (const [name, face] of Object.entries(TINOS)) {
    copyFileSync(path.join(packageFolder, 'fonts', `Tinos-${face}.ttf`), path.join(target, name));
  }
}
const host = createNodeHost();

describe('where Times New Roman is looked for', () => {
  test("Windows: its own folder, then the user's", () => {
    const windows = { platform: 'win32', homeFolder: 'C:\\Users\\lan', path: path.win32 };
    expect(fontFolders({ ...windows, env: { WINDIR: 'D:\\Win', LOCALAPPDATA: 'C:\\L' } })).toEqual([
      'D:\\Win\\Fonts',
      'C:\\L\\Microsoft\\Windows\\Fonts',
    ]);
    expect(fontFolders({ ...windows, env: {} })[1]).toBe(
      'C:\\Users\\lan\\AppData\\Local\\Microsoft\\Windows\\Fonts',
    );
  });
  test('macOS', () => {
    const folders = fontFolders({ platform: 'darwin', env: {}, homeFolder: '/Users/lan', path: path.posix });
    expect(folders.slice(0, 2)).toEqual(['/System/Library/Fonts/Supplemental', '/Library/Fonts']);
  });
  test.each([
    [['TIMES.TTF', 'TimesBd.ttf', 'timesi.ttf', 'timesbi.ttf', 'arial.ttf']],
    [
      [
        'Times New Roman.ttf',
        'Times New Roman Bold.ttf',
        'Times New Roman Italic.ttf',
        'Times New Roman Bold Italic.ttf',
      ],
    ],
    [
      [
        'Times_New_Roman.ttf',
        'Times_New_Roman_Bold.ttf',
        'Times_New_Roman_Italic.ttf',
        'Times_New_Roman_Bold_Italic.ttf',
      ],
    ],
  ])('by the names %j', (names) => {
    const picked = pickFontFiles(names);
    expect('files' in picked && Object.values(picked.files)).toEqual(names.slice(0, 4));
  });
  test('a family without a face is none', () => {
    expect(pickFontFiles(['times.ttf', 'timesbd.ttf'])).toEqual({ missing: ['timesi.ttf', 'timesbi.ttf'] });
  });
});

describe('the fonts of a run', () => {
  test('are Tinos where the machine has no Times New Roman, or --fonts bundled says so', async () => {
    const found = await findFonts(undefined, host, {
      ...system(),
      platform: 'win32',
      env: { WINDIR: folder },
    });
    expect(found.value?.set.family).toBe('Tinos');
    expect((await findFonts('bundled', host, system())).value?.set.family).toBe('Tinos');
  });

  test('are those of a folder, which is named', async () => {
    putFonts(folder);
    const { value, diagnostics } = await findFonts(folder, host, system());
    expect(diagnostics).toEqual([]);
    expect(value?.set.family).toBe('Times New Roman');
    expect(value?.set.source).toBe(`Times New Roman trong ${folder}`);
    // The sans of banners is always ours.
    expect(value?.files.map((file) => path.basename(file))).toEqual([
      ...Object.keys(TINOS),
      'Arimo-Bold.ttf',
    ]);
    // Tinos has the widths of Times New Roman: the letter A is 1479 of 2048 wide.
    expect(value?.set.faces.regular.advance(65)).toBe(1479);
  });

  test("are the machine's own Times New Roman, unless one of its files is broken", async () => {
    const fonts = path.join(folder, 'Fonts');
    mkdirSync(fonts);
    putFonts(fonts);
    const windows = { ...system(), platform: 'win32', env: { WINDIR: folder } };
    expect((await findFonts(undefined, host, windows)).value?.set.source).toBe(
      `Times New Roman trong ${fonts}`,
    );
    writeFileSync(path.join(fonts, 'times.ttf'), 'không phải phông');
    expect((await findFonts(undefined, host, windows)).value?.set.family).toBe('Tinos');
  });

  test.each([
    ['a folder that is not there', (at: string) => path.join(at, 'x'), 'fonts/no-folder'],
    ['a folder without the faces', (at: string) => at, 'fonts/missing-face'],
  ])('%s is an error', async (_, option, code) => {
    const { value, diagnostics } = await findFonts(option(folder), host, system());
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
  });

  test('a broken font that was asked for is an error', async () => {
    putFonts(folder);
    writeFileSync(path.join(folder, 'timesi.ttf'), 'không phải phông');
    expect((await findFonts(folder, host, system())).diagnostics.map((d) => d.code)).toEqual([
      'fonts/bad-font',
    ]);
  });
});
