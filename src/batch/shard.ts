import { fingerprint } from '../base/fingerprint.js';
import type { Outcome } from '../diagnostic/diagnostic.js';

/** One part of a run that several machines share. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

const MOST_SHARDS = 1000;

/** "2/4" */
export function parseShard(text: string): Outcome<Shard> {
  const [, index = '', count = ''] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(text) ?? [];
  const shard: Shard = { index: Number(index), count: Number(count) };
  if (count === '') return failed(`--shard "${text}" không phải dạng phần/tổng số phần`);
  if (shard.count < 1 || shard.count > MOST_SHARDS)
    return failed(`--shard "${text}" chia ${shard.count} phần, phải từ 1 đến ${MOST_SHARDS} phần`);
  if (shard.index < 1 || shard.index > shard.count)
    return failed(`--shard "${text}" ghi phần thứ ${shard.index}, phải từ 1 đến ${shard.count}`);
  return { value: shard, diagnostics: [] };
}

/** Each key is in exactly one part, on every machine, wherever its row stands. */
export function isInShard(key: string, { index, count }: Shard): boolean {
  const hash = fingerprint(new TextEncoder().encode(key.normalize('NFC')));
  return mixed(hash) % count === index - 1;
}

/** The last bits of the fingerprint know little of the key ("cd-002", "cd-004" …); here every bit depends on all. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const failed = (message: string): Outcome<never> => ({
  diagnostics: [
    {
      code: 'batch/shard',
      severity: 'error',
      message,
      hints: ['Ghi như: --shard 2/4 (máy thứ hai trong bốn máy)'],
    },
  ],
});
