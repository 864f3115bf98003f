import { type Pt, pt, ptToTwip } from '../../base/lengths.js';
import { type FontSet, faceName } from '../../font/font.js';
import { breakLines } from '../../measure/break-lines.js';
import { textWidth } from '../../measure/text-width.js';
import type { FormBlank, ResolvedForm } from '../../resolve/resolved-document.js';
import type { FieldArea, Page, PagedDocument, TextItem } from '../frame.js';

/** Between a field's edge and what is typed in it, on either side: what PDF viewers leave. */
const PADDING = 2;
/** Above and below the text: within the leading of its line. */
const LEADING = 1;
/** No smaller, however long the value. */
const LEAST_SIZE = 6;

/** Gives each page the areas of its fields. A blank that goes on over a page's end has its field where it begins. */
export function placeFields(document: PagedDocument, form: ResolvedForm, fonts: FontSet): PagedDocument {
  const placed = new Set<string>();
  const pages = document.pages.map((page): Page => {
    const fields = form.blanks.flatMap((blank) => {
      const dots = page.items.filter(
        (item): item is TextItem => item.type === 'text' && item.blank === blank.key,
      );
      if (dots.length === 0 || placed.has(blank.key)) return [];
      placed.add(blank.key);
      return [areaOf(blank, dots, fonts)];
    });
    return { ...page, fields };
  });
  return { ...document, pages, form };
}

function areaOf(blank: FormBlank, dots: readonly TextItem[], fonts: FontSet): FieldArea {
  const { size, face } = dots[0]!;
  const { ascent, descent, unitsPerEm } = fonts.faces[face].metrics;
  const left = Math.min(...dots.map(({ x }) => x));
  const right = Math.max(...dots.map(({ x, width }) => x + width));
  const top = Math.min(...dots.map(({ y }) => y)) - (ascent * size) / unitsPerEm - LEADING;
  const bottom = Math.max(...dots.map(({ y }) => y)) - (descent * size) / unitsPerEm + LEADING;
  const baselines = [...new Set(dots.map(({ y }) => y))].sort((a, b) => a - b);
  const [firstLine = 0, secondLine = firstLine] = baselines.map((y) => y - top);
  const lines = { firstLine: pt(firstLine), pitch: pt(secondLine - firstLine) };
  const width = pt(right - left);
  const area = { blank, x: pt(left), y: pt(top), width, height: pt(bottom - top), size, ...lines };
  return { ...area, value: fitValue(blank, width, size, fonts) };
}

function fitValue(blank: FormBlank, width: Pt, size: Pt, fonts: FontSet): FieldArea['value'] {
  if (blank.value === '') return { lines: [], size };
  const room = width - 2 * PADDING;
  const whole = textWidth(blank.value, size, fonts.faces[faceName(false, false)]) / 20;
  if (blank.lines === 1)
    return { lines: [blank.value], size: pt(Math.max(LEAST_SIZE, size * Math.min(1, room / whole))) };
  const lines = blank.value.split('\n').flatMap((text) => {
    const run = { type: 'text', text, size, bold: false, italic: false } as const;
    return breakLines([run], ptToTwip(room), ptToTwip(room), fonts).map(({ fragments }) =>
      fragments.map(({ start, end }) => text.slice(start, end)).join(''),
    );
  });
  return { lines, size };
}
