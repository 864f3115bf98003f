import type { Paragraph, Table, Unit, UnitLevel } from '../document/ast.js';
import { endsOpen } from './sentence.js';

/** What an outline is read into. */
export type OutlineBlock = Unit | Paragraph | Table;

const ALWAYS: readonly UnitLevel[] = ['part', 'chapter', 'section', 'subsection'];
const PERHAPS: readonly UnitLevel[] = ['roman', 'article', 'clause', 'clause2', 'clause3'];

/**
 * Decides which units are titles (R49 to R54). Of I., Điều, 1., 1.1., 1.1.1. it is one that is not closed by a full stop,
 * semicolon or comma and that something follows: its units, a paragraph, a table, or the next unit of its own or a higher
 * level. "I." needs nothing behind it. A point is never a title (R53), nor is a "1)" among points.
 */
export function markTitles(blocks: readonly OutlineBlock[]): readonly OutlineBlock[] {
  let amongPoints = false;
  return blocks.map((block, index) => {
    if (block.type !== 'unit') return block;
    const isParen = /[)/]$/.test(block.label);
    if (block.level === 'point') amongPoints = true;
    else if (PERHAPS.includes(block.level) && !isParen) amongPoints = false;
    const followed = index < blocks.length - 1;
    const isTitle =
      ALWAYS.includes(block.level) || (canBeTitle(block, followed) && !(isParen && amongPoints));
    return isTitle === block.isTitle ? block : { ...block, isTitle };
  });
}

function canBeTitle(unit: Unit, followed: boolean): boolean {
  if (!PERHAPS.includes(unit.level) || unit.content.length === 0) return false;
  if (!followed && unit.level !== 'roman') return false;
  return endsOpen(endOf(unit));
}

/** The last letters of a unit's or paragraph's text. */
export function endOf(block: Unit | Paragraph): string {
  let end = '';
  for (const inline of [...block.content].reverse()) {
    end = (inline.type === 'text' ? inline.text.slice(-16) : ' ') + end;
    if (end.length >= 16) break;
  }
  return end;
}
