import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashBytes } from '../../../src/host-node/hash-file.js';
import type { DeskEvent, FileChange, KindModule } from '../../../src/studio/desk-protocol.js';
import { type Hearing, hearEvents } from './hear-events.js';
import { ask, fileAt, PLAN, put, type Tried, tryServer } from './try-server.js';

let tried: Tried;
let hearing: Hearing;
beforeAll(async () => {
  tried = await tryServer({ '2025/a.yaml': PLAN, '.an/a.yaml': PLAN });
  await tried.server.watching;
  hearing = await hearEvents(tried.server);
});
afterAll(async () => {
  hearing.end();
  await tried.end();
});

const at = (path: string): string => join(tried.folder, path);
const hashOf = (text: string): string => hashBytes(Buffer.from(text));
const changeOf = (event: DeskEvent, path: string): FileChange | undefined =>
  event.type === 'files' ? event.changes.find((one) => one.path === path) : undefined;
const changed = (path: string, how: FileChange['change']) => (event: DeskEvent) =>
  changeOf(event, path)?.change === how;
const kindOf = (event: DeskEvent, slug: string): KindModule | undefined =>
  event.type === 'kinds' ? event.kinds.find((kind) => kind.slug === slug) : undefined;

describe('a file of the folder', () => {
  test('written in place is told, each time with its hash', async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      const text = `${PLAN}Nơi nhận: ${turn}\n`;
      const told = hearing.next(changed('ke-hoach.yaml', 'changed'));
      writeFileSync(at('ke-hoach.yaml'), text);
      expect(changeOf((await told).event, 'ke-hoach.yaml')?.sha256).toBe(hashOf(text));
    }
  });

  test('saved by renaming another over it is told as changed, never as removed', async () => {
    const before = hearing.heard.length;
    for (let turn = 0; turn < 7; turn += 1) {
      const text = `${PLAN}Lần: ${turn}\n`;
      writeFileSync(at('.ke-hoach.yaml.swp'), text);
      const told = hearing.next((event) => changeOf(event, 'ke-hoach.yaml')?.sha256 === hashOf(text));
      renameSync(at('.ke-hoach.yaml.swp'), at('ke-hoach.yaml'));
      await told;
    }
    const how = hearing.heard.slice(before).map(({ event }) => changeOf(event, 'ke-hoach.yaml')?.change);
    expect(how).not.toContain('removed');
  });

  test('moved away and written anew (as some editors save) is told as changed', async () => {
    const text = `${PLAN}Bản: mới\n`;
    const before = hearing.heard.length;
    const told = hearing.next((event) => changeOf(event, 'ke-hoach.yaml')?.sha256 === hashOf(text));
    renameSync(at('ke-hoach.yaml'), at('ke-hoach.yaml~'));
    await setTimeout(15);
    writeFileSync(at('ke-hoach.yaml'), text);
    await told;
    const how = hearing.heard.slice(before).map(({ event }) => changeOf(event, 'ke-hoach.yaml')?.change);
    expect(how).not.toContain('removed');
  });

  test('that is emptied first and then written is told whole, not empty', async () => {
    const before = hearing.heard.length;
    const text = `${PLAN}Ghi: sau\n`;
    const told = hearing.next((event) => changeOf(event, 'ke-hoach.yaml')?.sha256 === hashOf(text));
    writeFileSync(at('ke-hoach.yaml'), '');
    await setTimeout(30);
    writeFileSync(at('ke-hoach.yaml'), text);
    await told;
    const hashes = hearing.heard.slice(before).map(({ event }) => changeOf(event, 'ke-hoach.yaml')?.sha256);
    expect(hashes).not.toContain(hashOf(''));
  });

  test('that is written in pieces ends with its last state', async () => {
    writeFileSync(at('dai.yaml'), '');
    let text = '';
    for (let piece = 0; piece < 20; piece += 1) {
      const more = `dòng ${piece}\n`.repeat(1000);
      appendFileSync(at('dai.yaml'), more);
      text += more;
      await setTimeout(5);
    }
    const isLast = (event: DeskEvent): boolean => changeOf(event, 'dai.yaml')?.sha256 === hashOf(text);
    if (!hearing.heard.some(({ event }) => isLast(event))) await hearing.next(isLast);
  });

  test('saved again and again ends with its last state', async () => {
    for (const wait of [2, 8, 20, 45]) {
      let text = '';
      for (let turn = 0; turn < 12; turn += 1) {
        text = `${PLAN}Lượt: ${wait} ${turn}\n`;
        writeFileSync(at('ke-hoach.yaml'), text);
        await setTimeout(wait);
      }
      const isLast = (event: DeskEvent): boolean => changeOf(event, 'ke-hoach.yaml')?.sha256 === hashOf(text);
      if (!hearing.heard.some(({ event }) => isLast(event))) await hearing.next(isLast);
    }
  });

  test('is told when it comes and when it goes', async () => {
    const added = hearing.next(changed('2025/moi.yaml', 'added'));
    writeFileSync(at('2025/moi.yaml'), PLAN);
    await added;
    const removed = hearing.next(changed('2025/moi.yaml', 'removed'));
    rmSync(at('2025/moi.yaml'));
    const { event } = await removed;
    expect(changeOf(event, '2025/moi.yaml')).toEqual({ path: '2025/moi.yaml', change: 'removed' });
  });

  test('of a folder that came filled is told, and when it changes', async () => {
    const paths = Array.from({ length: 30 }, (_, index) => `dot-moi/quy/${index}.yaml`);
    put(tried.folder, Object.fromEntries(paths.map((path) => [path, PLAN])));
    const isTold = (path: string): boolean =>
      hearing.heard.some(({ event }) => changed(path, 'added')(event));
    while (!paths.every(isTold)) await hearing.next(({ type }) => type === 'files');
    for (const path of paths) {
      const told = hearing.next(changed(path, 'changed'));
      appendFileSync(at(path), '# thêm\n');
      await told;
    }
  });

  test('in a folder that is new is told', async () => {
    const added = hearing.next(changed('2026/quy-1/a.yaml', 'added'));
    mkdirSync(at('2026/quy-1'), { recursive: true });
    await setTimeout(50);
    writeFileSync(at('2026/quy-1/a.yaml'), PLAN);
    await added;
  });

  test('that the page saves itself is told with the hash that the page knows', async () => {
    const text = `${PLAN}Trang: lưu\n`;
    const told = hearing.next((event) => changeOf(event, 'ke-hoach.yaml') !== undefined);
    const { headers } = await ask(tried.server, fileAt('ke-hoach.yaml'));
    const saved = await ask(tried.server, fileAt('ke-hoach.yaml'), {
      method: 'PUT',
      body: text,
      headers: { 'If-Match': String(headers['etag']) },
    });
    expect(changeOf((await told).event, 'ke-hoach.yaml')?.sha256).toBe(saved.json()['sha256']);
  });

  test('that is hidden, or of no concern, or touched only, is not told', async () => {
    const before = hearing.heard.length;
    writeFileSync(at('.an/a.yaml'), 'khác');
    writeFileSync(at('.b.yaml'), PLAN);
    writeFileSync(at('nhat-ky.log'), 'a');
    writeFileSync(join(tried.around, 'bi-mat.yaml'), PLAN);
    writeFileSync(at('2025/a.yaml'), PLAN);
    const told = hearing.next(changed('2025/cuoi.yaml', 'added'));
    writeFileSync(at('2025/cuoi.yaml'), PLAN);
    await told;
    await setTimeout(200);
    const paths = hearing.heard
      .slice(before)
      .flatMap(({ event }) => (event.type === 'files' ? event.changes.map(({ path }) => path) : []));
    expect(paths.filter((path) => path !== '2025/cuoi.yaml' && path !== '2025/a.yaml')).toEqual([]);
  });
});

describe('a kind', () => {
  const KIND = (): string => join(tried.templates, 'plan/template.hbs');

  test('that changes is told with its new module, which is served', async () => {
    const { kinds } = (await ask(tried.server, '/api/kinds')).json() as { kinds: readonly KindModule[] };
    const old = kinds.find(({ slug }) => slug === 'plan')!;
    expect(old).toMatchObject({ isOwn: true, folder: join('mau-co-san', 'plan'), errors: [] });
    const told = hearing.next((event) => kindOf(event, 'plan') !== undefined);
    appendFileSync(KIND(), '\n{{!-- sửa --}}\n');
    const now = kindOf((await told).event, 'plan')!;
    expect(now.errors).toEqual([]);
    for (const { address } of [old, now]) {
      const module = await ask(tried.server, address!, { token: false });
      expect([module.status, module.headers['content-type']]).toEqual([
        200,
        'text/javascript; charset=utf-8',
      ]);
      expect(module.text).toMatch(/^export const kind = \{/);
    }
  });

  test('with a fault is told with file, line and hint, and keeps its last good module', async () => {
    const { kinds } = (await ask(tried.server, '/api/kinds')).json() as { kinds: readonly KindModule[] };
    const told = hearing.next((event) => (kindOf(event, 'plan')?.errors.length ?? 0) > 0);
    appendFileSync(KIND(), '\n{{#if trich_yeu}}\n');
    const now = kindOf((await told).event, 'plan')!;
    expect(now.address).toBe(kinds[0]?.address);
    expect(now.errors[0]).toMatchObject({
      severity: 'error',
      file: join('mau-co-san', 'plan', 'template.hbs'),
    });
    expect(now.errors[0]?.line).toBeGreaterThan(1);
    expect(now.errors[0]?.column).toBeGreaterThan(0);
    expect(now.errors[0]?.frame).toContain('^');
    const { texts } = (await ask(tried.server, '/api/kind-texts?slug=plan')).json() as {
      texts: Readonly<Record<string, string>>;
    };
    expect(texts['@kind/plan/template.hbs']).toContain('{{#if trich_yeu}}');
    expect(Object.keys(texts)).toContain('@common/letterhead.hbs');
  });

  test('that is mended is well again', async () => {
    const told = hearing.next((event) => kindOf(event, 'plan')?.errors.length === 0);
    appendFileSync(KIND(), '{{/if}}\n');
    await told;
  });

  test('changes with what kinds share', async () => {
    const told = hearing.next((event) => kindOf(event, 'plan')?.errors.length === 0);
    appendFileSync(join(tried.templates, '_common/signature.hbs'), '{{!-- sửa --}}');
    await told;
  });

  test('that is new is told, and that is taken away', async () => {
    const added = hearing.next((event) => (kindOf(event, 'ban-sao')?.errors.length ?? 1) === 0);
    cpSync(join(tried.templates, 'plan'), join(tried.templates, 'ban-sao'), { recursive: true });
    await added;
    const removed = hearing.next((event) => event.type === 'kinds' && event.removed.includes('ban-sao'));
    rmSync(join(tried.templates, 'ban-sao'), { recursive: true });
    await removed;
  });

  test('that a page shows is told first, of all that change at once', async () => {
    for (const slug of ['an-pham', 'van-ban-sau']) {
      const added = hearing.next((event) => kindOf(event, slug) !== undefined);
      cpSync(join(tried.templates, 'plan'), join(tried.templates, slug), { recursive: true });
      await added;
    }
    const orderAfter = async (shown: string): Promise<readonly string[]> => {
      const answer = await ask(tried.server, `/api/kind-shown?slug=${shown}`, {
        method: 'PUT',
        body: '{}',
        headers: { 'Content-Type': 'application/json' },
      });
      expect(answer.status).toBe(200);
      const before = hearing.heard.length;
      const told = (): readonly string[] =>
        hearing.heard
          .slice(before)
          .flatMap(({ event }) => (event.type === 'kinds' ? event.kinds.map(({ slug }) => slug) : []));
      appendFileSync(join(tried.templates, '_common/signature.hbs'), '{{!-- sửa --}}');
      await expect.poll(() => told().length, { timeout: 30_000 }).toBe(3);
      return told();
    };
    expect(await orderAfter('van-ban-sau')).toEqual(['van-ban-sau', 'an-pham', 'plan']);
    expect(await orderAfter('plan')).toEqual(['plan', 'an-pham', 'van-ban-sau']);
  });

  test.each(['', '?v=', '?v=0', `?v=${'0'.repeat(64)}`, '?v=a&v=b'])(
    'is not served without its seal (%j)',
    async (query) => {
      const answer = await ask(tried.server, `/kinds/plan.js${query}`);
      expect([400, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('export');
    },
  );
});

test('too many windows are refused, and one that leaves makes room', async () => {
  const many = await Promise.all(Array.from({ length: 19 }, () => hearEvents(tried.server)));
  await expect(hearEvents(tried.server)).rejects.toThrow('503');
  many[0]?.end();
  await setTimeout(100);
  const other = await hearEvents(tried.server);
  for (const one of [...many, other]) one.end();
});

test('events end with the server, at once', async () => {
  const own = await tryServer();
  const heard = await hearEvents(own.server);
  await own.end();
  await heard.ended;
  put(tried.folder, {});
});

test('nothing of this was a defect', () => {
  expect(tried.faults).toEqual([]);
});
