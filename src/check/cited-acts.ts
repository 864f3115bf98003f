import { createOwned } from '../base/memory.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Block, Document, DocumentSection, Text } from '../document/ast.js';
import { type CitedAct, presence, shownDate } from '../organisation/register.js';
import { mainLetterhead } from '../resolve/regime.js';
import { addDays } from '../vietnamese/calendar-day.js';
import { KNOWN_ACTS, type KnownAct } from './acts.js';

/** A place that names an act by its number. */
interface Citation {
  readonly act: KnownAct;
  readonly text: Text;
  readonly at: number;
  readonly length: number;
}

/** Numbers as acts have them: "98/2023/NĐ-CP", "06/2022/QH15", "933/QĐ-TLĐ", "66-QĐ/TW". */
const NUMBER = /(?<![\p{L}\d/-])\d{1,4}(?:\/\d{4})?[/-][\p{L}\d]+(?:[-/][\p{L}\d]+)*/gu;
/** So far behind a number its date is looked for, and around it words that say that it is cited as a thing of the past. */
const AROUND = 80;
const OF_THE_PAST = /thay thế|hết hiệu lực|bãi bỏ|trước đây|trước khi|sửa đổi, bổ sung/iu;

/**
 * Holds the acts that a paper names anywhere in its text against its date (R165): one that has been replaced, and one that
 * was not there yet. A paper without a date raises nothing, nor does an act that is not known. `acts`: an office's own, which
 * lie over those that come with the program.
 */
export function checkCitedActs(
  document: Document,
  acts: readonly CitedAct[],
  locate: Locate,
  labelOf: (path: string) => string,
): readonly Diagnostic[] {
  const { year, month, day } = mainLetterhead(document)?.placeAndDate?.issuedOn ?? {};
  if (year === undefined) return [];
  const date = [year, month, month === undefined ? undefined : day]
    .filter((figure) => figure !== undefined)
    .map((figure) => String(figure).padStart(2, '0'))
    .join('-');
  const known = acts.length === 0 ? KNOWN : withOwn(acts);
  const { sections, ...others } = document;
  const wrong = [...sections.flatMap(textsOfSection), ...citingTexts(others)]
    .flatMap((text) => citationsIn(text, known))
    .filter(({ act }) => presence(act, date) !== 'there');
  const acted = [...new Set(wrong.map(({ act }) => act))];
  return acted.map((act) => {
    const places = wrong.filter((citation) => citation.act === act);
    return toDiagnostic(places, date, locate, labelOf);
  });
}

/** Hyphens that hold together, and letters of either case, are the same number. */
const fold = (number: string): string =>
  number
    .replace(/[\u2010\u2011]/g, '-')
    .normalize('NFC')
    .toLowerCase();

const KNOWN: ReadonlyMap<string, KnownAct> = new Map(KNOWN_ACTS.map((act) => [fold(act.number), act]));

/** A register is the same for the papers of many units. */
const withOwn = createOwned((acts: readonly CitedAct[]): ReadonlyMap<string, KnownAct> => {
  const known = new Map(KNOWN);
  for (const act of acts) known.set(fold(act.number), { ...act, severity: 'warning' });
  return known;
});

/** Every number of an act has a figure before a slash or a hyphen; few texts do, and looking for it costs little. */
const MAY_CITE = /\d[/\-\u2010\u2011]/;

/** An outline that is the same in many papers is the same blocks, what is sent with them the same section: each is searched once. */
const textsOfSection = createOwned(({ blocks, ...others }: DocumentSection): readonly Text[] => [
  ...blocks.flatMap(textsOfBlock),
  ...citingTexts(others),
]);

const textsOfBlock = createOwned((block: Block) => citingTexts(block));

/** Every text below a node that may cite an act, wherever it stands: a node of any type may hold some. */
function citingTexts(node: unknown): readonly Text[] {
  const found: Text[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    const text = record['type'] === 'text' ? record['text'] : undefined;
    if (typeof text !== 'string') for (const key in record) visit(record[key]);
    else if (MAY_CITE.test(text)) found.push(value as Text);
  };
  visit(node);
  return found;
}

const citationsIn = (text: Text, known: ReadonlyMap<string, KnownAct>): readonly Citation[] =>
  citationsOf(known)(text);

const citationsOf = createOwned((known: ReadonlyMap<string, KnownAct>) =>
  createOwned((text: Text) => findCitations(text, known)),
);

function findCitations(text: Text, known: ReadonlyMap<string, KnownAct>): readonly Citation[] {
  return [...text.text.replace(/[\u2010\u2011]/g, '-').matchAll(NUMBER)].flatMap((match) => {
    const act = known.get(fold(match[0]));
    if (act === undefined) return [];
    const end = match.index + match[0].length;
    const behind = text.text.slice(end, end + AROUND);
    if (OF_THE_PAST.test(text.text.slice(Math.max(0, match.index - AROUND), end) + behind)) return [];
    // Numbers without a year come again every year: only with the act's own year is it this one.
    const hasYear = /^\d+\/\d{4}\//.test(act.number);
    if (!hasYear && act.from !== '' && !behind.includes(act.from.slice(0, 4))) return [];
    return [{ act, text, at: match.index, length: match[0].length }];
  });
}

function toDiagnostic(
  places: readonly Citation[],
  date: string,
  locate: Locate,
  labelOf: (path: string) => string,
): Diagnostic {
  const { act, text, at, length } = places[0]!;
  const origin = text.origin?.type === 'field' ? text.origin : undefined;
  const place = origin && locate(origin.path, origin.offset + at, origin.offset + at + length);
  const more = places.length > 1 ? ` (${places.length} chỗ trong văn bản)` : '';
  const name = act.name === '' ? act.number : act.name;
  const replaced = presence(act, date) === 'no-more';
  return {
    code: replaced ? 'acts/replaced' : 'acts/not-yet',
    severity: act.severity,
    message: replaced ? `${name} ${endOf(act)}${more}` : `${name} ${startOf(act, date)}${more}`,
    ...(place !== undefined && { place }),
    ...(origin !== undefined && { field: labelOf(origin.path) }),
    actual: text.text.slice(at, at + length),
    ...(replaced && act.replacedBy !== '' && { expected: act.replacedBy }),
    hints: replaced
      ? [
          act.replacedBy === ''
            ? 'Tìm văn bản đang có hiệu lực để trích dẫn'
            : `Trích dẫn ${act.replacedBy}, nếu văn bản áp dụng quy định hiện hành`,
        ]
      : ['Kiểm tra lại số của văn bản được trích dẫn và ngày ban hành của văn bản này'],
  };
}

function endOf({ to, replacedBy }: KnownAct): string {
  // The day after the last; of a month or a year alone, when it ends.
  const since = /^\d{4}-\d{2}-\d{2}$/.test(to) ? `từ ${official(addDays(to, 1))}` : `từ sau ${shownDate(to)}`;
  return replacedBy === '' ? `đã hết hiệu lực ${since}` : `đã được thay thế bởi ${replacedBy} ${since}`;
}

const startOf = ({ from }: KnownAct, date: string): string =>
  `ban hành ${shownDate(from)}, sau ngày của văn bản (${shownDate(date)})`;

/** "ngày 01/7/2025": days below ten as official papers write them. */
const official = (iso: string): string =>
  shownDate(iso).replace(/^ngày (\d)\//, (_, figure: string) => `ngày 0${figure}/`);
