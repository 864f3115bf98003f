import type { Engine, Look, LookRequest } from '../protocol.js';
import type { Rasterise } from './engine-parts.js';
import { createHeld } from './held-bytes.js';
import { type EnginePort, type FromEngine, messageIn, moving, type ToEngine } from './port.js';

interface WaitingLook {
  readonly id: number;
  readonly request: LookRequest;
}

/**
 * Answers what `connectEngine` asks at the other end of a port. Of looks only the latest is begun: those that came before it
 * while the engine was busy are superseded, so that typing never queues up.
 */
export function serveEngine(engine: Engine, port: EnginePort): void {
  const unpack = createHeld();
  const looks = lookQueue(engine, port);
  listen(port, (message) => {
    if (message.type !== 'call') return;
    const { id, method } = message;
    const args = unpack(message.args) as readonly unknown[];
    if (method === 'look') looks({ id, request: args[0] as LookRequest });
    else void answer(port, id, () => callOf(engine, method)(...args));
  });
}

/** What draws an engine's pictures where it runs in a worker: the page at the other end does. */
export function rasteriseOver(port: EnginePort): Rasterise {
  const waiting = new Map<number, { done: (bytes: Uint8Array) => void; failed: (cause: Error) => void }>();
  let last = 0;
  listen(port, (message) => {
    if (message.type !== 'drawn') return;
    const { id, bytes, failure } = message;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (bytes === undefined) asked?.failed(new Error(failure));
    else asked?.done(bytes);
  });
  return (svg, pixelsPerInch) =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      post(port, { type: 'draw', id: last, svg, pixelsPerInch });
    });
}

function lookQueue(engine: Engine, port: EnginePort): (look: WaitingLook) => void {
  let next: WaitingLook | undefined;
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    // What has come meanwhile is heard before a look is begun: it may be a newer one.
    for (await breathe(); next !== undefined; await breathe()) {
      const { id, request } = next;
      next = undefined;
      await answer(port, id, (): Promise<Look> => engine.look(request));
    }
    isBusy = false;
  };
  return (look) => {
    if (next !== undefined) post(port, { type: 'superseded', id: next.id });
    next = look;
    if (!isBusy) void run();
  };
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The methods of an engine are its own properties: nothing else can be called by name. */
function callOf(engine: Engine, method: string): (...args: readonly unknown[]) => Promise<unknown> {
  if (!Object.hasOwn(engine, method)) throw new Error(`No method ${method}`);
  return engine[method as keyof Engine] as (...args: readonly unknown[]) => Promise<unknown>;
}

async function answer(port: EnginePort, id: number, call: () => Promise<unknown>): Promise<void> {
  try {
    const { value, transfer } = moving(await call());
    port.postMessage({ type: 'answer', id, value } satisfies FromEngine, transfer);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    post(port, { type: 'failure', id, message });
  }
}

const post = (port: EnginePort, message: FromEngine): void => port.postMessage(message, []);

function listen(port: EnginePort, hear: (message: ToEngine) => void): void {
  port.addEventListener('message', (event) => {
    const message = messageIn<ToEngine>(event);
    if (message !== undefined) hear(message);
  });
  port.start?.();
}
