import type { StampBox } from '../resolve/resolved-document.js';
import { drawnRun, EMU_PER_TWIP } from './drawn-shape.js';
import { element, type XmlElement } from './element.js';
import { SHAPE } from './namespaces.js';
import { paragraphElement, type StoryContext } from './paragraph.js';

/**
 * A run with a boxed mark (R86, R87) at its place on the sheet. A drawn shape, not a framed paragraph: text flows around a
 * frame, and a line cannot be centred in it from top to bottom. Nor in the first page's header, where LibreOffice 7.4 puts
 * the text of a shape into the corner of the sheet.
 */
export const stampRun = (stamp: StampBox, context: StoryContext): XmlElement =>
  drawnRun(context, () => ({
    needs: { Requires: 'wps' },
    name: textOf(stamp),
    left: { from: 'page', by: stamp.left * EMU_PER_TWIP },
    top:
      stamp.above === undefined
        ? { from: 'page', by: stamp.top * EMU_PER_TWIP }
        : { from: 'line', by: -stamp.above * EMU_PER_TWIP },
    size: size(stamp),
    uri: SHAPE,
    content: shape(stamp, context),
  }));

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

function size(stamp: StampBox) {
  return { cx: stamp.width * EMU_PER_TWIP, cy: stamp.height * EMU_PER_TWIP };
}

function textOf(stamp: StampBox): string {
  return stamp.paragraph.inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
}
