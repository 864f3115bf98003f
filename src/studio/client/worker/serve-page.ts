import type { BuiltKind } from '../../../kind/built-kind.js';
import { createEngine } from '../../engine/create-engine.js';
import type { EnginePort } from '../../engine/port.js';
import { rasteriseOver, serveEngine } from '../../engine/serve-engine.js';
import { kindsInOrder } from './kinds-in-order.js';

/** Answers the page from inside its worker, and tells it that it listens. */
export function servePage(kinds: readonly BuiltKind[], fonts: (file: string) => Uint8Array): void {
  const port = self as unknown as EnginePort;
  const rasterise = rasteriseOver(port);
  serveEngine(createEngine({ kinds: kindsInOrder(kinds), fonts, rasterise }), port);
  port.postMessage('ready', []);
}
