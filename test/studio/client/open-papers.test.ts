import { beforeAll, describe, expect, test } from 'vitest';
import { createOpenActions } from '../../../src/studio/client/actions/open-papers.js';
import type { Desk } from '../../../src/studio/client/desk/desk.js';
import { EMPTY_OWN } from '../../../src/studio/client/store/state.js';
import { createStore } from '../../../src/studio/client/store/store.js';
import { createEngine } from '../../../src/studio/engine/create-engine.js';
import type { Engine, NamedFile } from '../../../src/studio/protocol.js';
import { loadParts } from '../engine/engine-parts.js';
import { sample } from '../engine/samples.js';

let engine: Engine;
let docx: NamedFile;
beforeAll(async () => {
  engine = createEngine(await loadParts());
  docx = (await engine.write({ source: sample('plan.yaml'), formats: ['docx'] })).files[0]!;
}, 120_000);

const HANDLE = {} as FileSystemFileHandle;

/** A page on which a file is dropped that the browser may write over. */
async function dropped(file: NamedFile) {
  const store = createStore();
  store.dispatch({ type: 'ready', kinds: await engine.kinds(), own: EMPTY_OWN });
  const bound: string[] = [];
  const bindFile = async (id: string) => void bound.push(id);
  const desk = { bindFile, noteFile: () => {} } as Partial<Desk> as Desk;
  await createOpenActions({ store, engine, desk }).openFile(file, HANDLE);
  return { bound, document: store.get().document, notice: store.get().notice };
}

describe('a file that is dropped', () => {
  test('is saved where it lies when it is a form', async () => {
    const bytes = new TextEncoder().encode(sample('plan.yaml').text);
    const { bound, document } = await dropped({ name: 'a.yaml', bytes });
    expect(bound).toEqual([document?.id]);
    expect(document?.saved).toBeDefined();
  });

  test('is never written over when it is a finished paper', async () => {
    const { bound, document, notice } = await dropped(docx);
    expect(document?.text).toContain('Loại văn bản: Kế hoạch\n');
    expect(document?.saved).toBeUndefined();
    expect(bound).toEqual([]);
    expect(notice).toBeUndefined();
  });
});
