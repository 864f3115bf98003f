import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type CompileContext, compileForm, type Paper } from '../../src/compile.js';
import { readSample, SAMPLE_FILES } from '../end-to-end/papers.js';

/** A sample with other words in it: what a kind can be besides what its sample shows. Also read by .ci/judge.mjs. */
interface Variant {
  readonly name: string;
  /** The sample's path. */
  readonly of: string;
  /** Each is found exactly once. */
  readonly replace: readonly (readonly [found: string, instead: string])[];
}

const VARIANTS = JSON.parse(
  readFileSync(new URL('variants.json', import.meta.url), 'utf8'),
) as readonly Variant[];

function textOf({ name, of, replace }: Variant): string {
  let text = readSample(of);
  for (const [found, instead] of replace) {
    if (text.split(found).length !== 2) throw new Error(`${name}: ${of} has not once: ${found}`);
    text = text.replace(found, () => instead);
  }
  return text;
}

const kindSamples = readdirSync(new URL('../../templates/', import.meta.url))
  .map((kind) => `templates/${kind}/sample.yaml`)
  .filter((file) => existsSync(new URL(`../../${file}`, import.meta.url)));

/** Every paper that the samples of all kinds give, a dossier's whole and each by itself; by a name that tells them apart. */
export function samplePapers(context: CompileContext): readonly (readonly [name: string, paper: Paper])[] {
  const forms = [
    ...[...new Set([...SAMPLE_FILES, ...kindSamples])].map((file) => ({ file, text: readSample(file) })),
    ...VARIANTS.map((variant) => ({ file: `${variant.of} as ${variant.name}`, text: textOf(variant) })),
  ];
  return forms.flatMap(({ file, text }) => {
    const whole = papersOf(file, text, context);
    if (whole.every(({ label }) => label === undefined) && whole.length === 1) return named(file, whole);
    return [
      ...named(file, whole),
      ...named(`${file}, split`, papersOf(file, text, { ...context, split: true })),
    ];
  });
}

const named = (file: string, papers: readonly Paper[]) =>
  papers.map((paper) => [paper.label === undefined ? file : `${file}, ${paper.label}`, paper] as const);

function papersOf(file: string, text: string, context: CompileContext): readonly Paper[] {
  const { value, diagnostics } = compileForm({ file, text }, context);
  if (value === undefined) throw new Error(`${file} gives no paper: ${JSON.stringify(diagnostics, null, 1)}`);
  return value;
}
