import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from '../../../src/studio/server/start-server.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export const PLAN = 'Loại văn bản: Kế hoạch\nTrích yếu: Tổ chức hội nghị\n';

/** A server on a free port, over folders of its own that lie side by side in one for the test. */
export interface Tried {
  readonly server: RunningServer;
  /** The opened folder. */
  readonly folder: string;
  /** What lies around it: "bi-mat.yaml" beside it is nobody's to read. */
  readonly around: string;
  /** Kinds that come with the program: "plan" alone. */
  readonly templates: string;
  readonly faults: readonly unknown[];
  readonly end: () => Promise<void>;
}

const PAGE = {
  'index.html':
    '<!doctype html><html lang="vi"><head><meta property="csp-nonce" nonce="__CSP_NONCE__"></head><body></body></html>',
  'assets/main-AbCd1234.js': 'export const a = 1;\n',
  'server/start-server.js': 'export const b = 1;\n',
  'protocol.js': 'export {};\n',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

export async function tryServer(
  files: Readonly<Record<string, string>> = {},
  options: Partial<ServerOptions> = {},
): Promise<Tried> {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'thethuc-server-')));
  const [folder, page, templates] = ['van-ban', 'trang', 'mau-co-san'].map((name) => join(around, name)) as [
    string,
    string,
    string,
  ];
  put(folder, { 'ke-hoach.yaml': PLAN, ...files });
  put(page, PAGE);
  put(around, { 'bi-mat.yaml': PLAN });
  for (const name of ['plan', '_common'])
    cpSync(join(ROOT, 'templates', name), join(templates, name), { recursive: true });
  const faults: unknown[] = [];
  const started = await startServer({
    folder,
    cwd: around,
    page,
    userFolder: join(around, 'cua-toi'),
    bundled: { templates, built: pathToFileURL(join(around, 'khong-co/')) },
    onFault: (cause) => faults.push(cause),
    ...options,
  });
  const server = started.value;
  if (server === undefined) throw new Error(started.diagnostics.map(({ message }) => message).join());
  return {
    server,
    folder,
    around,
    templates,
    faults,
    end: async () => {
      await server.close();
      rmSync(around, { recursive: true, force: true });
    },
  };
}

export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Uint8Array;
  readonly text: string;
  // The tests look at answers of many shapes.
  readonly json: () => Record<string, unknown>;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Whether the page's token goes with it; it does unless said otherwise. */
  readonly token?: string | false;
}

/** A request as it is typed: no client mends its path, its Host or its Origin. */
export function ask({ port, token }: RunningServer, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', body, headers = {} } = asking;
  const given = asking.token ?? token;
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers: {
        Host: `127.0.0.1:${port}`,
        ...(given !== false && { 'X-Thethuc-Token': given }),
        ...(body !== undefined && {
          'Content-Type': 'application/octet-stream',
          'Content-Length': String(Buffer.byteLength(body)),
        }),
        ...headers,
      },
    });
    // A refused sender may find the connection closed while it still sends; what counts is the answer.
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const chunks: Uint8Array[] = [];
      answer.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        const json = (): Record<string, unknown> => JSON.parse(text);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text, json });
      });
    });
    sent.end(body);
  });
}

/** Bytes sent as they are; everything that comes back until the server closes. */
export function sendRaw(port: number, text: string): Promise<{ readonly text: string }> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ text: got }));
  });
}

export const fileAt = (path: string): string => `/api/file?path=${encodeURIComponent(path)}`;

export const sha256Of = (etag: unknown): string => String(etag).replaceAll('"', '');
