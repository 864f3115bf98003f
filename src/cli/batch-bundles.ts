import { createHash } from 'node:crypto';
import * as nodePath from 'node:path';
import type { MadeFile } from '../batch/job.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { JournalFile } from '../host-node/journal-file.js';
import { findForeign, removeOwned, verifyFiles } from '../host-node/owned-files.js';
import { MOST_PAPERS, printVolumeNames, writePrintVolumes } from '../host-node/print-volumes.js';
import { writeZip } from '../host-node/zip-files.js';
import { namesOfUnit, type Unit } from './batch-unit.js';
import type { BatchWishes } from './batch-wishes.js';
import type { Run } from './run.js';

/** What archives and print volumes are made of and written to. */
export interface Bundling {
  readonly run: Run;
  readonly wishes: BatchWishes;
  readonly journal: JournalFile;
  readonly temporary: string;
}

/** All units in one archive, when there is no better name. */
const ARCHIVE = 'tat-ca';

/** A bundle to be made: by its name, what is in it, and how it is written. */
interface Bundle {
  readonly name: string;
  readonly of: readonly MadeFile[];
  /** What its bytes depend on beside its files. */
  readonly options: readonly string[];
  /** Gives the files' paths below the output folder. */
  readonly write: () => Promise<readonly MadeFile[]>;
  /** Where it would lie, as far as known before it is written. */
  readonly paths: readonly string[];
}

/** Makes the archives and print volumes that are asked for; those whose papers are as before are left alone. Gives the paths. */
export async function makeBundles(bundling: Bundling, units: readonly Unit[]): Promise<readonly string[]> {
  const ready = units.filter(({ state }) => state === 'made' || state === 'unchanged' || state === 'kept');
  const written: string[] = [];
  for (const bundle of [...archives(bundling, ready), ...volumes(bundling, ready)])
    written.push(...(await makeBundle(bundling, bundle)));
  return written;
}

async function makeBundle(
  { run, journal, wishes: { output } }: Bundling,
  bundle: Bundle,
): Promise<readonly string[]> {
  const { name, of, options, write } = bundle;
  const digest = digestOf([...options, ...of.map(({ path, sha256 }) => `${path}\n${sha256}`)]);
  const before = journal.state.bundle(name);
  if (before?.digest === digest && (await verifyFiles(output, before.files)).state === 'intact')
    return before.files.map(({ path }) => path);
  const owned = Object.fromEntries(
    bundle.paths.flatMap((path) => {
      const owner = journal.state.owner(path);
      return owner === undefined ? [] : [[path, owner] as const];
    }),
  );
  const force = run.line.switches.has('force');
  const foreign = await findForeign(bundle.paths, { output, owned, force });
  run.reporter.add(foreign);
  if (hasErrors(foreign)) return [];
  journal.append({ type: 'begin', key: `\u0000${name}`, paths: bundle.paths });
  await journal.sync();
  const files = await write();
  journal.append({ type: 'bundle', bundle: { bundle: name, digest, files } });
  // Volumes of a longer table that this one no longer has.
  const kept = new Set(files.map(({ path }) => path));
  for (const old of before?.files ?? [])
    if (!kept.has(old.path)) await removeOwned(output, old.path, old.sha256);
  return files.map(({ path }) => path);
}

const digestOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

function archives(bundling: Bundling, units: readonly Unit[]): readonly Bundle[] {
  const { zip, shardSuffix } = bundling.wishes;
  if (zip === undefined || units.length === 0) return [];
  const filesOf = (unit: Unit): readonly MadeFile[] => madeOf(bundling, namesOfUnit(unit).key);
  if (zip === 'one') return [archive(bundling, `${ARCHIVE}${shardSuffix}.zip`, units.flatMap(filesOf), '')];
  return units.map((unit) => {
    const { stem } = namesOfUnit(unit);
    return archive(bundling, `${stem}.zip`, filesOf(unit), stem.slice(0, stem.lastIndexOf('/') + 1));
  });
}

const madeOf = ({ journal }: Bundling, key: string): readonly MadeFile[] =>
  journal.state.done(key)?.files ?? [];

/** `folder`: where the unit lies; its name in the archive begins behind it. */
function archive(
  { wishes: { output }, temporary }: Bundling,
  path: string,
  of: readonly MadeFile[],
  folder: string,
): Bundle {
  const write = async (): Promise<readonly MadeFile[]> => {
    const sources = of.map((file) => ({
      name: file.path.slice(folder.length),
      path: nodePath.join(output, file.path),
    }));
    const { sha256, size } = await writeZip(nodePath.join(output, path), sources, { temporary });
    return [{ path, sha256, size }];
  };
  return { name: `zip:${path}`, of, options: [path], write, paths: [path] };
}

function volumes(bundling: Bundling, units: readonly Unit[]): readonly Bundle[] {
  const { run, wishes, temporary } = bundling;
  const { output, merge } = wishes;
  if (merge === undefined) return [];
  const papers = units.flatMap((one) => {
    const { key, unit } = namesOfUnit(one);
    const pdfs = madeOf(bundling, key).filter(({ path }) => path.endsWith('.pdf'));
    return pdfs.map((file) => ({ file, title: unit === '' ? key : unit }));
  });
  if (papers.length === 0) return [];
  const evenPages = run.line.switches.has('two-sided');
  const name = nodePath.basename(merge);
  const folder = nodePath.relative(output, nodePath.dirname(merge)).split(nodePath.sep).join('/');
  const below = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  const write = async (): Promise<readonly MadeFile[]> => {
    const sources = papers.map(({ file, title }) => ({ path: nodePath.join(output, file.path), title }));
    const written = await writePrintVolumes(merge, sources, { evenPages, temporary });
    return written.map((volume) => ({ path: below(volume.name), sha256: volume.sha256, size: volume.size }));
  };
  const options = [name, String(evenPages), ...papers.map(({ title }) => title)];
  const files = papers.map(({ file }) => file);
  const paths = printVolumeNames(name, Math.ceil(papers.length / MOST_PAPERS)).map(below);
  return [{ name: `merge:${below(name)}`, of: files, options, write, paths }];
}
