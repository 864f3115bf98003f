import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { openBrowser } from '../../src/studio/server/open-browser.js';
import { type RunningServer, startServer } from '../../src/studio/server/start-server.js';
import { fakePress, run } from './fake-press.js';

vi.mock('../../src/studio/server/start-server.js', () => ({ startServer: vi.fn() }));
vi.mock('../../src/studio/server/open-browser.js', () => ({ openBrowser: vi.fn() }));

const ADDRESS = 'http://127.0.0.1:4321/?token=abc';
const close = vi.fn(async () => {});
const running = (isBuilt: boolean): RunningServer => ({
  address: ADDRESS,
  port: 4321,
  token: 'abc',
  isBuilt,
  watching: Promise.resolve(),
  close,
});

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'thethuc-preview-'));
  vi.mocked(startServer).mockResolvedValue({ value: running(true), diagnostics: [] });
  vi.mocked(openBrowser).mockResolvedValue(true);
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
  vi.clearAllMocks();
});

/** Runs the command until it waits, then presses Ctrl-C. */
async function interrupted(argv: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  let isLeft = false;
  const io = {
    stdin: async () => new Uint8Array(),
    stdout: (text: string) => {
      said.stdout += text;
    },
    stderr: (text: string) => {
      said.stderr += text;
    },
    env: {},
    cwd,
    isTerminal: false,
    onInterrupt: (stop: () => void) => {
      setTimeout(stop, 20);
      return () => {
        isLeft = true;
      };
    },
    path,
  };
  const code = await runCli(argv, io, fakePress());
  return { code, ...said, isLeft };
}

describe('preview', () => {
  test('prints the address, says what it serves, and ends well at Ctrl-C', async () => {
    const { code, stdout, stderr, isLeft } = await interrupted(['preview']);
    expect([code, stdout, isLeft]).toEqual([0, `${ADDRESS}\n`, true]);
    expect(stderr).toBe(
      [
        `Đang mở thư mục "${cwd}" để soạn và xem trước.`,
        'Chỉ máy này vào được, bằng đúng địa chỉ trên; đừng gửi địa chỉ đó cho người khác.',
        'Muốn dừng thì bấm Ctrl-C.',
        'Đã dừng.',
        '',
      ].join('\n'),
    );
    expect(close).toHaveBeenCalledOnce();
    expect(openBrowser).toHaveBeenCalledExactlyOnceWith(ADDRESS);
  });

  test('opens the folder, the port and the kinds that are asked for, and no browser', async () => {
    await interrupted(['preview', 'van-ban', '--templates', 'mau', '--port', '8080', '--no-open']);
    expect(vi.mocked(startServer).mock.calls[0]?.[0]).toMatchObject({
      folder: path.join(cwd, 'van-ban'),
      templates: path.join(cwd, 'mau'),
      port: 8080,
      cwd,
    });
    expect(openBrowser).not.toHaveBeenCalled();
  });

  test('says what to do where no browser can be opened', async () => {
    vi.mocked(openBrowser).mockResolvedValue(false);
    expect((await interrupted(['preview'])).stderr).toContain('hãy chép địa chỉ trên vào trình duyệt');
  });

  test.each(['0', '65536', '-1', '80a', '1e3', 'http'])('takes no port %s', async (port) => {
    const { code, stdout, stderr } = await run(['preview', `--port=${port}`], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`--port không nhận "${port}", chỉ nhận số từ 1 đến 65535`);
    expect(startServer).not.toHaveBeenCalled();
  });

  test('tells why it cannot start', async () => {
    vi.mocked(startServer).mockResolvedValue({
      diagnostics: [{ code: 'preview/port-taken', severity: 'error', message: 'Cổng 80 đang được dùng' }],
    });
    const { code, stderr } = await run(['preview'], { cwd });
    expect([code, stderr]).toEqual([2, 'sai: Cổng 80 đang được dùng\n']);
  });

  test('says what to run where the page was not built', async () => {
    vi.mocked(startServer).mockResolvedValue({ value: running(false), diagnostics: [] });
    const { code, stdout, stderr } = await run(['preview'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('npm run build');
    expect(close).toHaveBeenCalledOnce();
  });
});
