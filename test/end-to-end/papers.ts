import { readdirSync, readFileSync } from 'node:fs';
import { type CompileContext, compileForm, type Paper } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { bundledFonts } from '../../src/host-node/find-fonts.js';
import { loadKinds } from '../../src/host-node/load-kinds.js';
import { createNodeHost } from '../../src/host-node/node-host.js';
import { nd30 } from '../../src/profile/nd30.js';

/** What every paper is compiled with: the kinds that come with the program, the bundled fonts, the decree's profile. */
export async function loadContext(): Promise<CompileContext> {
  const { value: kinds, diagnostics } = await loadKinds(undefined, createNodeHost());
  if (kinds === undefined) throw new Error(JSON.stringify(diagnostics));
  return { kinds, profile: nd30, fonts: bundledFonts().set };
}

const root = new URL('../../', import.meta.url);

const isForm = (file: string): boolean => /^Loại văn bản:/m.test(readFileSync(new URL(file, root), 'utf8'));

/** Every form that comes with the program, by its path: the samples, and what `thethuc new` gives. */
export const SAMPLE_FILES: readonly string[] = [
  ...readdirSync(new URL('samples/', root))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `samples/${name}`)
    .filter(isForm),
  'templates/plan/sample.yaml',
  'templates/emulation-launch-plan/sample.yaml',
  'templates/annual-work-plan/sample.yaml',
  'templates/conference-plan/sample.yaml',
  'templates/report-outline/sample.yaml',
];

export const readSample = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** The one paper of a form, and what was found in it. Throws where the form gives none. */
export function compileText(
  file: string,
  text: string,
  context: CompileContext,
): { readonly paper: Paper; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = compileForm({ file, text }, context);
  const paper = value?.[0];
  if (paper === undefined) throw new Error(`${file} gives no paper: ${JSON.stringify(diagnostics, null, 1)}`);
  return { paper, diagnostics };
}
