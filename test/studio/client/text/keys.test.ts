import { EditorState } from '@codemirror/state';
import { type KeyBinding, keymap } from '@codemirror/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { editorBase } from '../../../../src/studio/client/text/editor-base.js';
import { foldIndent } from '../../../../src/studio/client/text/fold-indent.js';
import { textExtensions } from '../../../../src/studio/client/text/text-extensions.js';
import type { KindInfo } from '../../../../src/studio/protocol.js';

// The editors ask the page for the nonce of its policy.
beforeEach(() => void vi.stubGlobal('document', { querySelector: () => null }));
afterEach(() => void vi.unstubAllGlobals());

const kind: KindInfo = {
  slug: '',
  name: '',
  aliases: [],
  abbreviation: '',
  isDossier: false,
  fields: [],
  sample: '',
  isOwn: false,
};
const EDITORS = {
  text: () => textExtensions(() => ({ kind, kinds: [kind] })),
  outline: () => editorBase(),
};

/** "Ctrl-s" of a binding on a system, with its Shift where it does something else then. */
const namesOf = ({ key, linux, win, run, shift }: KeyBinding): readonly string[] =>
  [key, linux, win].flatMap((name) =>
    name === undefined ? [] : [...(run ? [name] : []), ...(shift ? [`Shift-${name}`] : [])],
  );

/** Keys that only move the caret and choose, as in every field. */
const CARET = /(?:Arrow\w+|Home|End|PageUp|PageDown)$/;

test.each(Object.entries(EDITORS))(
  'no key of the keyboard program is taken by the editor: %s',
  (_, extension) => {
    const names = EditorState.create({ extensions: extension() }).facet(keymap).flat().flatMap(namesOf);
    expect(names).toContain('Backspace');
    const taken = names
      .filter((name) => !CARET.test(name))
      .filter((name) => (/Shift-/.test(name) && /Ctrl-|Mod-/.test(name)) || /^Alt-z$/i.test(name));
    expect(taken).toEqual([]);
  },
);

test('folding has keys of its own', () => {
  const names = EditorState.create({ extensions: foldIndent() }).facet(keymap).flat().flatMap(namesOf);
  expect(names).toEqual(['F2', 'Shift-F2']);
});
