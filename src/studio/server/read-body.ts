import type { IncomingMessage } from 'node:http';
import { badRequest, RefusalError, tooLarge } from './refusal.js';

/** A refused sender may say the rest of what it says for so long; until then it can read why it was refused. */
const DRAIN_MS = 2000;

/** The whole body, at most so many bytes of it. What is said too much is refused before it is sent, where it is announced. */
export function readBody(request: IncomingMessage, type: string, most: number): Promise<Uint8Array> {
  const [given = ''] = (request.headers['content-type'] ?? '').split(';');
  if (given.trim().toLowerCase() !== type || request.headers['content-encoding'] !== undefined)
    throw new RefusalError('content-type', 'Nội dung gửi lên không đúng loại');
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most);
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const onData = (chunk: Uint8Array): void => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else finish(() => reject(tooLarge(most)));
    };
    const finish = (end: () => void): void => {
      request.off('data', onData);
      chunks.length = size > most ? 0 : chunks.length;
      end();
    };
    request.on('data', onData);
    request.once('end', () => finish(() => resolve(Buffer.concat(chunks))));
    request.once('error', () => finish(() => reject(badRequest())));
    request.once('close', () => finish(() => reject(badRequest())));
  });
}

/** Lets a request that was answered run out, without keeping what it still says, and ends one that does not. */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), DRAIN_MS);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
}
