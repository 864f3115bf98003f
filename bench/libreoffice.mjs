import { spawn } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FONT_FOLDERS = [
  '/usr/share/fonts/truetype/liberation2',
  '/usr/share/fonts/liberation-serif',
  process.env.BENCH_FONTS,
];
const LIMIT_MS = 120_000;
/** Of a machine that others use too. */
const LIMIT_MS_FILE = 1_500;

async function firstThere(paths) {
  for (const path of paths) {
    if (
      path &&
      (await access(path).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return undefined;
}

/**
 * LibreOffice with a profile and a fonts.conf of its own in `folder`, naming only Liberation 2 (version 1 has the same
 * family name and no Vietnamese letters). Gives a function that converts DOCX files to PDF in one process.
 */
export async function libreOfficePeer(folder) {
  const fonts = await firstThere(FONT_FOLDERS);
  if (!fonts) throw new Error('no folder with Liberation Serif 2 (set BENCH_FONTS)');
  const config = join(folder, 'fonts.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}/fc</cachedir><alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias></fontconfig>`,
  );
  const program = process.env.SOFFICE ?? 'soffice';
  return (files) =>
    new Promise((resolve, reject) => {
      const args = [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ];
      const child = spawn(program, args, {
        env: { ...process.env, FONTCONFIG_FILE: config },
        stdio: 'ignore',
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS + files.length * LIMIT_MS_FILE);
      child.on('error', reject);
      child.on('exit', async (code) => {
        clearTimeout(timer);
        const pdfs = files.map((file) => join(folder, file.replace(/^.*\//, '').replace(/docx$/, 'pdf')));
        const lost = [];
        for (const pdf of pdfs) if (!(await firstThere([pdf]))) lost.push(pdf);
        if (code !== 0 || lost.length > 0)
          reject(new Error(`LibreOffice ended with ${code}, ${lost.length} PDF files missing`));
        else resolve(pdfs);
      });
    });
}
