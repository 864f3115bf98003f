import { assertNever } from '../base/assert-never.js';
import { type Path, pathBounds } from '../base/path.js';
import type { PagedDocument, PageItem, PrintArea } from './frame.js';

/** A paged document as text, one item a line, lengths in points with two decimals: for goldens and `--dump pages`. */
export function frameText(document: PagedDocument): string {
  const lines: string[] = [];
  for (const [index, page] of document.pages.entries()) {
    const label = page.sectionLabel === '' ? '' : ` ${JSON.stringify(page.sectionLabel)}`;
    lines.push(
      `page ${index + 1} ${figures(page.width, page.height)} section ${page.section} number ${page.numberInSection}${label}`,
    );
    if (page.print !== undefined) lines.push(printText(page.print));
    for (const item of page.items) lines.push(`  ${itemText(item)}`);
  }
  for (const { level, text, page, y } of document.bookmarks) {
    lines.push(`bookmark ${level} page ${page + 1} ${figures(y)} ${JSON.stringify(text)}`);
  }
  return `${lines.join('\n')}\n`;
}

function itemText(item: PageItem): string {
  switch (item.type) {
    case 'text': {
      const stretch = item.wordSpace === 0 ? '' : ` stretch ${figures(item.wordSpace)}`;
      const color = item.color === '000000' ? '' : ` #${item.color}`;
      return `text ${figures(item.x, item.y)} width ${figures(item.width)} ${item.face} ${item.size}${stretch}${color} ${item.style} ${JSON.stringify(item.text)}`;
    }
    case 'rule':
      return `rule ${figures(item.x0, item.y0)} to ${figures(item.x1, item.y1)} thick ${figures(item.thickness)}`;
    case 'box':
      return `box ${figures(item.x, item.y, item.width, item.height)} thick ${figures(item.thickness)} #${item.color}`;
    case 'path':
      return `path ${pathText(item.path)} #${item.fill}`;
    case 'image':
      return `image ${figures(item.x, item.y, item.width, item.height)} ${item.picture.type}`;
    default:
      return assertNever(item);
  }
}

/** The box around it and its number of steps: enough to see a shape move or change. */
function pathText(path: Path): string {
  const { x, y, width, height } = pathBounds(path);
  return `${figures(x, y, width, height)} steps ${path.length}`;
}

const printText = ({ trim, bleed, userUnit, isPixels, scaleName }: PrintArea): string =>
  [
    `  print trim ${figures(trim.x, trim.y, trim.width, trim.height)}`,
    `bleed ${figures(bleed.x, bleed.y, bleed.width, bleed.height)}`,
    ...(userUnit === undefined ? [] : [`unit ${userUnit}`]),
    ...(isPixels ? ['pixels'] : []),
    ...(scaleName === undefined ? [] : [scaleName]),
  ].join(' ');

const figures = (...lengths: readonly number[]): string =>
  lengths.map((length) => length.toFixed(2)).join(' ');
