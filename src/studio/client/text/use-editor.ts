import type { Extension } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Problem } from '../../protocol.js';
import { isFromOutside, showProblems, showValue } from './editor-base.js';

/** What an editor shows and tells; all of it is that of the latest drawing when it is asked for. */
interface EditorParts {
  readonly value: string;
  readonly problems: readonly Problem[];
  /** The line of a problem that says no place, by a letter of it; see `showProblems`. */
  readonly lineOf?: () => (problem: Problem) => number;
  /** Made once. */
  readonly extensions: () => Extension;
  /** The user has changed the text. */
  readonly onEdit: (update: ViewUpdate) => void;
  /** The user has changed the text or gone elsewhere in it. */
  readonly onCaret: (view: EditorView) => void;
  /** Which target is the latest: each is shown once, by `onTarget`, which may return what takes it back. */
  readonly turn: number | undefined;
  readonly onTarget: (view: EditorView) => (() => void) | undefined;
}

interface Editor {
  /** For the element that the editor is put into. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** Undefined until the effects of the first drawing. */
  readonly view: RefObject<EditorView | undefined>;
}

/** An editor's life: it is made once, and what comes from outside is put into it without being told back. */
export function useEditor(parts: EditorParts): Editor {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(parts);
  latest.current = parts;
  const editor = useRef<EditorView>(undefined);
  const { value, problems, turn } = parts;

  useLayoutEffect(() => {
    if (place.current === null) return;
    const view = new EditorView({
      doc: latest.current.value,
      parent: place.current,
      extensions: [latest.current.extensions(), telling(latest)],
    });
    editor.current = view;
    return () => {
      editor.current = undefined;
      view.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (editor.current) showValue(editor.current, value);
  }, [value]);

  useEffect(() => {
    if (editor.current) showProblems(editor.current, problems, latest.current.lineOf?.());
  }, [problems]);

  useEffect(() => {
    if (editor.current !== undefined && turn !== undefined) return latest.current.onTarget(editor.current);
  }, [turn]);

  return { place, view: editor };
}

const telling = (latest: { readonly current: EditorParts }): Extension =>
  EditorView.updateListener.of((update) => {
    const { docChanged, selectionSet, focusChanged, view, transactions } = update;
    if (isFromOutside(transactions)) return;
    if (docChanged) latest.current.onEdit(update);
    if ((docChanged || selectionSet || focusChanged) && view.hasFocus) latest.current.onCaret(view);
  });
