import type { Inline, UnitLevel } from '../../../document/ast.js';
import { type OutlineBlock, parseOutline } from '../../../outline/parse-outline.js';

export interface LineLevel {
  /** Offset in the text of some letter of the line. */
  readonly offset: number;
  readonly level: UnitLevel | 'table' | 'heading';
  readonly isTitle: boolean;
}

/** How people call a level, for the edge of its line. */
export const LEVEL_NAMES: Readonly<Record<LineLevel['level'], string>> = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  roman: 'Mục',
  article: 'Điều',
  clause: 'Khoản',
  clause2: 'Khoản',
  clause3: 'Khoản',
  point: 'Điểm',
  dash: '',
  plus: '',
  star: '',
  table: 'Bảng',
  heading: '',
};

/** The levels of a text's lines as the paper will have them, in their order; lines of prose are not among them. */
export function outlineLevels(text: string): readonly LineLevel[] {
  const { value = [] } = parseOutline(text, '', () => undefined);
  return value.flatMap(levelsOf);
}

function levelsOf(block: OutlineBlock): readonly LineLevel[] {
  if (block.type === 'table')
    return block.rows.flatMap(({ role, cells }) =>
      cells
        .flatMap(({ content }) => offsetsOf(content))
        .slice(0, 1)
        .map((offset): LineLevel => ({ offset, level: 'table', isTitle: role !== 'body' })),
    );
  if (block.type !== 'unit') return [];
  const { level, isTitle, content, origin } = block;
  const offsets = [...(origin?.type === 'field' ? [origin.offset ?? 0] : []), ...offsetsOf(content)];
  // The lines of a heading's title below its number.
  return offsets.map((offset, at): LineLevel => ({ offset, level: at === 0 ? level : 'heading', isTitle }));
}

const offsetsOf = (content: readonly Inline[]): readonly number[] =>
  content.flatMap((inline) =>
    'origin' in inline && inline.origin?.type === 'field' ? [inline.origin.offset ?? 0] : [],
  );
