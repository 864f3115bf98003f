import { lintGutter } from '@codemirror/lint';
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { TextPaneProps } from '../panes.js';
import { completeKeys } from './complete-keys.js';
import { editorBase } from './editor-base.js';
import { foldIndent } from './fold-indent.js';
import { knownFields } from './known-fields.js';

/** Nothing with Ctrl+Shift: the Vietnamese keyboard has those. */
const SEARCH_KEYS = [
  { key: 'Mod-f', run: openSearchPanel, scope: 'editor search-panel' },
  { key: 'F3', run: findNext, shift: findPrevious, scope: 'editor search-panel', preventDefault: true },
  { key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' },
];

/** Where nothing is left that Escape closes it goes up, as in the form: to the button that opens the pane. Tab goes on. */
const LEAVE_KEYS = [{ key: 'Escape', run: toOpener }];

function toOpener({ dom }: EditorView): boolean {
  const pane = dom.closest('[id^="pane-"]');
  const opener = document.querySelector<HTMLElement>(`[aria-controls="${pane?.id}"]`);
  opener?.focus();
  return opener !== null;
}

/** What the editor of a form's text has beside what every editor has. */
export const textExtensions = (latest: () => Pick<TextPaneProps, 'kind' | 'kinds'>): Extension => [
  lineNumbers(),
  lintGutter(),
  foldIndent(),
  search({ top: true }),
  completeKeys(() => knownFields(latest().kind, latest().kinds)),
  keymap.of(SEARCH_KEYS),
  editorBase(),
  keymap.of(LEAVE_KEYS),
  EditorState.tabSize.of(2),
  EditorView.contentAttributes.of({
    'aria-label': 'Chữ của tệp biểu mẫu',
    'aria-description':
      'Tab để ra khỏi ô, Esc để lên thanh nút ở đầu trang, Ctrl+F để tìm, Ctrl+phím cách để xem gợi ý, F2 để gấp phần đang đứng',
  }),
];
