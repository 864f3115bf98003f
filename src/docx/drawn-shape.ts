import { element, type XmlElement } from './element.js';
import type { StoryContext } from './paragraph.js';

/** English Metric Units: 914,400 to the inch. */
export const EMU_PER_TWIP = 635;

/** From where on the page, line, column or paragraph, and how far, in EMU. */
export interface Offset {
  readonly from: 'page' | 'line' | 'column' | 'paragraph';
  readonly by: number;
}

/** A shape over the text, which stays where it is. Lengths in EMU. */
export interface DrawnShape {
  /** Of the alternative that programs must understand: prefix, and its namespace where the document does not declare it. */
  readonly needs: Readonly<Record<string, string>>;
  /** What a screen reader says of it. */
  readonly name: string;
  readonly left: Offset;
  readonly top: Offset;
  readonly size: { readonly cx: number; readonly cy: number };
  /** What `content` is, by its namespace. */
  readonly uri: string;
  readonly content: XmlElement;
}

/** A run with a drawn shape; `draw` is given its number, unique in the document. */
export function drawnRun(context: StoryContext, draw: (id: number) => DrawnShape): XmlElement {
  context.count.drawings += 1;
  const id = context.count.drawings;
  const shape = draw(id);
  const choice = element('mc:Choice', shape.needs, [
    element('w:drawing', undefined, [anchorElement(shape, id)]),
  ]);
  return element('w:r', undefined, [element('mc:AlternateContent', undefined, [choice])]);
}

function anchorElement({ name, left, top, size, uri, content }: DrawnShape, id: number): XmlElement {
  const attributes = {
    distT: 0,
    distB: 0,
    distL: 0,
    distR: 0,
    simplePos: 0,
    relativeHeight: id,
    behindDoc: 0,
    locked: 0,
    layoutInCell: 1,
    allowOverlap: 1,
  };
  const position = (axis: 'H' | 'V', { from, by }: Offset): XmlElement =>
    element(`wp:position${axis}`, { relativeFrom: from }, [element('wp:posOffset', undefined, [String(by)])]);
  return element('wp:anchor', attributes, [
    element('wp:simplePos', { x: 0, y: 0 }),
    position('H', left),
    position('V', top),
    element('wp:extent', size),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:wrapNone'),
    element('wp:docPr', { id, name, descr: name }),
    element('wp:cNvGraphicFramePr'),
    element('a:graphic', undefined, [element('a:graphicData', { uri }, [content])]),
  ]);
}
