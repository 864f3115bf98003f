import type { Inline } from '../document/ast.js';
import type { BlockReader } from './block-reader.js';
import { LABELS_CLAUSE } from './line-remarks.js';
import type { Line } from './lines.js';
import { buildInlines, readSegments, trimSegments } from './read-inlines.js';
import type { Remarks } from './remarks.js';
import { endsOpen, isCapitals } from './sentence.js';
import { readUnitLabel } from './unit-label.js';

/** The title, with a line break between its lines, and how many lines of the field it took: perhaps none. */
interface TitleLines {
  readonly content: readonly Inline[];
  readonly lineCount: number;
}

/**
 * The title of "Phần I" and its like: the lines in capitals right below it. A first line in small letters is taken too when it
 * can be no paragraph, for these units always have a title (R48), and remarked.
 */
export function readTitleLines(reader: BlockReader, lines: readonly Line[], at: number): TitleLines {
  const { text, path, remarks } = reader;
  const content: Inline[] = [];
  let lineCount = 0;
  for (let line = lines[at]; line; line = lines[at + lineCount]) {
    const title = text.slice(line.start, line.end).replaceAll('*', '').trim();
    const isTitle = isCapitals(title) || (lineCount === 0 && endsOpen(title) && !title.endsWith(':'));
    if (!isTitle || !endsOpen(title) || !/\p{L}/u.test(title) || opensBlock(text, line)) break;
    if (!isCapitals(title)) remarkTitle(line, title, remarks);
    if (lineCount > 0) content.push({ type: 'line-break' });
    const segments = trimSegments(text, readSegments(text, line.start, line.end, remarks));
    content.push(...buildInlines(text, path, segments));
    lineCount += 1;
  }
  return { content, lineCount };
}

function opensBlock(text: string, line: Line): boolean {
  const head = text.slice(line.start, line.end).replace(/^\*+(?=\S)/, '');
  return /^[|]|\t/.test(head) || /^[-+*•–]\s/.test(head) || readUnitLabel(head, 'A') !== undefined;
}

function remarkTitle(line: Line, title: string, remarks: Remarks): void {
  remarks.add('title-form', line.start, line.end, `Tiêu đề "${title}" chưa viết bằng chữ in hoa`, {
    actual: title,
    expected: title.toUpperCase(),
    clause: LABELS_CLAUSE,
  });
}
