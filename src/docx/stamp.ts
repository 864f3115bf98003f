import type { StampBox } from '../resolve/resolved-document.js';
import { element, type XmlElement } from './element.js';
import { SHAPE } from './namespaces.js';
import { paragraphElement, type StoryContext } from './paragraph.js';

/** English Metric Units: 914,400 to the inch. */
const EMU_PER_TWIP = 635;

/**
 * A run with a boxed mark (R86, R87) at its place on the sheet. A drawn shape, not a framed paragraph: text flows around a
 * frame, and a line cannot be centred in it from top to bottom. Nor in the first page's header, where LibreOffice 7.4 puts
 * the text of a shape into the corner of the sheet.
 */
export function stampRun(stamp: StampBox, context: StoryContext): XmlElement {
  context.count.drawings += 1;
  const id = context.count.drawings;
  const choice = element('mc:Choice', { Requires: 'wps' }, [
    element('w:drawing', undefined, [anchor(stamp, id, context)]),
  ]);
  return element('w:r', undefined, [element('mc:AlternateContent', undefined, [choice])]);
}

function anchor(stamp: StampBox, id: number, context: StoryContext): XmlElement {
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
  return element('wp:anchor', attributes, [
    element('wp:simplePos', { x: 0, y: 0 }),
    position('wp:positionH', 'page', stamp.left),
    stamp.above === undefined
      ? position('wp:positionV', 'page', stamp.top)
      : position('wp:positionV', 'line', -stamp.above),
    element('wp:extent', size(stamp)),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:wrapNone'),
    element('wp:docPr', { id, name: textOf(stamp), descr: textOf(stamp) }),
    element('wp:cNvGraphicFramePr'),
    element('a:graphic', undefined, [element('a:graphicData', { uri: SHAPE }, [shape(stamp, context)])]),
  ]);
}

function shape(stamp: StampBox, context: StoryContext): XmlElement {
  const color = element('a:solidFill', undefined, [element('a:srgbClr', { val: stamp.color })]);
  return element('wps:wsp', undefined, [
    element('wps:cNvSpPr', { txBox: 1 }),
    element('wps:spPr', undefined, [
      element('a:xfrm', undefined, [element('a:off', { x: 0, y: 0 }), element('a:ext', size(stamp))]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
      element('a:noFill'),
      element('a:ln', { w: stamp.border * EMU_PER_TWIP }, [color]),
    ]),
    element('wps:txbx', undefined, [
      element('w:txbxContent', undefined, [paragraphElement(stamp.paragraph, context)]),
    ]),
    element('wps:bodyPr', { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }, [
      element('a:noAutofit'),
    ]),
  ]);
}

function position(name: string, relativeFrom: 'page' | 'line', twips: number): XmlElement {
  return element(name, { relativeFrom }, [
    element('wp:posOffset', undefined, [String(twips * EMU_PER_TWIP)]),
  ]);
}

function size(stamp: StampBox) {
  return { cx: stamp.width * EMU_PER_TWIP, cy: stamp.height * EMU_PER_TWIP };
}

/** What a screen reader says of the shape. */
function textOf(stamp: StampBox): string {
  return stamp.paragraph.inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
}
