import { afterEach, expect, test, vi } from 'vitest';
import { localTimes } from '../../../src/studio/client/workplace/local-times.js';

/** As a browser's own: its methods ask whose they are. */
class FontData {
  readonly #bytes = Uint8Array.of(1, 2, 3);
  readonly postscriptName: string;

  constructor(postscriptName: string) {
    this.postscriptName = postscriptName;
  }

  async blob(): Promise<Blob> {
    return new Blob([this.#bytes]);
  }
}

afterEach(() => void vi.unstubAllGlobals());

test('the machine’s own faces come as files', async () => {
  vi.stubGlobal('queryLocalFonts', async ({ postscriptNames }: { postscriptNames: readonly string[] }) =>
    postscriptNames.map((name) => new FontData(name)),
  );
  const files = await localTimes()?.();
  expect(files?.map(({ name }) => name)).toEqual(['times.ttf', 'timesbd.ttf', 'timesi.ttf', 'timesbi.ttf']);
  expect(files?.[0]?.bytes).toEqual(Uint8Array.of(1, 2, 3));
});

test('a browser that was told no gives none, one that cannot ask is not asked', async () => {
  vi.stubGlobal('queryLocalFonts', async () => {
    throw new DOMException('denied', 'NotAllowedError');
  });
  expect(await localTimes()?.()).toEqual([]);
  vi.unstubAllGlobals();
  expect(localTimes()).toBeUndefined();
});
