import type {
  AppendixTitle,
  Block,
  ContactLine,
  Inline,
  LegalBases,
  Letterhead,
  Origin,
  RawOutline,
  Signature,
  Title,
} from '../document/ast.js';
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
    case 'signature':
      return buildSignature(element);
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
  const notices = ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'] as const;
  const circulationNotice = wordAttribute(element, 'circulation-notice', notices, report);
  return {
    type: 'letterhead',
    parentAgency: buildInlines(childNamed(element, 'parent-agency')),
    issuingAgency: buildInlines(childNamed(element, 'issuing-agency')),
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
