import './text.css';
import { Compartment } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OutlineEditorProps } from '../panes.js';
import { editorBase, isFromOutside, showOffset, showProblems, showValue } from './editor-base.js';
import { pasteOutline } from './paste-outline.js';
import { showLevels } from './show-levels.js';

/** The editor of a text in outline grammar, each line shown as the level that it will be. */
export function OutlineEditor(props: OutlineEditorProps) {
  const { value, problems, target, id, labelledBy, describedBy } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [names] = useState(() => new Compartment());
  const editor = useRef<EditorView>(undefined);

  useLayoutEffect(() => {
    if (place.current === null) return;
    const view = new EditorView({
      doc: latest.current.value,
      parent: place.current,
      extensions: [editorBase(), names.of([]), showLevels(), pasteOutline(), telling(latest)],
    });
    editor.current = view;
    return () => view.destroy();
  }, [names]);

  useLayoutEffect(() => {
    const attributes = {
      id,
      'aria-labelledby': labelledBy,
      ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    };
    editor.current?.dispatch({ effects: names.reconfigure(EditorView.contentAttributes.of(attributes)) });
  }, [names, id, labelledBy, describedBy]);

  useLayoutEffect(() => {
    if (editor.current) showValue(editor.current, value);
  }, [value]);

  useEffect(() => {
    if (editor.current) showProblems(editor.current, problems);
  }, [problems]);

  // A target is told once, by its turn.
  const turn = target?.turn;
  useEffect(() => {
    const [view, wanted] = [editor.current, latest.current.target];
    if (view === undefined || wanted === undefined || wanted.turn !== turn) return;
    showOffset(view, wanted.offset);
    view.focus();
  }, [turn]);

  return <div ref={place} className="outline-editor" />;
}

const telling = (latest: { readonly current: OutlineEditorProps }) =>
  EditorView.updateListener.of(({ docChanged, selectionSet, focusChanged, state, view, transactions }) => {
    if (isFromOutside(transactions)) return;
    if (docChanged) latest.current.onChange(state.doc.toString());
    if ((docChanged || selectionSet || focusChanged) && view.hasFocus)
      latest.current.onPlace(state.selection.main.head);
  });
