import type { Banner, BannerLine, TypedText } from '../document/banner.js';
import { buildInlines } from './build-inlines.js';
import { attribute, fieldOrigin, type Report, wordAttribute } from './read-attributes.js';
import type { Element } from './read-elements.js';

const ROLES = ['parent', 'opening', 'main', 'unit', 'occasion', 'place'] as const;
const YES_NO = ['true', 'false'] as const;

/** `<banner>`: lines without words are left out; what is typed as a size or a colour is read later, with its field. */
export function buildBanner(element: Element, report: Report): Banner {
  const isYes = (name: string): boolean => wordAttribute(element, name, YES_NO, report) === 'true';
  const named = (name: string) =>
    element.children.filter((child): child is Element => child.type === 'element' && child.name === name);
  const lines = named('banner-line').map(
    (line): BannerLine => ({
      role: wordAttribute(line, 'role', ROLES, report) ?? 'main',
      content: buildInlines(line),
    }),
  );
  return {
    type: 'banner',
    lines: lines.filter(({ content }) => content.length > 0),
    ...typed('size', element, 'size'),
    design: wordAttribute(element, 'design', ['plain', 'framed'], report) ?? 'plain',
    align: wordAttribute(element, 'align', ['left', 'center'], report) ?? 'center',
    flags: wordAttribute(element, 'flags', ['none', 'national', 'both'], report) ?? 'both',
    face: wordAttribute(element, 'face', ['serif', 'sans'], report) ?? 'serif',
    bust: isYes('bust'),
    ...typed('background', element, 'background'),
    ...typed('mainColor', element, 'main-color'),
    ...typed('otherColor', element, 'other-color'),
    names: named('whole-name')
      .map(wordsOf)
      .filter((name) => name !== ''),
    ...typed('emblem', element, 'emblem'),
    print: {
      ...typed('bleed', element, 'bleed'),
      cropMarks: isYes('crop-marks'),
      outlines: isYes('outlines'),
      userUnit: isYes('user-unit'),
      isMockUpOnly: wordAttribute(element, 'pdf', ['print', 'mock-up'], report) === 'mock-up',
    },
  };
}

const wordsOf = (element: Element): string =>
  buildInlines(element)
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim();

/** An attribute with the field that `…-f` names, under `key`; nothing where it is empty. */
function typed<K extends string>(
  key: K,
  element: Element,
  name: string,
): { readonly [key in K]?: TypedText } {
  const text = attribute(element, name);
  if (text === undefined) return {};
  const origin = fieldOrigin(element, `${name}-f`);
  return { [key]: origin === undefined ? { text } : { text, origin } } as { readonly [key in K]: TypedText };
}
