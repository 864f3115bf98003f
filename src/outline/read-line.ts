import type { Origin } from '../document/ast.js';
import { pointLetter } from '../vietnamese/point-letters.js';
import type { BlockReader } from './block-reader.js';
import { remarkBrackets } from './brackets.js';
import { type Bullet, isOrnament, readBullet } from './bullets.js';
import type { Reading, UnitLabel } from './label.js';
import { remarkBrokenLine, remarkDoubled, remarkEmpty, remarkSlips } from './line-remarks.js';
import type { Line } from './lines.js';
import { endOf, type OutlineBlock } from './mark-titles.js';
import {
  buildInlines,
  offsetOf,
  readSegments,
  type Segment,
  trimSegments,
  visibleText,
} from './read-inlines.js';
import { readTitleLines } from './title-lines.js';
import { readLabelAfterBullet, readUnitLabel } from './unit-label.js';

/** Reads the line at `at` as a unit or a paragraph; returns how many lines it took. */
export function readLine(reader: BlockReader, lines: readonly Line[], at: number): number {
  const line = lines[at];
  if (!line) return 1;
  const { text, remarks } = reader;
  const bullet = readBullets(reader, line);
  const segments = trimSegments(
    text,
    readSegments(text, bullet?.contentAt ?? line.start, line.end, remarks, {
      opensAtStart: bullet?.opensMark ?? false,
    }),
  );
  const visible = visibleText(text, segments);
  const label = bullet ? readLabelAfterBullet(visible) : readUnitLabel(visible, reader.nextLetter);
  if (label) return pushLabelled(reader, lines, at, label, segments, bullet);
  remarkBrackets(text, segments, remarks);
  if (bullet) pushBullet(reader, bullet, segments);
  else pushParagraph(reader, line, segments);
  return 1;
}

/** Of several bullets the last counts: "- * **Lưu ý:**" is a star item. */
function readBullets(reader: BlockReader, line: Line): Bullet | undefined {
  const { text, remarks } = reader;
  if (isOrnament(text.slice(line.start, line.end))) return undefined;
  let bullet = readBullet(text, line.start, line.end, remarks);
  while (bullet && !bullet.opensMark) {
    const inner = /^[*]\*/.test(text.slice(bullet.contentAt, bullet.contentAt + 2))
      ? undefined
      : readBullet(text, bullet.contentAt, line.end, remarks);
    if (!inner) break;
    remarkDoubled(reader, bullet, text[inner.at] ?? '');
    bullet = inner;
  }
  return bullet;
}

function pushBullet(reader: BlockReader, bullet: Bullet, segments: readonly Segment[]): void {
  const { text, path, remarks } = reader;
  const label = { dash: '-', plus: '+', star: '*' }[bullet.level];
  if (segments.length === 0) remarkEmpty(label, bullet.at, remarks);
  reader.blocks.push({
    type: 'unit',
    level: bullet.level,
    label,
    isTitle: false,
    content: buildInlines(text, path, segments),
    origin: originOf(reader, label, bullet.at),
  });
}

/** A label that is not printed as it stands in the text ("–", "**1**.") is made by us. */
const originOf = ({ text, path }: BlockReader, label: string, offset: number): Origin =>
  text.startsWith(label, offset)
    ? { type: 'field', path, offset }
    : { type: 'generated', rule: 'outline/label' };

function pushParagraph(reader: BlockReader, line: Line, segments: readonly Segment[]): void {
  if (segments.length === 0) return;
  remarkBrokenLine(reader, segments);
  reader.blocks.push({
    type: 'paragraph',
    content: buildInlines(reader.text, reader.path, segments),
    origin: { type: 'field', path: reader.path, offset: segments[0]?.start ?? line.start },
  });
}

function pushLabelled(
  reader: BlockReader,
  lines: readonly Line[],
  at: number,
  label: UnitLabel,
  segments: readonly Segment[],
  bullet: Bullet | undefined,
): number {
  const { text, path, remarks, blocks } = reader;
  const start = offsetOf(segments, 0);
  const own = trimSegments(text, segments, offsetOf(segments, label.contentAt));
  if (bullet) remarkDoubled(reader, bullet, label.label);
  remarkSlips(label, start, remarks);
  remarkBrackets(text, own, remarks);
  const reading = reader.numbers.check(label, start, endsInColon(blocks.at(-1)), remarks);
  if (reading?.series === 'letter') reader.nextLetter = letterAfter(reading);
  const isHeading = HEADINGS.includes(label.level);
  const title = isHeading && own.length === 0 ? readTitleLines(reader, lines, at + 1) : NO_TITLE;
  const inlines = [...buildInlines(text, path, own), ...title.content];
  if (inlines.length === 0 && !isHeading) remarkEmpty(label.label, start, remarks);
  blocks.push({
    type: 'unit',
    level: label.level,
    label: label.label,
    isTitle: isHeading,
    content: inlines,
    origin: originOf(reader, label.label, start),
  });
  return 1 + title.lineCount;
}

const letterAfter = (reading: Reading): string =>
  pointLetter((reading.values[0] ?? 0) + 1)?.toUpperCase() ?? '';

const endsInColon = (block: OutlineBlock | undefined): boolean =>
  block !== undefined && block.type !== 'table' && /:\s*$/.test(endOf(block));

const HEADINGS: readonly string[] = ['part', 'chapter', 'section', 'subsection'];

const NO_TITLE = { content: [], lineCount: 0 };
