import { codeFolding, foldGutter, foldService } from '@codemirror/language';
import type { Extension, Text } from '@codemirror/state';

/** Folds what stands further in below a line; dashes right below a key are its own too. */
export const foldIndent = (): Extension => [
  foldService.of((state, start, end) => {
    const first = state.doc.lineAt(start);
    const last = lastBelow(state.doc, first.number);
    return last > first.number ? { from: end, to: state.doc.line(last).to } : null;
  }),
  codeFolding({ placeholderText: '…' }),
  foldGutter(),
];

function lastBelow(doc: Text, number: number): number {
  const head = doc.line(number).text;
  if (head.trim() === '') return number;
  const isKey = !/^\s*-/.test(head) && /:\s*[|>]?\s*$/.test(head);
  let last = number;
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
