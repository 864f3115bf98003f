import './text.css';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FormModel } from '../../../form/edit/form-model.js';
import { readFormModel } from '../../../form/edit/read-form-model.js';
import type { TextChange } from '../../../form/edit/text-change.js';
import type { Problem } from '../../protocol.js';
import { editKindOf } from '../form/form-values.js';
import type { TextPaneProps } from '../panes.js';
import { isFromOutside, showOffset, showProblems, showValue } from './editor-base.js';
import { offsetOf, placeOf } from './place-of.js';
import { textExtensions } from './text-extensions.js';

/** The text of the form file. Its history is the app's, which is over all panes. */
export function TextPane(props: TextPaneProps) {
  const { text, problems, target } = props;
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const editor = useRef<EditorView>(undefined);

  useLayoutEffect(() => {
    if (place.current === null) return;
    const placing = placeLater(latest);
    const view = new EditorView({
      doc: latest.current.text,
      parent: place.current,
      extensions: [
        textExtensions(() => latest.current),
        EditorView.updateListener.of((update) => tell(update, latest, placing)),
      ],
    });
    editor.current = view;
    return () => {
      placing.stop();
      view.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (editor.current) showValue(editor.current, text);
  }, [text]);

  useEffect(() => {
    if (editor.current) showProblems(editor.current, problems, lineOfProblem(latest.current));
  }, [problems]);

  // A target is told once, by its turn.
  const turn = target?.turn;
  useEffect(() => {
    const [view, wanted] = [editor.current, latest.current.target];
    if (view === undefined || wanted === undefined || wanted.turn !== turn) return;
    return showTarget(view, wanted, latest.current);
  }, [turn]);

  return <div ref={place} className="text-editor" />;
}

type Latest = { readonly current: TextPaneProps };

interface Placing {
  readonly start: (view: EditorView) => void;
  readonly stop: () => void;
}

function tell(update: ViewUpdate, latest: Latest, placing: Placing): void {
  if (isFromOutside(update.transactions)) return;
  if (update.docChanged) {
    const changes: TextChange[] = [];
    update.changes.iterChanges((from, to, _from, _to, inserted) => {
      changes.push({ from, to, insert: inserted.toString() });
    });
    latest.current.onChange(changes);
  }
  if ((update.docChanged || update.selectionSet || update.focusChanged) && update.view.hasFocus)
    placing.start(update.view);
}

const readForm = (text: string, { kind, kinds }: TextPaneProps): FormModel =>
  readFormModel(text, editKindOf(kind), kinds.map(editKindOf));

/** What has no place in the text is shown where its field is, or what would have it; else at the first line. */
function lineOfProblem(props: TextPaneProps): (problem: Problem) => number {
  let form: FormModel | undefined;
  return ({ path }) => {
    if (path === undefined) return 0;
    form ??= readForm(props.text, props);
    return offsetOf(form, path, 0) ?? 0;
  };
}

/** Where the caret is takes reading the form: told once it rests. */
function placeLater(latest: Latest): Placing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  const start = (view: EditorView): void => {
    stop();
    timer = setTimeout(() => {
      const form = readForm(view.state.doc.toString(), latest.current);
      const { path, offset } = placeOf(form, view.state.selection.main.head);
      if (path !== '') latest.current.onPlace(path, offset);
    }, 200);
  };
  return { start, stop };
}

/** Shows the target; where the form stands beside it, that has the focus. Returns what takes it back. */
function showTarget(
  view: EditorView,
  { path, offset, range }: NonNullable<TextPaneProps['target']>,
  props: TextPaneProps,
): () => void {
  const from = range?.from ?? offsetOf(readForm(props.text, props), path, offset);
  if (from !== undefined) showOffset(view, from, range?.to);
  const frame = requestAnimationFrame(() => {
    const active = document.activeElement;
    const isElsewhere = active?.matches('input, textarea, select, [contenteditable="true"]') ?? false;
    if (range !== undefined || !isElsewhere) view.focus();
  });
  return () => cancelAnimationFrame(frame);
}
