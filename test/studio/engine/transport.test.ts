import { afterEach, describe, expect, test } from 'vitest';
import { connectEngine } from '../../../src/studio/engine/connect-engine.js';
import type { EnginePort, PortEvent } from '../../../src/studio/engine/port.js';
import { rasteriseOver, serveEngine } from '../../../src/studio/engine/serve-engine.js';
import type { Engine, Look, LookRequest } from '../../../src/studio/protocol.js';

type Port = InstanceType<typeof MessageChannel>['port1'];
const ports: Port[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** Two ends as a page and its worker have them: what crosses is cloned. */
function ends(): { readonly page: EnginePort; readonly worker: EnginePort } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const endOf = (port: Port): EnginePort => ({
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    addEventListener: (type, listener) =>
      port.addEventListener(type, (event: unknown) => listener(event as PortEvent)),
    start: () => port.start(),
  });
  return { page: endOf(port1), worker: endOf(port2) };
}

const refuse = async (): Promise<never> => {
  throw new Error('Không có ở đây');
};

/** An engine of which only some things work. */
const engineOf = (some: Partial<Engine>): Engine => ({
  kinds: refuse,
  picture: refuse,
  look: refuse,
  write: refuse,
  open: refuse,
  useFonts: refuse,
  useKind: refuse,
  openTable: refuse,
  makeUnits: refuse,
  blankTable: refuse,
  collect: refuse,
  zip: refuse,
  ...some,
});

function connected(some: Partial<Engine>): Engine {
  const { page, worker } = ends();
  serveEngine(engineOf(some), worker);
  return connectEngine(page);
}

const lookAt = (text: string, given: LookRequest['source']['given'] = []): LookRequest => ({
  source: { file: 'a.yaml', text, given },
  known: [],
});

const seen = (text: string): Look => ({ kind: text, papers: [], problems: [] });

const breathe = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('what the engine gives comes, each answer to its own question', async () => {
  const engine = connected({
    kinds: async () => [],
    picture: async (slug) => {
      await breathe(slug === 'chậm' ? 20 : 0);
      return slug;
    },
  });
  const [slow, fast, kinds] = await Promise.all([
    engine.picture('chậm'),
    engine.picture('nhanh'),
    engine.kinds(),
  ]);
  expect([slow, fast, kinds]).toEqual(['chậm', 'nhanh', []]);
});

test('an error is a rejection with its words, and the next question is answered', async () => {
  const engine = connected({ picture: async () => undefined });
  await expect(engine.kinds()).rejects.toThrow('Không có ở đây');
  expect(await engine.picture('plan')).toBeUndefined();
});

describe('looks', () => {
  test('only the latest of those that wait is begun; the others give what it gives', async () => {
    const begun: string[] = [];
    const engine = connected({
      look: async ({ source: { text } }) => {
        begun.push(text);
        await breathe(30);
        return seen(text);
      },
    });
    const first = engine.look(lookAt('1'));
    await breathe(15);
    const rest = ['2', '3', '4', '5'].map((text) => engine.look(lookAt(text)));
    const looks = await Promise.all([first, ...rest]);
    expect(begun).toEqual(['1', '5']);
    expect(looks.map(({ kind }) => kind)).toEqual(['1', '5', '5', '5', '5']);
  });

  test('of those that come while the engine does other work only the last is begun', async () => {
    const begun: string[] = [];
    const engine = connected({
      // As work that never lets go.
      picture: async () => {
        const end = performance.now() + 50;
        while (performance.now() < end);
        return undefined;
      },
      look: async ({ source: { text } }) => {
        begun.push(text);
        return seen(text);
      },
    });
    const picture = engine.picture('a');
    const looks = Array.from({ length: 20 }, (_, index) => engine.look(lookAt(String(index))));
    await picture;
    expect((await Promise.all(looks)).every(({ kind }) => kind === '19')).toBe(true);
    expect(begun).toEqual(['19']);
  });

  test('one that fails takes those along that it superseded, and the next is looked at', async () => {
    const engine = connected({
      look: async ({ source: { text } }) => (text === 'lỗi' ? refuse() : seen(text)),
    });
    const results = await Promise.allSettled([engine.look(lookAt('1')), engine.look(lookAt('lỗi'))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await engine.look(lookAt('3'))).kind).toBe('3');
  });
});

describe('bytes', () => {
  test('of a file that crossed before do not cross again, and are the same object', async () => {
    const { page, worker } = ends();
    const sizes: number[] = [];
    const objects = new Set<Uint8Array>();
    serveEngine(
      engineOf({
        look: async ({ source: { text, given } }) => {
          for (const { bytes } of given) objects.add(bytes);
          return seen(`${text} ${given.map(({ bytes }) => bytes.length).join()}`);
        },
      }),
      worker,
    );
    const engine = connectEngine({
      ...page,
      postMessage: (message, transfer) => {
        sizes.push(JSON.stringify(message).length);
        page.postMessage(message, transfer);
      },
    });
    const given = [{ name: 'anh.png', bytes: new Uint8Array(5000).fill(1) }];
    for (const text of ['a', 'b', 'c'])
      expect((await engine.look(lookAt(text, given))).kind).toBe(`${text} 5000`);
    expect(objects.size).toBe(1);
    expect(sizes[0]).toBeGreaterThan(5000);
    expect(Math.max(...sizes.slice(1))).toBeLessThan(500);
    expect(given[0]!.bytes).toHaveLength(5000);
  });

  test('of more files than are held still all come', async () => {
    const engine = connected({
      zip: async (files, name) => ({ name, bytes: Uint8Array.from(files.map(({ bytes }) => bytes[0]!)) }),
    });
    const files = Array.from({ length: 100 }, (_, index) => ({
      name: String(index),
      bytes: Uint8Array.of(index),
    }));
    for (let round = 0; round < 3; round += 1)
      expect([...(await engine.zip(files, 'a')).bytes]).toEqual(files.map((_, index) => index));
  });

  test('that the engine gives are moved, a part of a larger memory alone', async () => {
    const whole = new Uint8Array(1000).fill(3);
    const part = new Uint8Array(1000).fill(4).subarray(10, 20);
    const engine = connected({
      blankTable: async (slug) => ({ name: slug, bytes: slug === 'part' ? part : whole }),
    });
    expect((await engine.blankTable('whole', 'csv')).bytes).toHaveLength(1000);
    expect(whole.byteLength).toBe(0);
    const got = (await engine.blankTable('part', 'csv')).bytes;
    expect([got.length, got.buffer.byteLength, part.length]).toEqual([10, 10, 10]);
  });
});

test('pictures are drawn by the page for an engine in a worker', async () => {
  const { page, worker } = ends();
  const rasterise = rasteriseOver(worker);
  serveEngine(
    engineOf({
      zip: async (_, name) => ({ name, bytes: await rasterise(name, 150) }),
    }),
    worker,
  );
  const engine = connectEngine(page, {
    rasterise: async (svg, pixels) => {
      if (svg === 'hỏng') throw new Error('Không vẽ được');
      return new TextEncoder().encode(`${svg} ${pixels}`);
    },
  });
  expect(new TextDecoder().decode((await engine.zip([], '<svg/>')).bytes)).toBe('<svg/> 150');
  await expect(engine.zip([], 'hỏng')).rejects.toThrow('Không vẽ được');
});

test('when the other end breaks down all that was asked fails, and what is asked then', async () => {
  const listeners = new Map<string, (event: { readonly message?: string }) => void>();
  const engine = connectEngine({
    postMessage: () => {},
    addEventListener: (type, listener) => listeners.set(type, listener),
  });
  const asked = engine.kinds();
  listeners.get('error')!({ message: 'out of memory' });
  await expect(asked).rejects.toThrow(/dừng đột ngột \(out of memory\)/);
  await expect(engine.kinds()).rejects.toThrow(/dừng đột ngột/);
});
