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

/** What the editor of a form's text has beside what every editor has. */
export const textExtensions = (latest: () => Pick<TextPaneProps, 'kind' | 'kinds'>): Extension => [
  lineNumbers(),
  lintGutter(),
  foldIndent(),
  search({ top: true }),
  completeKeys(() => knownFields(latest().kind, latest().kinds)),
  keymap.of(SEARCH_KEYS),
  editorBase(),
  EditorState.tabSize.of(2),
  EditorView.contentAttributes.of({
    'aria-label': 'Chữ của tệp biểu mẫu',
    'aria-description':
      'Tab để ra khỏi ô, Ctrl+F để tìm, Ctrl+phím cách để xem gợi ý, F2 để gấp phần đang đứng',
  }),
];
