import { type Extension, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { LEVEL_NAMES, type LineLevel, outlineLevels } from './outline-levels.js';

/** Each line as its level: further in, bold where it is a title, its level's name at the edge. */
export const showLevels = (): Extension =>
  StateField.define<DecorationSet>({
    create: ({ doc }) => decorate(doc),
    update: (shown, { docChanged, newDoc }) => (docChanged ? decorate(newDoc) : shown),
    provide: (field) => EditorView.decorations.from(field),
  });

function decorate(doc: Text): DecorationSet {
  const byLine = new Map<number, LineLevel>();
  for (const level of outlineLevels(doc.toString())) {
    const { from } = doc.lineAt(Math.min(level.offset, doc.length));
    if (!byLine.has(from)) byLine.set(from, level);
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const [from, level] of [...byLine].sort(([one], [other]) => one - other))
    builder.add(from, from, lineOf(level));
  return builder.finish();
}

const lines = new Map<string, Decoration>();

function lineOf({ level, isTitle }: LineLevel): Decoration {
  const key = `${level}${isTitle}`;
  const known = lines.get(key);
  if (known) return known;
  const made = Decoration.line({
    class: `outline-line outline-${level}${isTitle ? ' outline-title' : ''}`,
    ...(LEVEL_NAMES[level] !== '' && { attributes: { 'data-level': LEVEL_NAMES[level] } }),
  });
  lines.set(key, made);
  return made;
}
