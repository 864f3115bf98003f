/** What a `Worker`, the inside of one and a `MessagePort` have in common. */
export interface EnginePort {
  readonly postMessage: (message: unknown, transfer: ArrayBuffer[]) => void;
  readonly addEventListener: (type: string, listener: (event: PortEvent) => void) => void;
  /** Of a `MessagePort`, which keeps its messages until then. */
  readonly start?: () => void;
}

/** Of a message its data; of a failure its words. */
export interface PortEvent {
  readonly data?: unknown;
  readonly message?: string;
}

/** From the page to the engine. */
export type ToEngine =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly args: unknown }
  | { readonly type: 'drawn'; readonly id: number; readonly bytes?: Uint8Array; readonly failure?: string };

/** From the engine to the page. */
export type FromEngine =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  /** A look that was not begun, since a newer one came. */
  | { readonly type: 'superseded'; readonly id: number }
  | { readonly type: 'draw'; readonly id: number; readonly svg: string; readonly pixelsPerInch: number };

/** What a message holds, where it is one of ours: other programs of a page talk over ports too. */
export const messageIn = <T extends { readonly type: string }>({ data }: PortEvent): T | undefined =>
  typeof data === 'object' && data !== null && 'type' in data ? (data as T) : undefined;

/** A message's value whose bytes are moved, not copied, where they are all that their memory holds. */
export function moving(value: unknown): { readonly value: unknown; readonly transfer: ArrayBuffer[] } {
  const transfer = new Set<ArrayBuffer>();
  const moved = mapBytes(value, (bytes) => {
    const whole = ownMemory(bytes);
    transfer.add(whole.buffer);
    return whole;
  });
  return { value: moved, transfer: [...transfer] };
}

/** The bytes with no others beside them: a part of a larger memory would take the whole of it along. */
export const ownMemory = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);

/** The same value with something else in the place of its bytes. */
export function mapBytes(value: unknown, change: (bytes: Uint8Array) => unknown): unknown {
  if (value instanceof Uint8Array) return change(value);
  if (Array.isArray(value)) return value.map((item) => mapBytes(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapBytes(inner, change)]));
}
