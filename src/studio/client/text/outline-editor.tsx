import './text.css';
import { Compartment } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useLayoutEffect, useState } from 'react';
import type { OutlineEditorProps } from '../panes.js';
import { editorBase, showOffset } from './editor-base.js';
import { pasteOutline } from './paste-outline.js';
import { showLevels } from './show-levels.js';
import { useEditor } from './use-editor.js';

/** The editor of a text in outline grammar, each line shown as the level that it will be. */
export function OutlineEditor(props: OutlineEditorProps) {
  const { value, problems, target, onChange, onPlace, onShown, id, labelledBy, describedBy } = props;
  const [names] = useState(() => new Compartment());
  const { place, view } = useEditor({
    value,
    problems,
    extensions: () => [editorBase(), names.of([]), showLevels(), pasteOutline()],
    onEdit: ({ state }) => onChange(state.doc.toString()),
    onCaret: ({ state }) => onPlace(state.selection.main.head),
    turn: target?.turn,
    onTarget: (editor) => {
      showOffset(editor, target?.offset ?? 0);
      editor.focus();
      onShown();
      return undefined;
    },
  });

  // After the editor was made: effects come in their order.
  useLayoutEffect(() => {
    const attributes = {
      id,
      'aria-labelledby': labelledBy,
      ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    };
    view.current?.dispatch({ effects: names.reconfigure(EditorView.contentAttributes.of(attributes)) });
  }, [view, names, id, labelledBy, describedBy]);

  return <div ref={place} className="outline-editor" />;
}
