import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, fileAt, PLAN, put, type Tried, tryServer } from './try-server.js';

type Answer = Awaited<ReturnType<typeof ask>>;

let tried: Tried;
beforeAll(async () => {
  tried = await tryServer();
});
afterAll(() => tried.end());

test('a file is not written over what another hand writes while the new one goes to the disk', async () => {
  let isMet = false;
  for (let turn = 0; turn < 50 && !isMet; turn += 1) {
    put(tried.folder, { 'luc-ghi.yaml': PLAN });
    const { headers } = await ask(tried.server, fileAt('luc-ghi.yaml'));
    let saved: Answer | undefined;
    const text = `bản ${turn}\n`.repeat(400_000);
    void ask(tried.server, fileAt('luc-ghi.yaml'), {
      method: 'PUT',
      body: text,
      headers: { 'If-Match': String(headers['etag']) },
    }).then((answer) => {
      saved = answer;
    });
    while (saved === undefined) {
      if (!isMet && readdirSync(tried.folder).some((name) => name.endsWith('.tmp'))) {
        isMet = true;
        put(tried.folder, { 'luc-ghi.yaml': 'của người khác' });
      }
      await setImmediate();
    }
    if (isMet)
      expect([saved.status, readFileSync(join(tried.folder, 'luc-ghi.yaml'), 'utf8')]).toEqual([
        412,
        'của người khác',
      ]);
  }
  expect(isMet).toBe(true);
  expect(readdirSync(tried.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('nothing of this was a defect', () => {
  expect(tried.faults).toEqual([]);
});
