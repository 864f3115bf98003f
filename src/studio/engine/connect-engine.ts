import type { Engine, Look, LookRequest } from '../protocol.js';
import type { Rasterise } from './engine-parts.js';
import { createHolder } from './held-bytes.js';
import { type EnginePort, type FromEngine, messageIn, moving, type ToEngine } from './port.js';

export interface ConnectOptions {
  /** Draws the pictures that the engine asks for; see `rasteriseOver`. */
  readonly rasterise?: Rasterise;
}

/** Something asked at the other end; a superseded look waits for the answer of the next. */
interface Asked {
  readonly isLook: boolean;
  isSuperseded: boolean;
  readonly done: (value: unknown) => void;
  readonly failed: (cause: Error) => void;
}

/**
 * The engine that `serveEngine` answers for at the other end of a port. A look that is superseded by a newer one gives what
 * the newer one gives. When the other end breaks down, all that was asked and is asked fails.
 */
export function connectEngine(port: EnginePort, { rasterise }: ConnectOptions = {}): Engine {
  const pack = createHolder();
  const asked = new Map<number, Asked>();
  let last = 0;
  let broken: Error | undefined;
  const call: Call = (method, ...args) =>
    new Promise((done, failed) => {
      if (broken !== undefined) return failed(broken);
      last += 1;
      const isLook = method === 'look';
      asked.set(last, { isLook, isSuperseded: false, done: done as Asked['done'], failed });
      post(port, { type: 'call', id: last, method, args: pack(args) });
    });
  port.addEventListener('message', (event) => {
    const message = messageIn<FromEngine>(event);
    if (message?.type === 'draw') void draw(port, message, rasterise);
    else if (message !== undefined) settle(asked, message);
  });
  const breakDown = ({ message = '' }: { readonly message?: string }): void => {
    broken = new Error(`Phần xử lý văn bản đã dừng đột ngột${message === '' ? '' : ` (${message})`}`);
    for (const { failed } of asked.values()) failed(broken);
    asked.clear();
  };
  port.addEventListener('error', breakDown);
  port.addEventListener('messageerror', breakDown);
  port.start?.();
  return engineOver(call);
}

type Call = <M extends keyof Engine>(
  method: M,
  ...args: Parameters<Engine[M]>
) => Promise<Awaited<ReturnType<Engine[M]>>>;

const engineOver = (call: Call): Engine => ({
  kinds: () => call('kinds'),
  picture: (slug) => call('picture', slug),
  look: (request: LookRequest): Promise<Look> => call('look', request),
  write: (request) => call('write', request),
  open: (file) => call('open', file),
  useFonts: (files) => call('useFonts', files),
  useKind: (slug, address, texts) => call('useKind', slug, address, texts),
  openTable: (request) => call('openTable', request),
  makeUnits: (request) => call('makeUnits', request),
  blankTable: (slug, format) => call('blankTable', slug, format),
  collect: (files) => call('collect', files),
  zip: (files, name) => call('zip', files, name),
});

function settle(asked: Map<number, Asked>, message: Exclude<FromEngine, { readonly type: 'draw' }>): void {
  const { id } = message;
  const one = asked.get(id);
  if (one === undefined) return;
  if (message.type === 'superseded') {
    one.isSuperseded = true;
    return;
  }
  const settled = [...asked].filter(
    ([other, { isLook, isSuperseded }]) =>
      other === id || (one.isLook && isLook && isSuperseded && other < id),
  );
  for (const [other, { done, failed }] of settled) {
    asked.delete(other);
    if (message.type === 'answer') done(message.value);
    else failed(new Error(message.message));
  }
}

/** Draws a picture that the engine asks for. */
async function draw(
  port: EnginePort,
  { id, svg, pixelsPerInch }: Extract<FromEngine, { readonly type: 'draw' }>,
  rasterise: Rasterise | undefined,
): Promise<void> {
  try {
    if (rasterise === undefined) throw new Error('Nothing draws pictures here');
    const { value, transfer } = moving(await rasterise(svg, pixelsPerInch));
    port.postMessage({ type: 'drawn', id, bytes: value as Uint8Array } satisfies ToEngine, transfer);
  } catch (cause) {
    post(port, { type: 'drawn', id, failure: cause instanceof Error ? cause.message : String(cause) });
  }
}

const post = (port: EnginePort, message: ToEngine): void => port.postMessage(message, []);
