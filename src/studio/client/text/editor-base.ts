import { deleteCharBackwardStrict, insertNewline, standardKeymap } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { EditorView, type KeyBinding, keymap } from '@codemirror/view';
import { trimChange } from '../../../form/edit/text-diff.js';
import { normalise } from '../../../vietnamese/normalise.js';
import type { Problem } from '../../protocol.js';
import { sentence } from '../parts/sentence.js';
import { PHRASES } from './phrases.js';

/** A change that came from outside, of which the outside is not told again. */
const fromOutside = Annotation.define<boolean>();

export const isFromOutside = (transactions: readonly Transaction[]): boolean =>
  transactions.some((transaction) => transaction.annotation(fromOutside) === true);

/**
 * What both editors have. A Vietnamese keyboard sends Backspace and letters for one accent: so Backspace takes one letter,
 * Enter makes a line, and nothing closes brackets or quotes, indents or keeps a history. Tab leaves the field.
 */
export function editorBase(): Extension {
  return [
    EditorView.cspNonce.of(nonceOfPage()),
    EditorState.lineSeparator.of('\n'),
    EditorState.phrases.of(PHRASES),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off' }),
    EditorView.clipboardInputFilter.of((text) => normalise(text).text),
    keymap.of(KEYS),
  ];
}

const KEYS: readonly KeyBinding[] = [
  { key: 'Enter', run: insertNewline, shift: insertNewline },
  { key: 'Backspace', run: deleteCharBackwardStrict, shift: deleteCharBackwardStrict },
  ...standardKeymap.filter(({ key }) => key !== 'Enter' && key !== 'Backspace'),
];

const nonceOfPage = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="thethuc-nonce"]')?.content ?? '';

/** Makes the editor say `value` by the smallest change; the caret stays at its letters. */
export function showValue(view: EditorView, value: string): void {
  const shown = view.state.doc.toString();
  if (shown === value) return;
  view.dispatch({
    changes: [...trimChange(shown, { from: 0, to: shown.length, insert: value })],
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
  });
}

/** Puts the caret there and shows it. */
export function showOffset(view: EditorView, from: number, to = from): void {
  const length = view.state.doc.length;
  const [anchor, head] = [Math.min(from, length), Math.min(to, length)];
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    annotations: fromOutside.of(true),
  });
}

/**
 * Underlines the problems that say where they are. Those that don't are marked at the beginning of the line that `lineOf`
 * gives by a letter of it, and not at all without it.
 */
export function showProblems(
  view: EditorView,
  problems: readonly Problem[],
  lineOf?: (problem: Problem) => number,
): void {
  const { doc } = view.state;
  const found = problems.flatMap((problem): Diagnostic[] => {
    const range = problem.range ?? (lineOf && lineStart(doc, lineOf(problem)));
    if (range === undefined) return [];
    const from = Math.min(range.from, doc.length);
    const to = Math.max(from, Math.min(range.to, doc.length));
    return [
      {
        from,
        to,
        severity: SEVERITIES[problem.severity],
        message: problem.message,
        renderMessage: () => messageOf(problem),
      },
    ];
  });
  view.dispatch(setDiagnostics(view.state, found));
}

function lineStart(doc: Text, at: number): { readonly from: number; readonly to: number } {
  const { from } = doc.lineAt(Math.min(at, doc.length));
  return { from, to: from };
}

const SEVERITIES = { error: 'error', warning: 'warning', remark: 'info' } as const;

/** What is wrong, where if not here, what should stand there, where that is said and what can be done. */
function messageOf({ message, range, label, elsewhere, expected, clause, hints }: Problem): Node {
  const box = document.createElement('div');
  const lines = [
    sentence(message),
    ...(range === undefined && label ? [`Ở ô: ${label}`] : []),
    ...(elsewhere ? [`Ở: ${elsewhere}`] : []),
    ...(expected ? [`Cần có: ${expected}`] : []),
    ...(clause ? [`Căn cứ: ${clause}`] : []),
    ...hints.map(sentence),
  ];
  for (const [at, line] of lines.entries()) {
    const row = box.appendChild(document.createElement('div'));
    row.className = at === 0 ? 'text-problem' : 'text-problem-more';
    row.textContent = line;
  }
  return box;
}
