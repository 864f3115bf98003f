import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { CliIo, ExitCode } from './io.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';

/**
 * `thethuc preview [THƯ MỤC]`: serves the page that fills in forms, to this machine alone, until Ctrl-C. The address goes to
 * stdout, everything else to stderr.
 */
export async function runPreview(run: Run): Promise<ExitCode> {
  const { io, line, reporter } = run;
  const port = portOf(line.values.port);
  if (typeof port === 'object') {
    reporter.add([port]);
    return 2;
  }
  const folder = io.path.resolve(io.cwd, line.operands[0] ?? '.');
  // What serves is loaded by who needs it.
  const { startServer } = await import('../studio/server/start-server.js');
  const started = await startServer({
    folder,
    cwd: io.cwd,
    onFault: (cause) => reporter.note(`Chương trình gặp lỗi của chính nó: ${wordsOf(cause)}`),
    ...(port !== undefined && { port }),
    ...(line.values.templates !== undefined && { templates: line.values.templates }),
  });
  reporter.add(started.diagnostics);
  const server = started.value;
  if (server === undefined) return 2;
  if (!server.isBuilt) {
    await server.close();
    reporter.add([notBuilt]);
    return 2;
  }
  const interrupted = interruption(io);
  io.stdout(`${server.address}\n`);
  reporter.note(`Đang mở thư mục "${folder}" để soạn và xem trước.`);
  reporter.note('Chỉ máy này vào được, bằng đúng địa chỉ trên; đừng gửi địa chỉ đó cho người khác.');
  reporter.note('Muốn dừng thì bấm Ctrl-C.');
  if (!line.switches.has('no-open')) await open(server.address, run);
  await interrupted;
  await server.close();
  reporter.note('Đã dừng.');
  return 0;
}

async function open(address: string, { reporter }: Run): Promise<void> {
  const { openBrowser } = await import('../studio/server/open-browser.js');
  if (!(await openBrowser(address)))
    reporter.note('Không tự mở được trình duyệt: hãy chép địa chỉ trên vào trình duyệt.');
}

const interruption = (io: CliIo): Promise<void> =>
  new Promise((resolve) => {
    const stop = io.onInterrupt(() => {
      stop();
      resolve();
    });
  });

/** A port that programs may use; undefined where none is asked for. */
function portOf(typed: string | undefined): number | undefined | Diagnostic {
  if (typed === undefined) return undefined;
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  if (port >= 1 && port <= 65_535) return port;
  return usageError(
    'bad-port',
    `--port không nhận "${typed}", chỉ nhận số từ 1 đến 65535`,
    'Ghi như: --port 8080, hoặc bỏ --port để chương trình tự chọn',
  );
}

const notBuilt = usageError(
  'not-built',
  'Bản cài đặt này chưa có trang soạn thảo',
  'Chạy npm run build trong thư mục của chương trình, rồi chạy lại',
);

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
