import { mmToTwip, ptToTwip, type Twip, twip } from '../base/lengths.js';
import type { ContactLine, Letterhead } from '../document/ast.js';
import { faceName } from '../font/font.js';
import { textWidth } from '../measure/text-width.js';
import { buildParagraph, buildRule, type ResolveContext, styleOf } from './context.js';
import { stackHeight } from './height.js';
import { generated, resolveInlines } from './inlines.js';
import type { ResolvedLetterhead } from './letterhead.js';
import type { Color, PageFoot, Sheet, StampBox } from './resolved-document.js';

/** R85 to R87: secrecy above urgency, at the left margin below the number; circulation in the top margin above Quốc hiệu. */
export function resolveMarks(
  context: ResolveContext,
  letterhead: Letterhead,
  resolved: ResolvedLetterhead,
  sheet: Sheet,
): readonly StampBox[] {
  const { marks } = context.profile;
  const gap = mmToTwip(marks.gap);
  const red = marks.color as Color;
  const boxes: StampBox[] = [];
  let top = sheet.margins.top + resolved.height + gap;
  const stack = (text: string, width: Twip, height: Twip) => {
    boxes.push(stampBox(context, text, { left: sheet.margins.left, top: twip(top), width, height }, red));
    top += height + gap;
  };
  if (letterhead.secrecyMark !== undefined) {
    stack(
      letterhead.secrecyMark,
      fitted(context, letterhead.secrecyMark, marks.secrecy.padding),
      mmToTwip(marks.secrecy.height),
    );
  }
  if (letterhead.urgencyMark !== undefined) {
    const { width, height } = marks.urgency[letterhead.urgencyMark];
    stack(letterhead.urgencyMark, mmToTwip(width), mmToTwip(height));
  }
  if (letterhead.circulationNotice !== undefined) {
    const width = fitted(context, letterhead.circulationNotice, marks.circulation.padding);
    const [left = 0, right = 0] = resolved.table.columns;
    const middle = sheet.margins.left + resolved.table.indent + left + right / 2;
    const place = {
      left: twip(middle - width / 2),
      top: mmToTwip(marks.circulation.fromTop),
      width,
      height: mmToTwip(marks.circulation.height),
    };
    boxes.push(stampBox(context, letterhead.circulationNotice, place, '000000'));
  }
  return boxes;
}

/** Room that the stamps at the left need below the letterhead, so that no title meets them. */
export function markRoom(
  context: ResolveContext,
  boxes: readonly StampBox[],
  sheet: Sheet,
  letterheadHeight: Twip,
): Twip {
  const gap = mmToTwip(context.profile.marks.gap);
  const bottoms = boxes
    .map((box) => box.top + box.height)
    .filter((bottom) => bottom > sheet.margins.top + letterheadHeight);
  return twip(bottoms.length === 0 ? 0 : Math.max(...bottoms) + gap - sheet.margins.top - letterheadHeight);
}

/** The stamps below the letterhead belong to the title: a longer agency's name moves them with it. */
export function moveWithTitle(
  context: ResolveContext,
  boxes: readonly StampBox[],
  sheet: Sheet,
  letterheadHeight: Twip,
  room: Twip,
): readonly StampBox[] {
  const below = sheet.margins.top + letterheadHeight;
  const titleTop = below + Math.max(styleOf(context, 'KindTitle').paragraph.before, room);
  return boxes.map((box) => (box.top < below ? box : { ...box, above: twip(titleTop - box.top) }));
}

function fitted(context: ResolveContext, text: string, padding: number): Twip {
  const run = styleOf(context, 'Mark').run;
  const width = textWidth(text, run.size, context.fonts.faces[faceName(run.bold, run.italic)]);
  return twip(width + 2 * mmToTwip(padding));
}

function stampBox(
  context: ResolveContext,
  text: string,
  place: Pick<StampBox, 'left' | 'top' | 'width' | 'height'>,
  color: Color,
): StampBox {
  const run = { ...styleOf(context, 'Mark').run, color };
  return {
    type: 'stamp-box',
    ...place,
    border: ptToTwip(context.profile.marks.border),
    color,
    paragraph: buildParagraph(context, 'Mark', [generated(text, run, 'R86')]),
  };
}

/** Box 13 at the foot of the first page: a line over the whole width and the contact lines (R89). */
export function resolveContact(context: ResolveContext, contact: ContactLine, textWidth: Twip): PageFoot {
  const run = styleOf(context, 'ContactLine').run;
  const rule = buildRule(context, textWidth, textWidth, context.profile.contact.gap);
  const lines = contact.lines.map((line) =>
    buildParagraph(context, 'ContactLine', resolveInlines(line, run)),
  );
  const paragraphs = [rule, ...lines];
  return { type: 'page-foot', height: twip(stackHeight(paragraphs, textWidth, context.fonts)), paragraphs };
}
