import {
  codeFolding,
  foldAll,
  foldEffect,
  foldedRanges,
  foldGutter,
  foldService,
  unfoldAll,
  unfoldEffect,
} from '@codemirror/language';
import type { EditorState, Extension, Text } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';

/**
 * Folds what stands further in below a line; dashes right below a key are its own too. F2 folds the part that the caret is in
 * and unfolds it, Shift+F2 all of them: CodeMirror's own keys are Ctrl+Shift, which the Vietnamese keyboard has.
 */
export const foldIndent = (): Extension => [
  foldService.of((state, start, end) => {
    const last = lastBelow(state.doc, state.doc.lineAt(start).number);
    return last === undefined ? null : { from: end, to: state.doc.line(last).to };
  }),
  codeFolding({ placeholderText: '…' }),
  foldGutter(),
  keymap.of(FOLD_KEYS),
];

const foldAllOrNone = (view: EditorView): boolean =>
  rangesIn(view.state).length > 0 ? unfoldAll(view) : foldAll(view);

const FOLD_KEYS = [{ key: 'F2', run: foldHere, shift: foldAllOrNone, preventDefault: true }];

/** The part whose first line the caret is on, else the innermost that it is in; the caret goes to its first line. */
function foldHere(view: EditorView): boolean {
  const { state } = view;
  const { doc, selection } = state;
  const here = doc.lineAt(selection.main.head);
  const folded = rangesIn(state).find(({ from }) => doc.lineAt(from).number === here.number);
  if (folded !== undefined) {
    view.dispatch({ effects: unfoldEffect.of(folded) });
    return true;
  }
  for (let at = here.number; at >= 1; at -= 1) {
    const last = lastBelow(doc, at);
    if (last === undefined || last < here.number) continue;
    const { to } = doc.line(at);
    view.dispatch({
      effects: foldEffect.of({ from: to, to: doc.line(last).to }),
      ...(at < here.number && { selection: { anchor: to } }),
      scrollIntoView: true,
    });
    return true;
  }
  return true;
}

function rangesIn(state: EditorState): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  foldedRanges(state).between(0, state.doc.length, (from, to) => void found.push({ from, to }));
  return found;
}

/** The last of the lines that stand below one; undefined where there are none. */
function lastBelow(doc: Text, number: number): number | undefined {
  const head = doc.line(number).text;
  if (head.trim() === '') return undefined;
  const isKey = !/^\s*-/.test(head) && /:\s*[|>]?\s*$/.test(head);
  let last: number | undefined;
  for (let at = number + 1; at <= doc.lines; at += 1) {
    const { text } = doc.line(at);
    if (text.trim() === '') continue;
    const isItem = isKey && indentOf(text) === indentOf(head) && /^\s*-/.test(text);
    if (indentOf(text) <= indentOf(head) && !isItem) break;
    last = at;
  }
  return last;
}

const indentOf = (text: string): number => text.length - text.trimStart().length;
