import './text.css';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { FormModel } from '../../../form/edit/form-model.js';
import { readFormModel } from '../../../form/edit/read-form-model.js';
import type { TextChange } from '../../../form/edit/text-change.js';
import type { Problem } from '../../protocol.js';
import { editKindOf } from '../form/form-values.js';
import type { TextPaneProps } from '../panes.js';
import { showOffset } from './editor-base.js';
import { offsetOf, placeOf } from './place-of.js';
import { textExtensions } from './text-extensions.js';
import { useEditor } from './use-editor.js';

/** The text of the form file. Its history is the app's, which is over all panes. */
export function TextPane(props: TextPaneProps) {
  const { text, problems, target } = props;
  const latest = useRef(props);
  latest.current = props;
  const [placing] = useState(() => placeLater(latest));
  useEffect(() => placing.stop, [placing]);
  const { place } = useEditor({
    value: text,
    problems,
    lineOf: () => lineOfProblem(props),
    extensions: () => textExtensions(() => latest.current),
    onEdit: (update) => props.onChange(changesIn(update)),
    onCaret: placing.start,
    turn: target?.turn,
    onTarget: (view) => target && showTarget(view, target, props),
  });
  return <div ref={place} className="text-editor" />;
}

type Latest = { readonly current: TextPaneProps };

interface Placing {
  readonly start: (view: EditorView) => void;
  readonly stop: () => void;
}

function changesIn({ changes }: ViewUpdate): readonly TextChange[] {
  const made: TextChange[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => {
    made.push({ from, to, insert: inserted.toString() });
  });
  return made;
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
  { path, offset, range, turn }: NonNullable<TextPaneProps['target']>,
  props: TextPaneProps,
): (() => void) | undefined {
  const from = range?.from ?? offsetOf(readForm(props.text, props), path, offset);
  if (from !== undefined) showOffset(view, from, range?.to);
  if (turn === props.ledTurn) return undefined;
  const frame = requestAnimationFrame(() => {
    const active = document.activeElement;
    const isElsewhere = active?.matches('input, textarea, select, [contenteditable="true"]') ?? false;
    if (range !== undefined || !isElsewhere) view.focus();
  });
  return () => cancelAnimationFrame(frame);
}
