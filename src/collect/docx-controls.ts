import { localName, readXml } from '../xml/read-xml.js';

/** A stretch of the document whose text is gathered: a content control, or a bookmark. */
interface Open {
  readonly type: 'control' | 'bookmark';
  /** Of a bookmark, by which its end is known. */
  readonly id: string;
  key: string | undefined;
  text: string;
  /** It shows its placeholder: nobody has typed into it. */
  isPlaceholder: boolean;
}

interface Gathering {
  readonly keys: ReadonlySet<string>;
  readonly found: Readonly<Record<Open['type'], Map<string, string>>>;
  readonly open: Open[];
  /** The text of the run that is open. */
  run: string | undefined;
  /** Depth in what stands there for old programs, and in the properties of a control. */
  fallback: number;
  properties: number;
}

/** An attribute of WordprocessingML by its name without prefix. */
type Value = (of: string) => string | undefined;

/** A run of the blank's own dots: somebody typed before or behind them. */
const ONLY_DOTS = /^[.…]{4,}$/u;

/**
 * The texts of a document's fields by key, of those keys that are asked for. A tag goes before a bookmark, since a bookmark
 * is easily torn by typing at its edge. Undefined where the XML cannot be read.
 */
export function readControls(
  xml: string,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, string> | undefined {
  const found = { control: new Map<string, string>(), bookmark: new Map<string, string>() };
  const gathering: Gathering = { keys, found, open: [], run: undefined, fallback: 0, properties: 0 };
  const fault = readXml(xml, {
    open: (name, attributes) => {
      const value: Value = (of) => attributes[`w:${of}`] ?? attributes[of];
      OPENING.get(localName(name))?.(gathering, value);
    },
    text: (text) => {
      if (gathering.run !== undefined) gathering.run += text;
    },
    close: (name) => CLOSING.get(localName(name))?.(gathering),
  });
  return fault === undefined ? new Map([...found.bookmark, ...found.control]) : undefined;
}

const OPENING: ReadonlyMap<string, (gathering: Gathering, value: Value) => void> = new Map([
  ['sdt', (gathering) => begin(gathering, { type: 'control', id: '', key: undefined })],
  [
    'bookmarkStart',
    (gathering, value) =>
      begin(gathering, { type: 'bookmark', id: value('id') ?? '', key: keyOfBookmark(value('name') ?? '') }),
  ],
  [
    'bookmarkEnd',
    (gathering, value) =>
      finish(
        gathering,
        gathering.open.findIndex(({ type, id }) => type === 'bookmark' && id === value('id')),
      ),
  ],
  [
    'sdtPr',
    (gathering) => {
      gathering.properties += 1;
    },
  ],
  [
    'tag',
    (gathering, value) => {
      const control = controlOf(gathering);
      if (control !== undefined && gathering.properties > 0) control.key = value('val');
    },
  ],
  [
    'showingPlcHdr',
    (gathering, value) => {
      const control = controlOf(gathering);
      if (control !== undefined && gathering.properties > 0) control.isPlaceholder = isOn(value('val'));
    },
  ],
  [
    'Fallback',
    (gathering) => {
      gathering.fallback += 1;
    },
  ],
  [
    't',
    (gathering) => {
      gathering.run = gathering.fallback === 0 ? '' : undefined;
    },
  ],
  ['br', (gathering) => add(gathering, '\n')],
  ['cr', (gathering) => add(gathering, '\n')],
  // Also a tab stop in a paragraph's properties, which is no text; a space too many does no harm.
  ['tab', (gathering) => add(gathering, ' ')],
  ['noBreakHyphen', (gathering) => add(gathering, '-')],
] satisfies [string, (gathering: Gathering, value: Value) => void][]);

const CLOSING: ReadonlyMap<string, (gathering: Gathering) => void> = new Map([
  [
    't',
    (gathering) => {
      const { run } = gathering;
      gathering.run = undefined;
      if (run !== undefined && !ONLY_DOTS.test(run)) add(gathering, run);
    },
  ],
  ['p', (gathering) => add(gathering, '\n')],
  [
    'sdt',
    (gathering) =>
      finish(
        gathering,
        gathering.open.findLastIndex(({ type }) => type === 'control'),
      ),
  ],
  [
    'sdtPr',
    (gathering) => {
      gathering.properties -= 1;
    },
  ],
  [
    'Fallback',
    (gathering) => {
      gathering.fallback -= 1;
    },
  ],
] satisfies [string, (gathering: Gathering) => void][]);

/** More stretches than ever stand in each other; a file with more was made to fill the memory. */
const DEEPEST = 100;

function begin({ open, keys }: Gathering, what: Pick<Open, 'type' | 'id' | 'key'>): void {
  // A control says its key later, a bookmark at once.
  const isAsked = what.type === 'control' || (what.key !== undefined && keys.has(what.key));
  if (isAsked && open.length < DEEPEST) open.push({ ...what, text: '', isPlaceholder: false });
}

/** Of a key that stands twice the text that is not empty counts. */
function finish({ open, keys, found }: Gathering, at: number): void {
  const [ended] = at < 0 ? [] : open.splice(at, 1);
  if (ended?.key === undefined || !keys.has(ended.key)) return;
  const value = ended.isPlaceholder ? '' : ended.text;
  const texts = found[ended.type];
  if (value !== '' || !texts.has(ended.key)) texts.set(ended.key, value);
}

/** Text belongs to every stretch that is open: to a bookmark and to the control in it. */
function add({ open, fallback }: Gathering, text: string): void {
  if (fallback > 0) return;
  for (const each of open) each.text += text;
}

const controlOf = ({ open }: Gathering): Open | undefined => open.findLast(({ type }) => type === 'control');

const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off)$/.test(value);

const keyOfBookmark = (name: string): string | undefined =>
  name.startsWith('f_') ? name.slice(2) : undefined;
