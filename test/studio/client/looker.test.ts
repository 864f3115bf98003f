import { describe, expect, test } from 'vitest';
import { createLooker, type Wish } from '../../../src/studio/client/store/looker.js';
import type { Look, LookRequest } from '../../../src/studio/protocol.js';

const wish = (text: string, id = 'one'): Wish => ({
  id,
  source: { file: 'a.yaml', text, given: [] },
  overlay: false,
  insides: false,
});

/** An engine that answers when it is told to. */
function slowEngine() {
  const asked: { readonly request: LookRequest; readonly answer: (ids: readonly string[]) => void }[] = [];
  const look = (request: LookRequest): Promise<Look> =>
    new Promise((resolve) => {
      const answer = (ids: readonly string[]): void =>
        resolve({
          papers: [
            {
              label: '',
              name: '',
              isBanner: false,
              pages: ids.map((id) => ({
                id,
                width: 1,
                height: 1,
                label: id,
                ...(!request.known.includes(id) && { svg: `<svg id="${id}"/>` }),
              })),
            },
          ],
          problems: [],
        });
      asked.push({ request, answer });
    });
  return { asked, look };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('looking at a form', () => {
  test('skips texts that were overtaken while the engine was busy', async () => {
    const engine = slowEngine();
    const looker = createLooker(engine, { onLook: () => {}, onFailure: () => {} });
    for (const text of ['a', 'ab', 'abc']) looker.look(wish(text));
    engine.asked[0]?.answer(['p1']);
    await settled();
    engine.asked[1]?.answer(['p1']);
    await settled();
    expect(engine.asked.map(({ request }) => request.source.text)).toEqual(['a', 'abc']);
  });

  test('tells pages that it knows already whole again', async () => {
    const engine = slowEngine();
    const seen: ReadonlyMap<string, string>[] = [];
    const looker = createLooker(engine, {
      onLook: (_source, _look, pages) => seen.push(pages),
      onFailure: () => {},
    });
    looker.look(wish('a'));
    engine.asked[0]?.answer(['p1', 'p2']);
    await settled();
    looker.look(wish('b'));
    expect(engine.asked[1]?.request.known).toEqual(['p1', 'p2']);
    engine.asked[1]?.answer(['p1', 'p3']);
    await settled();
    expect([...(seen[1]?.keys() ?? [])]).toEqual(['p1', 'p3']);
    expect(seen[1]?.get('p1')).toBe('<svg id="p1"/>');
  });

  test('knows no page of another paper, and none when all is looked at again', async () => {
    const engine = slowEngine();
    const looker = createLooker(engine, { onLook: () => {}, onFailure: () => {} });
    looker.look(wish('a'));
    engine.asked[0]?.answer(['p1']);
    await settled();
    looker.look(wish('b', 'two'));
    expect(engine.asked[1]?.request.known).toEqual([]);
    engine.asked[1]?.answer(['p2']);
    await settled();
    looker.again();
    expect(engine.asked[2]?.request).toMatchObject({ known: [], source: { text: 'b' } });
  });

  test('goes on after a failure', async () => {
    const failures: unknown[] = [];
    let turn = 0;
    const look = async (): Promise<Look> => {
      turn += 1;
      if (turn === 1) throw new Error('broken');
      return { papers: [], problems: [] };
    };
    const seen: string[] = [];
    const looker = createLooker(
      { look },
      { onLook: ({ id }) => seen.push(id), onFailure: (cause) => failures.push(cause) },
    );
    looker.look(wish('a'));
    await settled();
    looker.look(wish('b'));
    await settled();
    expect([failures.length, seen]).toEqual([1, ['one']]);
  });
});
