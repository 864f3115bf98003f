import type {
  AppendixTitle,
  Block,
  ContactLine,
  Inline,
  LegalBases,
  Letterhead,
  NumberedUnit,
  Origin,
  RawOutline,
  Signature,
  Table,
  TableCell,
  TableRow,
  Title,
} from '../document/ast.js';
import { buildBanner } from './build-banner.js';
import { buildInlines, rawText } from './build-inlines.js';
import { attribute, dateAttribute, fieldOrigin, type Report, wordAttribute } from './read-attributes.js';
import type { Element } from './read-elements.js';

const childrenNamed = (element: Element | undefined, name: string): readonly Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element => child.type === 'element' && child.name === name,
  );

const childNamed = (element: Element | undefined, name: string): Element | undefined =>
  childrenNamed(element, name)[0];

const inlinesOf = (element: Element | undefined, name: string): readonly (readonly Inline[])[] =>
  childrenNamed(element, name).map(buildInlines);

/** One block of a section. The grammar has let through only these names, so the last is the paragraph. */
export function buildBlock(element: Element, report: Report): Block {
  switch (element.name) {
    case 'letterhead':
      return buildLetterhead(element, report);
    case 'title':
      return buildTitle(element, report);
    case 'appendix-title':
      return { type: 'appendix-title', title: buildInlines(element) } satisfies AppendixTitle;
    case 'legal-bases':
      return buildLegalBases(element, report);
    case 'outline':
      return buildOutline(element);
    case 'unit':
      return buildUnit(element, report);
    case 'table':
      return buildTable(element, report);
    case 'signature':
      return buildSignature(element);
    case 'banner':
      return buildBanner(element, report);
    case 'contact-line':
      return { type: 'contact-line', lines: inlinesOf(element, 'line') } satisfies ContactLine;
    default:
      return { type: 'paragraph', content: buildInlines(element) };
  }
}

function buildLetterhead(element: Element, report: Report): Letterhead {
  const reference = childNamed(element, 'reference');
  const place = childNamed(element, 'place-and-date');
  const secrecyMark = wordAttribute(element, 'secrecy-mark', ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'], report);
  const urgencyMark = wordAttribute(element, 'urgency-mark', ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'], report);
  const citedAs = attribute(element, 'cited-as');
  const notices = ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'] as const;
  const circulationNotice = wordAttribute(element, 'circulation-notice', notices, report);
  return {
    type: 'letterhead',
    parentAgency: buildInlines(childNamed(element, 'parent-agency')),
    issuingAgency: buildInlines(childNamed(element, 'issuing-agency')),
    ...(citedAs && { citedAs }),
    ...(reference && {
      reference: {
        number: attribute(reference, 'number') ?? '',
        symbol: attribute(reference, 'symbol') ?? '',
        ...origins({
          numberOrigin: fieldOrigin(reference, 'number-f'),
          symbolOrigin: fieldOrigin(reference, 'symbol-f'),
        }),
      },
    }),
    ...(place && {
      placeAndDate: {
        place: attribute(place, 'place') ?? '',
        issuedOn: dateAttribute(place, 'issued-on', report),
        ...origins({
          placeOrigin: fieldOrigin(place, 'place-f'),
          dateOrigin: fieldOrigin(place, 'date-f'),
        }),
      },
    }),
    ...(secrecyMark && { secrecyMark }),
    ...(urgencyMark && { urgencyMark }),
    ...(circulationNotice && { circulationNotice }),
  };
}

/** Those origins that are known. */
const origins = <K extends string>(
  of: Readonly<Record<K, Origin | undefined>>,
): { readonly [N in K]?: Origin } =>
  Object.fromEntries(Object.entries(of).filter(([, origin]) => origin !== undefined)) as {
    readonly [N in K]?: Origin;
  };

function buildTitle(element: Element, report: Report): Title {
  return {
    type: 'title',
    kindTitle: buildInlines(childNamed(element, 'kind-title')),
    subject: buildInlines(childNamed(element, 'subject')),
    ruled: wordAttribute(element, 'ruled', ['true', 'false'], report) === 'true',
    ...(wordAttribute(element, 'reference-line', ['true', 'false'], report) === 'true' && {
      hasReferenceLine: true,
    }),
  };
}

function buildLegalBases(element: Element, report: Report): LegalBases {
  return {
    type: 'legal-bases',
    style: wordAttribute(element, 'style', ['italic', 'sentence'], report) ?? 'italic',
    items: inlinesOf(element, 'basis'),
  };
}

/** The text of an outline is that of its field; `f` names the field where the text stands bare. */
function buildOutline(element: Element): RawOutline {
  const field = childNamed(element, 'v');
  const path = (field && attribute(field, 'f')) ?? attribute(element, 'f') ?? '';
  return { type: 'raw-outline', text: rawText(field ?? element), path };
}

const NUMBERED = ['roman', 'clause', 'clause2', 'clause3', 'point', 'dash', 'plus', 'star'] as const;

/** A heading "I." is a title unless the template says otherwise; any other unit is one only if it does. */
function buildUnit(element: Element, report: Report): NumberedUnit {
  const level = wordAttribute(element, 'level', NUMBERED, report) ?? 'dash';
  const title = wordAttribute(element, 'title', ['true', 'false'], report);
  return {
    type: 'numbered-unit',
    level,
    isTitle: title === undefined ? level === 'roman' : title === 'true',
    content: buildInlines(element),
  };
}

/** As wide as its widest row; shorter rows are filled up with empty cells, a group row is one cell over all. */
function buildTable(element: Element, report: Report): Table {
  let count = 0;
  const rows = childrenNamed(element, 'row').map((row): TableRow => {
    const role = wordAttribute(row, 'role', ['head', 'body', 'group'], report) ?? 'body';
    if (role === 'body') count += 1;
    const cells = childrenNamed(row, 'cell').map((cell) => buildCell(cell, count, report));
    return { role, cells: role === 'group' ? cells.slice(0, 1) : cells };
  });
  const columnCount = Math.max(...rows.map((row) => row.cells.length));
  const fill = ({ role, cells }: TableRow): TableRow => {
    const lacking = role === 'group' ? 0 : columnCount - cells.length;
    return { role, cells: [...cells, ...Array.from({ length: lacking }, () => ({ content: [] }))] };
  };
  return { type: 'table', columnCount, rows: rows.map(fill) };
}

/** `counter="true"`: the number of the row among the body rows of its table, through all groups ("TT"), as of a unit (R54). */
function buildCell(cell: Element, count: number, report: Report): TableCell {
  if (wordAttribute(cell, 'counter', ['true', 'false'], report) !== 'true')
    return { content: buildInlines(cell) };
  return { content: [{ type: 'text', text: String(count), origin: { type: 'generated', rule: 'R54' } }] };
}

function buildSignature(element: Element): Signature {
  const signer = childNamed(element, 'signer');
  const drafterSign = attribute(element, 'drafter-sign');
  return {
    type: 'signature',
    recipients: inlinesOf(childNamed(element, 'recipients'), 'recipient'),
    signer: {
      capacity: inlinesOf(signer, 'capacity'),
      position: buildInlines(childNamed(signer, 'position')),
      fullName: buildInlines(childNamed(signer, 'full-name')),
    },
    ...(drafterSign && { drafterSign }),
    ...origins({ origin: fieldOrigin(element) }),
  };
}
