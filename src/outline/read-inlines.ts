import type { Inline } from '../document/ast.js';
import type { Remarks } from './remarks.js';
import { readStars, type StarRun } from './star-marks.js';

/** A stretch of the field that is printed as it stands, in one weight and slope. Offsets into the field. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** What the place of a stretch says about its marks. */
interface ReadOptions {
  /** See `readStars`. */
  readonly opensAtStart?: boolean;
  /** A table's cell: "\|" is a bar. */
  readonly bars?: boolean;
}

/** Cuts a stretch of one line at its marks; what the marks were is in the segments, what was wrong in the remarks. */
export function readSegments(
  text: string,
  start: number,
  end: number,
  remarks: Remarks,
  options: ReadOptions = {},
): readonly Segment[] {
  const piece = text.slice(start, end);
  const runs = piece.includes('*') ? readStars(piece, options.opensAtStart) : [];
  remarkStars(piece, start, runs, remarks);
  const segments = cutAtStars(piece, start, runs);
  return options.bars && piece.includes('\\|') ? segments.flatMap((s) => cutAtBars(text, s)) : segments;
}

function cutAtStars(piece: string, start: number, runs: readonly StarRun[]): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let bold = false;
  let italic = false;
  let removed = false;
  const take = (to: number) => {
    // A mark between two spaces leaves one space, not two.
    const last = segments.at(-1);
    if (removed && last && /\s/u.test(piece[last.end - start - 1] ?? '')) {
      while (from < to && /\s/u.test(piece[from] ?? '')) from += 1;
    }
    if (from < to) segments.push({ start: start + from, end: start + to, bold, italic });
  };
  for (const run of runs) {
    if (run.literal && run.used === 0) {
      if (piece[run.at - 1] !== '\\') continue;
      take(run.at - 1);
      from = run.at;
      removed = false;
      continue;
    }
    take(run.at);
    from = run.at + run.length;
    removed = true;
    if (run.togglesBold % 2 === 1) bold = !bold;
    if (run.togglesItalic % 2 === 1) italic = !italic;
  }
  take(piece.length);
  return segments;
}

function cutAtBars(text: string, segment: Segment): readonly Segment[] {
  const piece = text.slice(segment.start, segment.end);
  const cut: Segment[] = [];
  let from = 0;
  const take = (to: number) => {
    if (from < to) cut.push({ ...segment, start: segment.start + from, end: segment.start + to });
  };
  for (let at = piece.indexOf('\\|'); at !== -1; at = piece.indexOf('\\|', at + 2)) {
    take(at);
    from = at + 1;
  }
  take(piece.length);
  return cut;
}

function remarkStars(piece: string, start: number, runs: readonly StarRun[], remarks: Remarks): void {
  for (const run of runs) {
    const stars = piece.slice(run.at, run.at + run.length);
    const [from, to] = [start + run.at, start + run.at + run.length];
    if (run.literal && run.used === 0) continue;
    if (run.used < run.length) {
      remarks.add(
        'stray-star',
        from,
        to,
        `Dấu "${stars}" không có dấu đi cùng cặp trên dòng này nên không được in`,
        {
          actual: stars,
          hints: [
            'Gõ **chữ đậm** hoặc *chữ nghiêng* trong cùng một dòng, hoặc xóa dấu này; muốn in dấu sao thì gõ \\*',
            ...(run.at === 0 ? ['Gõ một dấu cách sau dấu * ở đầu dòng nếu đây là gạch đầu dòng'] : []),
          ],
        },
      );
    } else if (run.misplaced) {
      remarks.add('misplaced-star', from, to, `Dấu "${stars}" đứng cách chữ mà nó đánh dấu`, {
        actual: stars,
        hints: ['Gõ dấu sao sát chữ đầu và chữ cuối: **chữ đậm**, *chữ nghiêng*'],
      });
    }
  }
}

/** Segments without the white space at both ends of the whole, and without what lies before `from`. */
export function trimSegments(text: string, segments: readonly Segment[], from = 0): readonly Segment[] {
  const kept = segments.filter((s) => s.end > from).map((s) => (s.start < from ? { ...s, start: from } : s));
  let first = 0;
  let last = kept.length;
  const blank = (s: Segment | undefined) => s !== undefined && text.slice(s.start, s.end).trim() === '';
  while (first < last && blank(kept[first])) first += 1;
  while (last > first && blank(kept[last - 1])) last -= 1;
  return kept.slice(first, last).map((s, index, all) => ({
    ...s,
    start: index === 0 ? s.end - text.slice(s.start, s.end).trimStart().length : s.start,
    end: index === all.length - 1 ? s.start + text.slice(s.start, s.end).trimEnd().length : s.end,
  }));
}

/** What a reader sees of the segments. */
export const visibleText = (text: string, segments: readonly Segment[]): string =>
  segments.map((s) => text.slice(s.start, s.end)).join('');

/** The offset in the field of a letter of the visible text; one past the end for its length. */
export function offsetOf(segments: readonly Segment[], visibleIndex: number): number {
  let left = visibleIndex;
  for (const segment of segments) {
    const length = segment.end - segment.start;
    if (left < length) return segment.start + left;
    left -= length;
  }
  return segments.at(-1)?.end ?? 0;
}

/** Text nodes whose text is the field's own, letter by letter. A TAB inside a line is printed as a space. */
export function buildInlines(text: string, path: string, segments: readonly Segment[]): readonly Inline[] {
  return segments.flatMap((segment) => {
    const inlines: Inline[] = [];
    const style = { ...(segment.bold && { bold: true }), ...(segment.italic && { italic: true }) };
    let offset = segment.start;
    for (const part of text.slice(segment.start, segment.end).split(/(\t+)/)) {
      if (part.startsWith('\t')) {
        inlines.push({
          type: 'text',
          text: ' ',
          ...style,
          origin: { type: 'generated', rule: 'outline/tab' },
        });
      } else if (part !== '') {
        inlines.push({ type: 'text', text: part, ...style, origin: { type: 'field', path, offset } });
      }
      offset += part.length;
    }
    return inlines;
  });
}
