import { createTextMap } from '../base/text-map.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { sameName } from './file-name.js';
import { duplicateKey } from './row-key.js';

/** A unit, as messages name it. */
interface NamedUnit {
  /** "Dòng 5", or the form's file: what people call it. */
  readonly shown: string;
  readonly place?: Place;
}

export interface StemUnit {
  /** Its place in the table's order, or any other number of its own. */
  readonly at: number;
  /** Below the output folder, with "/"; without extension. */
  readonly stem: string;
  /** Whether the unit's files lie in a folder of that name. */
  readonly isFolder: boolean;
}

/** Takes the units in table order; an error where one meets another that came before it. Only names and numbers are kept. */
export interface NameClashes {
  readonly add: (unit: StemUnit) => Diagnostic | undefined;
}

export interface KeyClashes {
  readonly add: (unit: { readonly at: number; readonly key: string }) => Diagnostic | undefined;
}

/**
 * Finds units that come to one name, as Windows and macOS compare names, and units that would lie in the folder of another.
 * `named` says how messages call the unit of a number; `taken`: stems of other files of the run.
 */
export function createNameClashes(
  named: (at: number) => NamedUnit,
  taken: readonly string[] = [],
): NameClashes {
  const reserved = new Set(taken.map(sameName));
  const owners = unitsByName();
  const folders = unitsByName();
  /** Folders that only group units: "hoa-giang" of "hoa-giang/001", each with the first unit in it. */
  const groups = unitsByName();
  return {
    add: ({ at, stem, isFolder }) => {
      const name = sameName(stem);
      const above = foldersAbove(name);
      const owner = owners.get(name);
      const around = above.map((folder) => folders.get(folder)).find((found) => found !== undefined);
      const inside = isFolder ? groups.get(name) : undefined;
      owners.set(name, at);
      if (isFolder) folders.set(name, at);
      for (const folder of above) groups.set(folder, at);
      const unit = () => ({ ...named(at), stem });
      if (owner !== undefined) return sameStem(unit(), named(owner));
      if (around !== undefined) return insideFolder(unit(), named(around));
      if (inside !== undefined) return insideFolder(unit(), named(inside));
      return reserved.has(name) ? takenName(unit()) : undefined;
    },
  };
}

/** Of each name the number of the first unit; a hundred thousand of them are held. */
function unitsByName() {
  const map = createTextMap();
  return {
    get: (name: string): number | undefined => {
      const at = map.get(name);
      return at === undefined ? undefined : Number(at);
    },
    set: (name: string, at: number): void => {
      if (!map.has(name)) map.set(name, String(at));
    },
  };
}

/** "a/b" and "a" of "a/b/c". */
const foldersAbove = (stem: string): readonly string[] =>
  [...stem.matchAll(/\//g)].map(({ index }) => stem.slice(0, index));

/** Finds units of one key, among which the next run could not choose. */
export function createKeyClashes(named: (at: number) => NamedUnit): KeyClashes {
  const owners = unitsByName();
  return {
    add: ({ at, key }) => {
      const folded = sameName(key);
      const owner = owners.get(folded);
      if (owner !== undefined) return duplicateKey(key, named(at).place, named(owner).place);
      owners.set(folded, at);
      return undefined;
    },
  };
}

/** One that meets another. */
type MeetingUnit = NamedUnit & Pick<StemUnit, 'stem'>;

const sameStem = (unit: MeetingUnit, owner: NamedUnit): Diagnostic =>
  meeting(unit, owner, {
    message: `${owner.shown} và ${lowered(unit.shown)} cùng cho tên "${unit.stem}"`,
    actual: unit.stem,
    expected: 'mỗi đơn vị một tên, không kể chữ hoa, chữ thường',
    hints: ['Thêm {{stt}} hoặc {{ma}} vào mẫu tên, như: --name "{{stt}}-{{ten}}"'],
  });

const insideFolder = (unit: MeetingUnit, owner: NamedUnit): Diagnostic =>
  meeting(unit, owner, {
    message: `${owner.shown} và ${lowered(unit.shown)} để tệp trong cùng một thư mục của riêng một đơn vị`,
    actual: unit.stem,
    expected: 'mỗi đơn vị một thư mục, không nằm trong thư mục của đơn vị khác',
    hints: ['Thêm {{stt}} hoặc {{ma}} vào phần cuối của mẫu tên, như: --name "{{dia_danh}}/{{stt}}-{{ten}}"'],
  });

const takenName = (unit: MeetingUnit): Diagnostic => ({
  code: 'batch/same-name',
  severity: 'error',
  message: `${unit.shown} cho tên "${unit.stem}", trùng với tệp khác mà lệnh này ghi`,
  ...(unit.place && { place: unit.place }),
  actual: unit.stem,
  hints: ['Đổi mẫu tên (--name), hoặc đổi tên tệp kia'],
});

function meeting(
  unit: MeetingUnit,
  owner: NamedUnit,
  rest: Pick<Diagnostic, 'message' | 'actual' | 'expected' | 'hints'>,
): Diagnostic {
  return {
    code: 'batch/same-name',
    severity: 'error',
    ...rest,
    ...(unit.place && { place: unit.place }),
    ...(owner.place && { related: [{ place: owner.place, message: 'đã dùng ở đây' }] }),
  };
}

/** "Dòng 9" within a sentence; a file keeps its letters. */
const lowered = (shown: string): string => shown.replace(/^Dòng (?=\d)/, 'dòng ');
