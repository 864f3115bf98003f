import type { Place } from '../store/state.js';

/** A text on a page with where it comes from. */
export interface PlacedText {
  readonly path: string;
  readonly offset: number;
}

/** Lines of one short field are marked together; of a long one only the line that the user is in. */
const MOST_TOGETHER = 4;

/** Which of the texts of all pages, in their order, a place of the form is. */
export function textsAt(texts: readonly PlacedText[], { path, offset }: Place): readonly number[] {
  const exact = indexesOf(texts, (text) => text.path === path);
  if (exact.length > 0) {
    if (exact.length <= MOST_TOGETHER) return exact;
    const offsetOf = (index: number): number => texts[index]?.offset ?? 0;
    const before = exact.filter((index) => offsetOf(index) <= offset);
    const at = Math.max(...before.map(offsetOf));
    return before.length > 0 ? before.filter((index) => offsetOf(index) === at) : exact.slice(0, 1);
  }
  const within = indexesOf(texts, (text) => text.path.startsWith(`${path}.`));
  if (within.length > 0) return within.slice(0, MOST_TOGETHER);
  const parent = path.replace(/\.[^.]*$/, '');
  return parent === path ? [] : indexesOf(texts, (text) => text.path === parent).slice(0, MOST_TOGETHER);
}

const indexesOf = (texts: readonly PlacedText[], fits: (text: PlacedText) => boolean): readonly number[] =>
  texts.flatMap((text, index) => (fits(text) ? [index] : []));

const SVG = 'http://www.w3.org/2000/svg';
/** Around the letters, in points. */
const ROOM = 1.5;

/** Lays a mark behind the texts of a place on the pages in `pages`; gives the first. */
export function markPlace(pages: Element, place: Place | undefined): Element | undefined {
  for (const mark of pages.querySelectorAll('.page-mark')) mark.remove();
  if (place === undefined || place.path === '') return undefined;
  const texts = [...pages.querySelectorAll<SVGTextElement>('text[data-f]')];
  const found = textsAt(texts.map(placeOf), place).flatMap((index) => texts[index] ?? []);
  if (place.isPaper !== true) for (const text of found) text.before(markBehind(text));
  return found[0];
}

/** A place of the form on the pages of a paper that have other paths: those below `under`; undefined where it is not there. */
export function placeWithin(place: Place, under: string): Place | undefined {
  if (under === '') return place;
  return place.path.startsWith(under) ? { ...place, path: place.path.slice(under.length) } : undefined;
}

const placeOf = (text: Element): PlacedText => ({
  path: text.getAttribute('data-f') ?? '',
  offset: Number(text.getAttribute('data-o') ?? 0),
});

function markBehind(text: SVGTextElement): Element {
  const { x, y, width, height } = text.getBBox();
  const mark = document.createElementNS(SVG, 'rect');
  mark.setAttribute('class', 'page-mark');
  mark.setAttribute('x', String(x - ROOM));
  mark.setAttribute('y', String(y - ROOM));
  mark.setAttribute('width', String(width + 2 * ROOM));
  mark.setAttribute('height', String(height + 2 * ROOM));
  mark.setAttribute('rx', '2');
  return mark;
}

/** The field and the letter under a point of the screen. */
export function placeUnder(target: Element, x: number, y: number): Place | undefined {
  const text = target.closest<SVGTextElement>('text[data-f]');
  if (text === null) return undefined;
  const { path, offset } = placeOf(text);
  const matrix = text.getScreenCTM()?.inverse();
  const letter = matrix ? text.getCharNumAtPosition(new DOMPoint(x, y).matrixTransform(matrix)) : 0;
  return { path, offset: offset + Math.max(letter, 0) };
}
