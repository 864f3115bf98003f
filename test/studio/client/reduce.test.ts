import { describe, expect, test } from 'vitest';
import { NO_HISTORY } from '../../../src/studio/client/store/history.js';
import { reduce } from '../../../src/studio/client/store/reduce.js';
import {
  isUnsaved,
  type OpenDocument,
  START,
  type StudioState,
} from '../../../src/studio/client/store/state.js';
import type { Look } from '../../../src/studio/protocol.js';

const PAPER: OpenDocument = {
  id: 'one',
  file: 'ke-hoach.yaml',
  text: 'Trích yếu: A\n',
  given: [],
  history: NO_HISTORY,
  kind: 'plan',
  saved: { text: 'Trích yếu: A\n', etag: '1' },
};

const opened = reduce(START, { type: 'opened', document: PAPER });
const edit = (state: StudioState, insert: string) =>
  reduce(state, { type: 'edited', changes: [{ from: 11, to: 12, insert }] });

const look = (ids: readonly string[], kind?: string): Look => ({
  ...(kind !== undefined && { kind }),
  papers:
    ids.length === 0
      ? []
      : [
          {
            label: '',
            name: 'ke-hoach',
            isBanner: false,
            pages: ids.map((id) => ({ id, width: 1, height: 1, label: id })),
          },
        ],
  problems: [],
});

describe('the state of the page', () => {
  test('shows the workplace of a paper that was opened', () => {
    expect(opened.view).toBe('work');
    expect(isUnsaved(opened.document!)).toBe(false);
  });

  test('knows what is not saved, and that undo makes it saved again', () => {
    const changed = edit(opened, 'B');
    expect(isUnsaved(changed.document!)).toBe(true);
    expect(isUnsaved(reduce(changed, { type: 'undone' }).document!)).toBe(false);
  });

  test('keeps the last good pages while nothing can be made of the text', () => {
    const pages = new Map([['p1', '<svg/>']]);
    const seen = reduce(opened, { type: 'looked', id: 'one', text: '', look: look(['p1'], 'plan'), pages });
    const broken = reduce(seen, { type: 'looked', id: 'one', text: '', look: look([]), pages });
    expect(broken.look?.papers[0]?.pages).toHaveLength(1);
    expect(broken.document?.kind).toBe('plan');
  });

  test('drops a look at a paper that is not open any more', () => {
    expect(
      reduce(opened, { type: 'looked', id: 'other', text: '', look: look(['p1']), pages: new Map() }),
    ).toBe(opened);
  });

  test.each(['mine', 'theirs'] as const)('loses neither text when %s is kept', (keep) => {
    const changed = edit(opened, 'mine');
    const clash = { text: 'Trích yếu: theirs\n', etag: '2' };
    const asked = reduce(changed, { type: 'clashed', clash });
    expect(asked.document?.text).toBe('Trích yếu: mine\n');
    const settled = reduce(asked, { type: 'clash-settled', keep });
    const other = keep === 'mine' ? 'theirs' : 'mine';
    expect(settled.clash).toBeUndefined();
    expect(settled.document?.text).toBe(`Trích yếu: ${keep}\n`);
    expect(settled.document?.saved?.etag).toBe('2');
    expect(reduce(settled, { type: 'undone' }).document?.text).toBe(`Trích yếu: ${other}\n`);
  });

  test('counts the turns of targets, so that the same place can be asked for twice', () => {
    const once = reduce(opened, { type: 'targeted', path: 'trich_yeu', offset: 0 });
    const twice = reduce(once, { type: 'targeted', path: 'trich_yeu', offset: 0 });
    expect([once.target?.turn, twice.target?.turn]).toEqual([1, 2]);
  });

  test('gives a file once under its name', () => {
    const file = (byte: number) => ({ name: 'a.png', bytes: Uint8Array.of(byte) });
    const once = reduce(opened, { type: 'given', file: file(1) });
    const twice = reduce(once, { type: 'given', file: file(2) });
    expect(twice.document?.given).toEqual([file(2)]);
  });
});
