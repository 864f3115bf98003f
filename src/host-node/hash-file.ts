import { createHash, hash } from 'node:crypto';
import * as fs from 'node:fs/promises';

const CHUNK = 1 << 18;

export const hashBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** SHA-256 in hex, whatever the size. Throws what the system throws. */
export async function hashFile(path: string): Promise<string> {
  const handle = await fs.open(path, 'r');
  try {
    return await hashHandle(handle, (await handle.stat()).size);
  } finally {
    await handle.close();
  }
}

/** Of an open file, from where it is read next. */
export async function hashHandle(handle: fs.FileHandle, size: number): Promise<string> {
  const sum = createHash('sha256');
  const buffer = new Uint8Array(Math.max(1, Math.min(CHUNK, size)));
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return sum.digest('hex');
    sum.update(buffer.subarray(0, bytesRead));
  }
}
