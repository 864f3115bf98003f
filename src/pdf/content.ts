import { assertNever } from '../base/assert-never.js';
import { decimal } from '../base/decimal.js';
import { fingerprint } from '../base/fingerprint.js';
import type { Picture } from '../base/picture.js';
import type { BoxItem, ImageItem, Page, PathItem, RuleItem } from '../typeset/frame.js';
import { addText, createByteText, finishText } from './byte-text.js';
import type { PdfFonts } from './fonts.js';
import { color, type GraphicsState, initialState } from './graphics-state.js';
import { writeText } from './text-content.js';

/** The content stream of a page, not yet deflated. PDF's y goes up from the foot of the page. */
export const writeContent = (page: Page, fonts: PdfFonts): Uint8Array => {
  const state = initialState();
  const out = createByteText();
  for (const item of page.items) {
    switch (item.type) {
      case 'text':
        writeText(item, page.height, fonts[item.face], state, out);
        break;
      case 'rule':
        addText(out, writeRule(item, page, state));
        break;
      case 'box':
        addText(out, writeBox(item, page, state));
        break;
      case 'path':
        addText(out, writePath(item, page, state));
        break;
      case 'image':
        addText(out, writeImage(item, page));
        break;
      default:
        assertNever(item);
    }
  }
  return finishText(out);
};

const writeRule = (item: RuleItem, page: Page, state: GraphicsState): string => {
  const from = `${decimal(item.x0)} ${decimal(page.height - item.y0)} m`;
  const to = `${decimal(item.x1)} ${decimal(page.height - item.y1)} l`;
  return `${stroke(item, state)}${from} ${to} S\n`;
};

const writeBox = (item: BoxItem, page: Page, state: GraphicsState): string => {
  const foot = page.height - item.y - item.height;
  return `${stroke(item, state)}${decimal(item.x)} ${decimal(foot)} ${decimal(item.width)} ${decimal(item.height)} re S\n`;
};

const writePath = ({ path, fill }: PathItem, page: Page, state: GraphicsState): string => {
  const at = (x: number, y: number): string => `${decimal(x)} ${decimal(page.height - y)}`;
  let out = fill === state.fill ? '' : `${color(fill)} rg\n`;
  state.fill = fill;
  for (const step of path) {
    switch (step.type) {
      case 'move':
        out += `${at(step.x, step.y)} m\n`;
        break;
      case 'line':
        out += `${at(step.x, step.y)} l\n`;
        break;
      case 'curve':
        out += `${at(step.x1, step.y1)} ${at(step.x2, step.y2)} ${at(step.x, step.y)} c\n`;
        break;
      case 'close':
        out += 'h\n';
        break;
      default:
        assertNever(step);
    }
  }
  return `${out}f\n`;
};

const writeImage = ({ x, y, width, height, picture }: ImageItem, page: Page): string =>
  `q ${decimal(width)} 0 0 ${decimal(height)} ${decimal(x)} ${decimal(page.height - y - height)} cm /${imageName(picture)} Do Q\n`;

/** The same picture has the same name in every page's resources. */
export const imageName = ({ bytes }: Picture): string => `Im${fingerprint(bytes).toString(16)}`;

const stroke = (item: RuleItem | BoxItem, state: GraphicsState): string => {
  let out = '';
  if (item.color !== state.stroke) out += `${color(item.color)} RG\n`;
  if (item.thickness !== state.thickness) out += `${decimal(item.thickness)} w\n`;
  state.stroke = item.color;
  state.thickness = item.thickness;
  return out;
};
