import { createMemory, createOwned } from '../base/memory.js';
import type { Block, NumberedLevel, NumberedUnit, Unit } from '../document/ast.js';
import { pointLetter } from '../vietnamese/point-letters.js';
import { romanNumeral } from '../vietnamese/roman.js';

/** The levels that are counted, from large to small. */
const COUNTED = ['roman', 'clause', 'clause2', 'clause3', 'point'] as const;
export type CountedLevel = (typeof COUNTED)[number];

const BULLETS: Readonly<Record<Exclude<NumberedLevel, CountedLevel>, string>> = {
  dash: '-',
  plus: '+',
  star: '*',
};

/** How far the units of each level have come; what is not there has not begun. */
export type UnitCounts = ReadonlyMap<CountedLevel, number>;

/** The numbering of one section, block by block. */
interface UnitNumbering {
  readonly counts: UnitCounts;
  /** The block; a unit that a template prints with its label. */
  readonly number: (block: Block) => Block;
}

/**
 * Gives the units that a template prints their labels (R54): each counts on from the unit of its level before it, a larger
 * unit starts the smaller ones afresh. Units typed in an outline count too, so that printed ones go on behind them.
 */
export function numberUnits(): UnitNumbering {
  const counts = new Map<CountedLevel, number>();
  const step = (level: CountedLevel): void => {
    counts.set(level, (counts.get(level) ?? 0) + 1);
    for (let at = COUNTED.indexOf(level) + 1; at < COUNTED.length; at += 1) counts.delete(COUNTED[at]!);
  };
  const number = (block: Block): Block => {
    if (block.type === 'unit') {
      const level = COUNTED.find((counted) => counted === block.level);
      if (level !== undefined) step(level);
      return block;
    }
    if (block.type !== 'numbered-unit') return block;
    const { level } = block;
    if (level === 'dash' || level === 'plus' || level === 'star') return labelled(block, BULLETS[level]);
    step(level);
    return labelled(block, labelOf(level, counts));
  };
  return { counts, number };
}

/** The same unit with the same label is the same node. */
const labelled = (unit: NumberedUnit, label: string): Unit =>
  labelledUnits(unit).take(label, () => {
    const { level, isTitle, content } = unit;
    return { type: 'unit', level, label, isTitle, content };
  });

const labelledUnits = createOwned((_: NumberedUnit) => createMemory<Unit>(20));

/** "2.", "2.1.", "a)" of the counts reached. */
export function labelOf(level: CountedLevel, counts: UnitCounts): string {
  const count = (of: CountedLevel): number => counts.get(of) ?? 1;
  switch (level) {
    case 'roman':
      return `${romanNumeral(count('roman'))}.`;
    case 'clause':
      return `${count('clause')}.`;
    case 'clause2':
      return `${count('clause')}.${count('clause2')}.`;
    case 'clause3':
      return `${count('clause')}.${count('clause2')}.${count('clause3')}.`;
    case 'point':
      return `${pointLetter(count('point')) ?? '?'})`;
  }
}
