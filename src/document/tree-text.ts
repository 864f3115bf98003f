import { assertNever } from '../base/assert-never.js';
import type {
  Blank,
  Block,
  Document,
  Inline,
  PartialDate,
  RawInline,
  SignatureBlock,
  Table,
  Text,
  Unit,
  UnitLevel,
} from './ast.js';
import type { Banner } from './banner.js';

/**
 * The tree as text, for tests and `--dump tree`: one node a line, indented by level; a title's units, paragraphs and tables
 * stand below it, an item's only the smaller items. Runs of one style are one quoted text, `b"…"`, `i"…"`, `bi"…"`.
 */
export function documentText(document: Document): string {
  const lines = [
    `document ${document.kind} ${quote(document.kindName)}${attributes({ ...document.settings })}`,
  ];
  const { attachedTo } = document;
  if (attachedTo !== undefined) {
    const { kindName, medium, appendices, letterhead } = attachedTo;
    const { number = '', symbol = '' } = letterhead?.reference ?? {};
    const figures = attributes({ medium, appendices: `${appendices.before}/${appendices.count}` });
    lines.push(`  attached-to ${quote(kindName)} ${quote(`${number}/${symbol}`)}${figures}`);
  }
  for (const section of document.sections) {
    lines.push(`  section ${section.role} ${section.orientation}`);
    for (const line of blockLines(section.blocks)) lines.push(`    ${line}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The dump of a list of blocks alone. */
export const blocksText = (blocks: readonly Block[]): string =>
  blockLines(blocks)
    .map((line) => `${line}\n`)
    .join('');

/** Star and dash are of one rank: "* Tập thể:" stands above its "-", and "* Lưu ý: …" closes them. */
const RANKS: Readonly<Record<UnitLevel, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  roman: 4,
  article: 5,
  clause: 6,
  clause2: 7,
  clause3: 8,
  point: 9,
  star: 10,
  dash: 11,
  plus: 12,
};

function blockLines(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  let open: readonly Unit[] = [];
  for (const block of blocks) {
    open = openAbove(block, open);
    const indent = '  '.repeat(open.length);
    for (const line of linesOf(block)) lines.push(indent + line);
    if (block.type === 'unit') open = [...open, block];
  }
  return lines;
}

/** The units that a block stands below: the larger ones, for text the titles among them, for a signature none. */
function openAbove(block: Block, open: readonly Unit[]): readonly Unit[] {
  if (block.type === 'unit') return open.filter((unit) => RANKS[unit.level] < RANKS[block.level]);
  const isText = block.type === 'paragraph' || block.type === 'table';
  return isText ? open.slice(0, open.findLastIndex((unit) => unit.isTitle) + 1) : [];
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'unit':
      return [
        `${block.level} ${quote(block.label)}${block.isTitle ? ' title' : ''}${inlineText(block.content)}`,
      ];
    case 'numbered-unit':
      return [`numbered ${block.level}${block.isTitle ? ' title' : ''}${inlineText(block.content)}`];
    case 'paragraph':
      return [`paragraph${inlineText(block.content)}`];
    case 'table':
      return tableLines(block);
    case 'raw-outline':
      return [`raw-outline ${block.path} ${quote(block.text)}`];
    case 'letterhead':
      return [
        `letterhead${attributes({
          secrecyMark: block.secrecyMark,
          urgencyMark: block.urgencyMark,
          circulationNotice: block.circulationNotice,
          citedAs: block.citedAs,
        })}`,
        `  parent-agency${inlineText(block.parentAgency)}`,
        `  issuing-agency${inlineText(block.issuingAgency)}`,
        ...(block.reference
          ? [`  reference ${quote(block.reference.number)} ${quote(block.reference.symbol)}`]
          : []),
        ...(block.placeAndDate
          ? [`  place-and-date ${quote(block.placeAndDate.place)} ${dateText(block.placeAndDate.issuedOn)}`]
          : []),
      ];
    case 'title':
      return [
        `title${block.ruled ? ' ruled' : ''}${block.hasReferenceLine ? ' reference-line' : ''}`,
        `  kind-title${inlineText(block.kindTitle)}`,
        `  subject${inlineText(block.subject)}`,
      ];
    case 'appendix-title':
      return [`appendix-title${inlineText(block.title)}`];
    case 'legal-bases':
      return [`legal-bases ${block.style}`, ...block.items.map((item) => `  basis${inlineText(item)}`)];
    case 'signature':
      return [
        `signature${attributes({ drafterSign: block.drafterSign })}`,
        ...block.recipients.map((recipient) => `  recipient${inlineText(recipient)}`),
        ...signerLines(block.signer),
      ];
    case 'banner':
      return bannerLines(block);
    case 'contact-line':
      return ['contact-line', ...block.lines.map((line) => `  line${inlineText(line)}`)];
    default:
      return assertNever(block);
  }
}

const signerLines = (signer: SignatureBlock): readonly string[] => [
  ...signer.capacity.map((line) => `  capacity${inlineText(line)}`),
  `  position${inlineText(signer.position)}`,
  `  full-name${inlineText(signer.fullName)}`,
];

function bannerLines(banner: Banner): readonly string[] {
  const { size, design, align, flags, face, bust, background, mainColor, otherColor, emblem, print } = banner;
  const typed = {
    size: size?.text,
    background: background?.text,
    mainColor: mainColor?.text,
    otherColor: otherColor?.text,
    emblem: emblem?.text,
  };
  const { bleed, ...wishes } = print;
  const asked = Object.fromEntries(Object.entries(wishes).filter(([, isAsked]) => isAsked));
  return [
    `banner${attributes({ design, align, flags, face, bust, ...typed, bleed: bleed?.text, ...asked })}`,
    ...banner.lines.map(({ role, content }) => `  ${role}${inlineText(content)}`),
    ...banner.names.map((name) => `  name ${quote(name)}`),
  ];
}

const tableLines = (table: Table): readonly string[] => [
  `table ${table.columnCount}`,
  ...table.rows.map(
    (row) => `  ${row.role}${row.cells.map((cell) => inlineText(cell.content) || ' ""').join(' |')}`,
  ),
];

function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  let run = '';
  let style = '';
  const flush = () => {
    if (run !== '') text += ` ${style}${quote(run)}`;
    run = '';
  };
  for (const inline of inlines) {
    if (inline.type === 'line-break') {
      flush();
      text += ' br';
      continue;
    }
    if (inline.type === 'raw-inline') {
      flush();
      text += ` rich ${inline.path} ${styleOf(inline)}${quote(inline.text)}`;
      continue;
    }
    if (inline.type === 'blank') {
      flush();
      text += ` ${blankText(inline)}`;
      continue;
    }
    const next = styleOf(inline);
    if (next !== style) flush();
    style = next;
    run += inline.text;
  }
  flush();
  return text;
}

const styleOf = ({ bold, italic }: Text | RawInline): string => `${bold ? 'b' : ''}${italic ? 'i' : ''}`;

/** `blank gia_tri "Giá trị" fill*2 money required="250 triệu"`. */
function blankText({ key, label, width, lines, shape, isRequired, value }: Blank): string {
  const size = `${width}${lines > 1 ? `*${lines}` : ''}`;
  const traits = `${shape === 'text' ? '' : ` ${shape}`}${isRequired ? ' required' : ''}`;
  return `blank ${key} ${quote(label)} ${size}${traits}${value.length > 0 ? ` =${inlineText(value)}` : ''}`;
}

const quote = (text: string): string => JSON.stringify(text).replaceAll('\u00a0', '\\u00a0');

const dateText = (date: PartialDate): string =>
  [date.year ?? '____', date.month ?? '__', date.day ?? '__']
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** ` key=value` of what is there. */
const attributes = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('');
