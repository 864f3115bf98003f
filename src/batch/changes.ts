import type { JournalState } from './journal.js';
import type { DoneEntry, RunHeader } from './journal-entry.js';

/** The journal as the run before left it. */
export type EarlierRun = Pick<JournalState, 'run' | 'done' | 'keys'>;

/** A unit of this run, as it was checked. */
export interface PresentUnit {
  readonly key: string;
  /** Issuing agency. */
  readonly name: string;
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly stem: string;
  /** Absent where it cannot be made. */
  readonly digest?: string | undefined;
  readonly cells: readonly string[];
}

export interface PresentRun {
  readonly run: RunHeader;
  readonly units: Iterable<PresentUnit>;
  /** Whether all units were asked for; only then does one that is not there mean that it is gone. */
  readonly isWhole: boolean;
}

/** So many units are named; the rest is counted. */
const MOST_NAMED = 10;

/** Sentences or names of which only the first are kept. */
interface Counted {
  count: number;
  readonly first: string[];
}

/** What came of a comparison, unit by unit. */
interface Comparison {
  readonly added: Counted;
  readonly renamed: Counted;
  readonly changed: Counted;
  /** Of the units behind the first ones: columns with the number of units in which each changed. */
  readonly furtherColumns: Map<string, number>;
  /** Units that are to be made again although their rows are as before. */
  touched: number;
  units: number;
}

/**
 * What changed since the run before, in sentences; empty when nothing did. Many units that changed are counted, by column,
 * behind the first ones.
 */
export function describeChanges(before: EarlierRun, now: PresentRun): readonly string[] {
  const earlier = before.run;
  if (earlier === undefined) return [];
  const found: Comparison = {
    added: counted(),
    renamed: counted(),
    changed: counted(),
    furtherColumns: new Map(),
    touched: 0,
    units: 0,
  };
  const columns = columnPairs(earlier.head, now.run.head);
  const present = new Set<string>();
  for (const unit of now.units) {
    present.add(unit.key);
    compareUnit(unit, shownIn(now.run), before.done(unit.key), columns, found);
  }
  const gone = now.isWhole ? goneUnits(before, present) : counted();
  return [
    ...commonChanges(earlier, now.run, found),
    ...headChanges(earlier.head, now.run.head),
    ...listed('Lần trước chưa làm', found.added),
    ...listed('Không còn ở lần này', gone),
    ...found.changed.first,
    ...furtherChanges(found),
    ...found.renamed.first,
    ...(leftOf(found.renamed) > 0 ? [`Đổi tên thêm ${leftOf(found.renamed)} đơn vị khác`] : []),
  ];
}

/** A row of the table, or a form, as people call it. */
const shownIn =
  ({ head }: RunHeader) =>
  ({ key, row, name }: PresentUnit): string =>
    head.length === 0 ? `"${key}"` : `Dòng ${row} (${name})`;

const counted = (): Counted => ({ count: 0, first: [] });

function count(list: Counted, sentence: () => string): void {
  list.count += 1;
  if (list.first.length < MOST_NAMED) list.first.push(sentence());
}

const leftOf = (list: Counted): number => list.count - list.first.length;

interface ColumnPair {
  readonly head: string;
  readonly before: number;
  readonly now: number;
}

/** Columns are the same by their heads, wherever they stand. */
function columnPairs(before: readonly string[], now: readonly string[]): readonly ColumnPair[] {
  const places = new Map(before.map((head, index) => [head, index]));
  return now.flatMap((head, index) => {
    const place = head === '' ? undefined : places.get(head);
    return place === undefined ? [] : [{ head, before: place, now: index }];
  });
}

function compareUnit(
  unit: PresentUnit,
  shown: (unit: PresentUnit) => string,
  earlier: DoneEntry | undefined,
  columns: readonly ColumnPair[],
  found: Comparison,
): void {
  found.units += 1;
  if (earlier === undefined) {
    // Of one that cannot be made now either, its findings say more.
    if (unit.digest !== undefined) count(found.added, () => lowered(shown(unit)));
    return;
  }
  const heads = columns
    .filter((column) => earlier.cells[column.before] !== unit.cells[column.now])
    .map(({ head }) => head);
  if (heads.length > 0) {
    count(found.changed, () => `${shown(unit)}: đổi cột ${quoted(heads)}`);
    if (leftOf(found.changed) > 0)
      for (const head of heads) found.furtherColumns.set(head, (found.furtherColumns.get(head) ?? 0) + 1);
  }
  if (earlier.stem !== unit.stem)
    count(found.renamed, () => `${shown(unit)}: đổi tên từ "${earlier.stem}" thành "${unit.stem}"`);
  else if (heads.length === 0 && unit.digest !== undefined && unit.digest !== earlier.digest)
    found.touched += 1;
}

function goneUnits(before: EarlierRun, present: ReadonlySet<string>): Counted {
  const gone = counted();
  for (const key of before.keys()) if (!present.has(key)) count(gone, () => before.done(key)?.unit || key);
  return gone;
}

/** What all units share, and how many of them it touches. */
function commonChanges(before: RunHeader, now: RunHeader, found: Comparison): readonly string[] {
  const causes = causesOf(before, now);
  if (causes.length === 0)
    return found.touched === 0
      ? []
      : [
          `Tệp mà biểu mẫu dùng đến (sổ đơn vị, kế hoạch cấp trên, ảnh) đã thay đổi: làm lại ${countOf(found)}`,
        ];
  const cause = capitalised(causes.join(', '));
  return [
    found.touched === 0
      ? `${cause}: không có văn bản nào thay đổi vì điều này`
      : `${cause}: làm lại ${countOf(found)}`,
  ];
}

const countOf = ({ touched, units }: Comparison): string =>
  touched === units ? `cả ${units} đơn vị` : `${touched} đơn vị mà dòng trong bảng không đổi`;

function causesOf(before: RunHeader, now: RunHeader): readonly string[] {
  const names = [...new Set([...Object.keys(before.digests), ...Object.keys(now.digests)])].sort();
  const changed = names.filter((name) => before.digests[name] !== now.digests[name]);
  const causes = changed.map(causeOf);
  if (before.program !== now.program)
    causes.push(`chương trình đã đổi từ bản ${before.program} sang bản ${now.program}`);
  return [...new Set(causes)];
}

/** `name`: as the journal has it, "form", "kind:plan". */
function causeOf(name: string): string {
  const [sort = '', slug = ''] = name.split(':');
  switch (sort) {
    case 'form':
      return 'biểu mẫu đã sửa';
    case 'kind':
    case 'kinds':
      return slug === '' ? 'mẫu văn bản đã sửa' : `mẫu văn bản "${slug}" đã sửa`;
    case 'fonts':
      return 'phông chữ đã đổi';
    case 'options':
      return 'tùy chọn của lệnh đã đổi';
    default:
      return `"${name}" đã đổi`;
  }
}

function headChanges(before: readonly string[], now: readonly string[]): readonly string[] {
  const added = now.filter((head) => head !== '' && !before.includes(head));
  const gone = before.filter((head) => head !== '' && !now.includes(head));
  return [
    ...(added.length > 0 ? [`Bảng có thêm cột ${quoted(added)}`] : []),
    ...(gone.length > 0 ? [`Bảng không còn cột ${quoted(gone)}`] : []),
  ];
}

/** "Lần trước chưa làm: 12 đơn vị: dòng 2 (…); … và 2 đơn vị khác" */
function listed(title: string, units: Counted): readonly string[] {
  if (units.count === 0) return [];
  const left = leftOf(units);
  return [
    `${title}: ${units.count} đơn vị: ${units.first.join('; ')}${left > 0 ? `; và ${left} đơn vị khác` : ''}`,
  ];
}

function furtherChanges({ changed, furtherColumns }: Comparison): readonly string[] {
  if (leftOf(changed) === 0) return [];
  const counts = [...furtherColumns].map(([head, times]) => `"${head}" (${times} dòng)`);
  return [`Và ${leftOf(changed)} dòng khác: đổi cột ${shortList(counts)}`];
}

const quoted = (heads: readonly string[]): string => shortList(heads.map((head) => `"${head}"`));

function shortList(words: readonly string[]): string {
  const left = words.length - MOST_NAMED;
  return `${words.slice(0, MOST_NAMED).join(', ')}${left > 0 ? ` và ${left} cột khác` : ''}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
