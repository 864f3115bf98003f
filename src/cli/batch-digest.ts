import { hash } from 'node:crypto';
import * as path from 'node:path';
import { createMemory, createOwned } from '../base/memory.js';
import type { FontSet } from '../font/font.js';
import type { FormValue } from '../form/form.js';
import { hashBytes } from '../host-node/hash-file.js';
import { bundledTemplates } from '../host-node/package-folder.js';
import { kindFingerprints } from '../host-node/template-files.js';
import type { BatchForms, CompiledJob } from './batch-forms.js';
import type { PressKind } from './press.js';

/** Of everything that the bytes of a job's files depend on. */
export type Digest = (job: CompiledJob) => string;

/** What files are read for, and not printed themselves: what they say is among the form's values. */
const READ_FILE = /\.(?:ya?ml|json|csv|xlsx|docx|pdf)$/i;

/** Reads once what all jobs have in common: the program, the kinds' files, the fonts, the options. */
export function createDigest(forms: BatchForms): Digest {
  const { press, setup, fonts } = forms;
  const { formats, split, bare, now = '' } = setup;
  const fingerprints = fingerprintsOf(forms.kinds);
  const drawn = drawnLetters(fonts);
  const common = JSON.stringify([press.version, fonts.family, drawn, formats, split, bare, now]);
  const rememberedHash = createOwned(hashBytes);
  return ({ papers, source }) => {
    const slugs = [...new Set(papers.flatMap(({ kinds }) => kinds))].sort();
    const files = [...(source.files ?? [])].filter(([name]) => !READ_FILE.test(name));
    const parts = [
      slugs.map((slug) => [slug, fingerprints.get(slug) ?? '']),
      papers.map(({ label = '', values }) => [label, shortened(values)]),
      files.map(([name, bytes]) => [name, rememberedHash(bytes)]),
    ];
    return hash('sha256', common + JSON.stringify(parts), 'hex');
  };
}

/** What is longer stands in the digest by its own hash. */
const LONG = 300;

/** The rows of a batch have most of what is long in common. */
const knownTexts = createMemory<string>(40);
const knownLists = createOwned((value: Exclude<FormValue, string>) => {
  const json = JSON.stringify(value);
  return json.length < LONG ? json : hash('sha256', json, 'hex');
});

type Shortened = string | { readonly text: string } | { readonly list: string };

/** The values, told apart as they themselves would be. */
function shortened(values: Readonly<Record<string, FormValue>>): Readonly<Record<string, Shortened>> {
  const short: Record<string, Shortened> = {};
  for (const key in values) {
    const value = values[key]!;
    if (typeof value !== 'string') short[key] = { list: knownLists(value) };
    else if (value.length < LONG) short[key] = value;
    else short[key] = { text: knownTexts.take(value, () => hash('sha256', JSON.stringify(value), 'hex')) };
  }
  return short;
}

/** Of every kind, by slug: those of the user's own lie in their folder, beside what they share or not. */
function fingerprintsOf(kinds: readonly PressKind[]): ReadonlyMap<string, string> {
  const bundled = kindFingerprints(bundledTemplates);
  const found = new Map(bundled);
  // A kind without shared files beside it takes the program's, and each fingerprint has these in it.
  const [shared = ''] = bundled.values();
  const folders = createOwnedFolders();
  for (const { slug, sampleFile } of kinds) {
    if (sampleFile === undefined) continue;
    const folder = path.dirname(sampleFile);
    const own = folders(path.dirname(folder)).get(path.basename(folder)) ?? '';
    found.set(slug, `${own}\n${shared}`);
  }
  return found;
}

function createOwnedFolders(): (folder: string) => ReadonlyMap<string, string> {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (folder) => {
    const found = known.get(folder) ?? kindFingerprints(folder);
    known.set(folder, found);
    return found;
  };
}

/** Some letters of a face, as they are drawn and measured. */
function drawnLetters({ faces }: FontSet): readonly string[] {
  const letters = new Set([...'aộĐ0'].map((letter) => letter.codePointAt(0) ?? 0));
  return Object.values(faces).map((face) => hashBytes(face.subset(letters).bytes));
}
