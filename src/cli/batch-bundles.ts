import { createHash } from 'node:crypto';
import * as nodePath from 'node:path';
import { createTextMap } from '../base/text-map.js';
import type { MadeFile } from '../batch/job.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { JournalFile } from '../host-node/journal-file.js';
import { findForeign, removeOwned, verifyFiles } from '../host-node/owned-files.js';
import {
  countPrintVolumes,
  type PrintPaper,
  printVolumeNames,
  writePrintVolumes,
} from '../host-node/print-volumes.js';
import { writeZip, type ZipSource } from '../host-node/zip-files.js';
import { namesOfUnit, type Unit } from './batch-unit.js';
import type { BatchWishes } from './batch-wishes.js';
import type { Progress } from './progress.js';
import type { Run } from './run.js';

/** What archives and print volumes are made of and written to. */
export interface Bundling {
  readonly run: Run;
  readonly wishes: BatchWishes;
  readonly journal: JournalFile;
  readonly temporary: string;
  readonly progress: Progress;
  /** Whether Ctrl-C was typed. */
  readonly isStopped: () => boolean;
}

/** All units in one archive, when there is no better name. */
const ARCHIVE = 'tat-ca';
/** Steps of the bar. */
const ZIPPING = 'Nén';
const MERGING = 'Ghép để in';
/** Of a name that several units have. */
const SHARED = '+';

interface Paper {
  readonly file: MadeFile;
  readonly title: string;
}

/** A bundle to be made: by its name, what is in it, and how it is written. */
interface Bundle {
  readonly name: string;
  /** The files that go into it, asked for once for the digest and once to be written: of no unit they are held. */
  readonly of: () => Iterable<MadeFile>;
  /** What its bytes depend on beside its files. */
  readonly options: () => Iterable<string>;
  /** Gives the files' paths below the output folder. */
  readonly write: () => Promise<readonly MadeFile[]>;
  /** Where it would lie. */
  readonly paths: readonly string[];
}

/** Ctrl-C between two papers: what is half written is dropped on the way out. */
class BundleStopped extends Error {
  override readonly name = 'BundleStopped';
}

/**
 * Makes the archives and print volumes that are asked for; those whose papers are as before are left alone. Gives the paths;
 * of a run that is stopped those that were whole by then.
 */
export async function makeBundles(bundling: Bundling, units: readonly Unit[]): Promise<readonly string[]> {
  const { progress, isStopped } = bundling;
  const ready = units.filter(
    ({ state, files }) => files > 0 && (state === 'made' || state === 'unchanged' || state === 'kept'),
  );
  const written: string[] = [];
  if (ready.length === 0) return written;
  // Of papers changed by hand the journal has the old hash: whether they changed again it cannot tell.
  const isEdited = ready.some(({ state }) => state === 'kept');
  try {
    for (const bundle of bundlesOf(bundling, ready)) {
      if (isStopped()) break;
      written.push(...(await makeBundle(bundling, bundle, isEdited)));
    }
  } catch (error) {
    if (!(error instanceof BundleStopped)) throw error;
  } finally {
    progress.stop();
  }
  return written;
}

/** One after the other: of a hundred thousand archives each is forgotten when it is made. */
function* bundlesOf(bundling: Bundling, units: readonly Unit[]): Generator<Bundle, void, undefined> {
  const { zip, merge, shardSuffix } = bundling.wishes;
  if (zip === 'one') yield wholeArchive(bundling, `${ARCHIVE}${shardSuffix}.zip`, units);
  if (zip === 'unit') yield* unitArchives(bundling, units);
  if (merge !== undefined) yield* printVolumes(bundling, merge, units);
}

async function makeBundle(
  { run, journal, wishes: { output } }: Bundling,
  bundle: Bundle,
  isEdited: boolean,
): Promise<readonly string[]> {
  const { name, of, options, write } = bundle;
  const digest = digestOf(options(), of());
  const before = journal.state.bundle(name);
  const isKnown = !isEdited && before?.digest === digest;
  if (isKnown && (await verifyFiles(output, before.files)).state === 'intact')
    return before.files.map(({ path }) => path);
  const owned = Object.fromEntries(
    bundle.paths.flatMap((path) => {
      const owner = journal.state.owner(path) ?? before?.files.find((file) => file.path === path);
      return owner === undefined ? [] : [[path, owner] as const];
    }),
  );
  const force = run.line.switches.has('force');
  const foreign = await findForeign(bundle.paths, { output, owned, force });
  run.reporter.add(foreign);
  if (hasErrors(foreign)) return [];
  // No unit has such a key.
  const key = `\u0000${name}`;
  journal.append({ type: 'begin', key, paths: bundle.paths });
  await journal.sync();
  const files = await write();
  journal.append({ type: 'bundle', bundle: { bundle: name, digest, files } });
  // It is whole: from here on what somebody makes of it is theirs.
  journal.append({ type: 'dropped', key });
  // Volumes of a longer table that this one no longer has.
  const kept = new Set(files.map(({ path }) => path));
  for (const old of before?.files ?? [])
    if (!kept.has(old.path)) await removeOwned(output, old.path, old.sha256);
  return files.map(({ path }) => path);
}

function digestOf(options: Iterable<string>, files: Iterable<MadeFile>): string {
  const hash = createHash('sha256');
  for (const option of options) hash.update(`${option}\0`);
  for (const { path, sha256 } of files) hash.update(`\0${path}\0${sha256}`);
  return hash.digest('hex');
}

const filesOf = ({ journal }: Bundling, unit: Unit): readonly MadeFile[] =>
  journal.state.done(namesOfUnit(unit).key)?.files ?? [];

function* filesOfAll(bundling: Bundling, units: readonly Unit[]): Generator<MadeFile, void, undefined> {
  for (const unit of units) yield* filesOf(bundling, unit);
}

/** What each unit has to give, with the bar going on unit by unit, and no further once the run is stopped. */
function* watched<T>(
  { progress, isStopped }: Bundling,
  step: string,
  units: readonly Unit[],
  give: (unit: Unit) => Iterable<T>,
): Generator<T, void, undefined> {
  progress.start(step, units.length);
  for (const unit of units) {
    for (const one of give(unit)) {
      if (isStopped()) throw new BundleStopped();
      yield one;
    }
    progress.advance();
  }
}

function wholeArchive(bundling: Bundling, path: string, units: readonly Unit[]): Bundle {
  const files = () => watched(bundling, ZIPPING, units, (unit) => filesOf(bundling, unit));
  return archive(bundling, path, { of: () => filesOfAll(bundling, units), files, folder: '' });
}

function* unitArchives(bundling: Bundling, units: readonly Unit[]): Generator<Bundle, void, undefined> {
  yield* watched(bundling, ZIPPING, units, (unit) => {
    const { stem } = namesOfUnit(unit);
    const of = () => filesOf(bundling, unit);
    const folder = stem.slice(0, stem.lastIndexOf('/') + 1);
    return [archive(bundling, `${stem}.zip`, { of, files: of, folder })];
  });
}

/** `files`: as they are written. `folder`: where the unit lies; the files' names in the archive begin behind it. */
function archive(
  { wishes: { output }, temporary }: Bundling,
  path: string,
  content: {
    readonly of: Bundle['of'];
    readonly files: Bundle['of'];
    readonly folder: string;
  },
): Bundle {
  const { of, files, folder } = content;
  const sources = function* (): Generator<ZipSource, void, undefined> {
    for (const file of files())
      yield { name: file.path.slice(folder.length), path: nodePath.join(output, file.path) };
  };
  const write = async (): Promise<readonly MadeFile[]> => {
    const { sha256, size } = await writeZip(nodePath.join(output, path), sources(), { temporary });
    return [{ path, sha256, size }];
  };
  return { name: `zip:${path}`, of, options: () => [path], write, paths: [path] };
}

function* printVolumes(
  bundling: Bundling,
  merge: string,
  units: readonly Unit[],
): Generator<Bundle, void, undefined> {
  const { run, wishes, temporary } = bundling;
  const { output } = wishes;
  const titleOf = createTitles(units);
  const papersOf = function* (unit: Unit): Generator<Paper, void, undefined> {
    const title = titleOf(unit);
    for (const file of filesOf(bundling, unit)) if (file.path.endsWith('.pdf')) yield { file, title };
  };
  const of = function* (): Generator<MadeFile, void, undefined> {
    for (const unit of units) for (const { file } of papersOf(unit)) yield file;
  };
  const titles = function* (): Generator<string, void, undefined> {
    for (const unit of units) for (const { title } of papersOf(unit)) yield title;
  };
  const count = countPrintVolumes(titles());
  if (count === 0) return;
  const evenPages = run.line.switches.has('two-sided');
  const name = nodePath.basename(merge);
  const folder = nodePath.relative(output, nodePath.dirname(merge)).split(nodePath.sep).join('/');
  const below = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  const sources = function* (): Generator<PrintPaper, void, undefined> {
    for (const { file, title } of watched(bundling, MERGING, units, papersOf))
      yield { path: nodePath.join(output, file.path), title };
  };
  const write = async (): Promise<readonly MadeFile[]> => {
    const written = await writePrintVolumes(merge, sources(), { evenPages, temporary });
    return written.map((volume) => ({ path: below(volume.name), sha256: volume.sha256, size: volume.size }));
  };
  const options = function* (): Generator<string, void, undefined> {
    yield name;
    yield String(evenPages);
    yield* titles();
  };
  yield { name: `merge:${below(name)}`, of, options, write, paths: printVolumeNames(name, count).map(below) };
}

/** What the bookmark of a unit says: its name, with the key behind it where other units have the same name. */
function createTitles(units: readonly Unit[]): (unit: Unit) => string {
  const seen = createTextMap();
  for (const unit of units) {
    const { unit: name } = namesOfUnit(unit);
    seen.set(name, seen.has(name) ? SHARED : '');
  }
  return (unit) => {
    const { key, unit: name } = namesOfUnit(unit);
    if (name === '') return key;
    return seen.get(name) === SHARED && key !== name ? `${name} (${key})` : name;
  };
}
