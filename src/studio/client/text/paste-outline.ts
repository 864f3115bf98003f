import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { KEPT_STYLE, keepStyles } from '../../paste/keep-styles.js';
import { outlineOfClipboard } from '../../paste/outline-of-clipboard.js';
import type { PasteNode } from '../../paste/paste-node.js';

/** What is pasted from Word, a page or a table comes as text of the grammar, in one change. */
export const pasteOutline = (): Extension =>
  EditorView.domEventHandlers({
    paste(event, view) {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (html === '' && text === '') return false;
      const made = outlineOfClipboard({ text, ...(html !== '' && { page: readPage(html) }) });
      event.preventDefault();
      view.dispatch(view.state.replaceSelection(onOwnLines(view.state, made)), {
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
      return true;
    },
  });

/** A unit or a table pasted into the middle of a line gets a line of its own: it would be read as words there. */
function onOwnLines({ doc, selection }: EditorState, made: string): string {
  const { from, to } = selection.main;
  const before = doc.sliceString(doc.lineAt(from).from, from).trim();
  const after = doc.sliceString(to, doc.lineAt(to).to).trim();
  const [first = '', last = ''] = [made.trimStart().split('\n')[0], made.split('\n').at(-1)];
  const opens = before !== '' && made.includes('\n') && /^(?:\||[-+*]\s|\S{1,8}[.)]\s)/.test(first);
  const closes = after !== '' && last.startsWith('|');
  return `${opens ? '\n' : ''}${made}${closes ? '\n' : ''}`;
}

/** The page is parsed into a document of no window: nothing in it runs, loads or is shown. */
const readPage = (html: string): PasteNode =>
  takeElement(new DOMParser().parseFromString(keepStyles(html), 'text/html').body);

function takeElement(element: Element): PasteNode {
  return {
    name: element.localName.toLowerCase(),
    attributes: Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name === KEPT_STYLE ? 'style' : name, value]),
    ),
    children: [...element.childNodes].flatMap((child): PasteNode[] => {
      if (child instanceof Element) return [takeElement(child)];
      return child.nodeType === Node.TEXT_NODE ? [{ text: child.nodeValue ?? '' }] : [];
    }),
  };
}
