import { assertNever } from '../base/assert-never.js';
import { type Path, pathBounds } from '../base/path.js';
import type { BackdropShape } from '../resolve/resolved-document.js';
import { drawnRun, EMU_PER_TWIP } from './drawn-shape.js';
import { element, type XmlElement } from './element.js';
import { SHAPE } from './namespaces.js';
import type { StoryContext } from './paragraph.js';

const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';

/**
 * A run with outlines that belong together, as one group that hangs on a paragraph at the left top corner of its cell. Behind
 * the text, so that the lines stay where they are.
 */
export const backdropRun = ({ name, shapes }: BackdropShape, context: StoryContext): XmlElement =>
  drawnRun(context, (id) => {
    const box = inEmu(pathBounds(shapes.flatMap(({ path }) => path)));
    const size = { cx: box.width, cy: box.height };
    const group = element('wpg:wgp', undefined, [
      element('wpg:cNvGrpSpPr'),
      element('wpg:grpSpPr', undefined, [
        element('a:xfrm', undefined, [
          element('a:off', { x: 0, y: 0 }),
          element('a:ext', size),
          element('a:chOff', { x: box.x, y: box.y }),
          element('a:chExt', size),
        ]),
      ]),
      ...shapes.map(({ path, fill }, i) => outline(path, fill, `${name} ${i + 1}`, 100 * id + i)),
    ]);
    return {
      needs: { 'xmlns:wpg': GROUP, Requires: 'wpg' },
      name,
      left: { from: 'column', by: box.x },
      top: { from: 'paragraph', by: box.y },
      size,
      uri: GROUP,
      content: group,
    };
  });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One outline as a shape of its own geometry: straight sides and Bézier curves. */
function outline(path: Path, fill: string, name: string, id: number): XmlElement {
  const box = inEmu(pathBounds(path));
  const point = (x: number, y: number): XmlElement =>
    element('a:pt', {
      x: Math.round(x * EMU_PER_TWIP) - box.x,
      y: Math.round(y * EMU_PER_TWIP) - box.y,
    });
  const steps = path.map((step): XmlElement => {
    switch (step.type) {
      case 'move':
        return element('a:moveTo', undefined, [point(step.x, step.y)]);
      case 'line':
        return element('a:lnTo', undefined, [point(step.x, step.y)]);
      case 'curve':
        return element('a:cubicBezTo', undefined, [
          point(step.x1, step.y1),
          point(step.x2, step.y2),
          point(step.x, step.y),
        ]);
      case 'close':
        return element('a:close');
      default:
        return assertNever(step);
    }
  });
  const geometry = element('a:custGeom', undefined, [
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((list) => element(list)),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element('a:pathLst', undefined, [element('a:path', { w: box.width, h: box.height }, steps)]),
  ]);
  return element('wps:wsp', { 'xmlns:wps': SHAPE }, [
    element('wps:cNvPr', { id, name }),
    element('wps:cNvSpPr'),
    element('wps:spPr', undefined, [
      element('a:xfrm', undefined, [
        element('a:off', { x: box.x, y: box.y }),
        element('a:ext', { cx: box.width, cy: box.height }),
      ]),
      geometry,
      element('a:solidFill', undefined, [element('a:srgbClr', { val: fill })]),
      element('a:ln', undefined, [element('a:noFill')]),
    ]),
    element('wps:bodyPr'),
  ]);
}

const inEmu = ({ x, y, width, height }: Box): Box => {
  const [left, top] = [Math.round(x * EMU_PER_TWIP), Math.round(y * EMU_PER_TWIP)];
  return {
    x: left,
    y: top,
    width: Math.round((x + width) * EMU_PER_TWIP) - left,
    height: Math.round((y + height) * EMU_PER_TWIP) - top,
  };
};
