import * as fs from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as nodePath from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.js';
import { builtKindsFolder } from '../../host-node/built-kinds.js';
import { thisSystem } from '../../host-node/find-fonts.js';
import { kindFolders, noKinds } from '../../host-node/load-kinds.js';
import { createNodeHost } from '../../host-node/node-host.js';
import { bundledTemplates, packageFolder, packageVersion } from '../../host-node/package-folder.js';
import { errnoOf } from '../../host-node/system-error.js';
import { createApp, type Studio } from './create-app.js';
import { createEventHub } from './event-hub.js';
import { MOST_FILE, MOST_FORM } from './file-types.js';
import { folderFiles } from './folder-files.js';
import { folderLister } from './folder-list.js';
import { refusalAtGate } from './gate.js';
import { openKindShelf } from './kind-shelf.js';
import { fontShelf } from './machine-fonts.js';
import { isBuilt, pageAddress, pageFiles, refusalPage } from './page-files.js';
import { drain } from './read-body.js';
import { type RefusalError, statusOf } from './refusal.js';
import { rememberedPort } from './remembered-port.js';
import { securityHeaders } from './security-headers.js';
import { createToken, type Token } from './token.js';
import { userDrafts } from './user-drafts.js';
import { userFolder, userMemory } from './user-memory.js';
import { watchStudio } from './watch-studio.js';

export interface ServerOptions {
  /** The folder to open, absolute. */
  readonly folder: string;
  /** `--templates`, absolute. */
  readonly templates?: string;
  /** A free one without. */
  readonly port?: number;
  /** Paths of kinds are shown from here. */
  readonly cwd: string;
  /** Told of defects; pages are told no more than that there is one. */
  readonly onFault: (cause: unknown) => void;
  /** For tests: where the page's files, the user's own and the templates lie, and how long a request may take to come. */
  readonly page?: string;
  readonly userFolder?: string;
  readonly bundled?: { readonly templates: string; readonly built: URL };
  readonly requestMs?: number;
}

export interface RunningServer {
  /** With the token: for the user alone. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  /** Whether there is a page to show. */
  readonly isBuilt: boolean;
  /** From here on no change of a file is missed. */
  readonly watching: Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Only programs of this machine reach it. */
const LOOPBACK = '127.0.0.1';
/** A request must have come whole by then, whoever sends it slowly. */
const REQUEST_MS = 30_000;
/** A connection on which nothing passes ends; events have a beat that is shorter. */
const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 200;
const MOST_HEADER = 16_384;

/** Starts the server of the preview on this machine's own address. */
export async function startServer(options: ServerOptions): Promise<Outcome<RunningServer>> {
  const root = await fs.realpath(options.folder).catch(() => undefined);
  if (root === undefined || !(await fs.stat(root)).isDirectory())
    return { diagnostics: [noFolder(options.folder, root !== undefined)] };
  const { templates: own } = options;
  if (own !== undefined && (await kindFolders(own, createNodeHost()).catch(() => [])).length === 0)
    return { diagnostics: [noKinds(own)] };
  const token = createToken();
  const server = createServer({
    requestTimeout: options.requestMs ?? REQUEST_MS,
    headersTimeout: Math.min(options.requestMs ?? REQUEST_MS, 10_000),
    connectionsCheckingInterval: Math.min(options.requestMs ?? REQUEST_MS, 1000),
    maxHeaderSize: MOST_HEADER,
    keepAliveTimeout: 5000,
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(IDLE_MS);
  const port = await listenAt(server, options);
  if (typeof port !== 'number') return { diagnostics: [port] };
  const studio = await openStudio(root, token, options);
  const watching = watchStudio(root, studio.kinds, studio.hub, options.onFault);
  server.on('request', listenerOf(studio, port, token));
  return {
    value: {
      address: pageAddress(port, token.text),
      port,
      token: token.text,
      isBuilt: await isBuilt(options.page ?? pageFolder),
      watching: watching.ready,
      close: async () => {
        studio.hub.close();
        await watching.close();
        await closed(server);
      },
    },
    diagnostics: [],
  };
}

/** Where the build of the page writes. */
const pageFolder = nodePath.join(packageFolder, 'dist', 'studio');

async function openStudio(root: string, token: Token, options: ServerOptions): Promise<Studio> {
  const mine = options.userFolder ?? userFolder(thisSystem());
  const bundled = options.bundled ?? { templates: bundledTemplates, built: builtKindsFolder };
  const kinds = await openKindShelf({
    places: { ...bundled, own: options.templates },
    seal: token.seal,
    shown: (path) => shownFrom(options.cwd, path),
  });
  return {
    desk: {
      folder: nodePath.basename(root) || root,
      location: root,
      version: packageVersion(),
      mostForm: MOST_FORM,
      mostFile: MOST_FILE,
    },
    page: pageFiles(options.page ?? pageFolder),
    files: folderFiles(root),
    lister: folderLister(root, kinds.definitions),
    kinds,
    fonts: fontShelf(createNodeHost()),
    memory: userMemory(mine, nodePath.join),
    drafts: userDrafts(mine, root),
    hub: createEventHub(),
    token: token.text,
    onFault: options.onFault,
  };
}

function listenerOf(studio: Studio, port: number, token: Token) {
  const answer = getRequestListener(createApp(studio).fetch, {
    overrideGlobalObjects: false,
    // `drain` does it, with a time that lets the sender read why.
    autoCleanupIncoming: false,
  });
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.once('finish', () => drain(request));
    const refused = refusalAtGate(request, port, token);
    if (refused === undefined) void answer(request, response).catch(studio.onFault);
    else refuse(refused, request, response);
  };
}

function refuse({ refusal }: RefusalError, request: IncomingMessage, response: ServerResponse): void {
  const isPage =
    request.headers['sec-fetch-dest'] === 'document' || (request.url ?? '').split('?')[0] === '/';
  const text = isPage ? refusalPage(refusal.message, refusal.hints) : JSON.stringify(refusal);
  response.writeHead(statusOf(refusal), {
    ...securityHeaders(),
    ...(refusal.code === 'method' && { Allow: 'GET, PUT' }),
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** At the port that is asked for, else at that of the last run, else at a free one. */
async function listenAt(
  server: Server,
  { port, userFolder: own }: ServerOptions,
): Promise<number | Diagnostic> {
  if (port !== undefined) return listen(server, port);
  const remembered = rememberedPort(own ?? userFolder(thisSystem()));
  const last = await remembered.read();
  const again = last === undefined ? undefined : await listen(server, last);
  if (typeof again === 'number') return again;
  const free = await listen(server, 0);
  if (typeof free === 'number' && last === undefined) await remembered.keep(free);
  return free;
}

function listen(server: Server, port: number): Promise<number | Diagnostic> {
  return new Promise((resolve) => {
    const onError = (cause: unknown): void => resolve(notListening(port, errnoOf(cause)));
    server.once('error', onError);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const shownFrom = (cwd: string, path: string): string => {
  const relative = nodePath.relative(cwd, path);
  return relative === '' || relative.startsWith('..') || nodePath.isAbsolute(relative) ? path : relative;
};

const failed = (code: string, message: string, ...hints: readonly string[]): Diagnostic => ({
  code: `preview/${code}`,
  severity: 'error',
  message,
  hints,
});

const noFolder = (folder: string, isFile: boolean): Diagnostic =>
  isFile
    ? failed('not-folder', `"${folder}" là tệp, không phải thư mục`, 'Ghi thư mục chứa tệp đó')
    : failed('no-folder', `Không tìm thấy thư mục "${folder}"`, 'Kiểm tra lại tên thư mục');

const notListening = (port: number, code: string): Diagnostic =>
  code === 'EADDRINUSE'
    ? failed(
        'port-taken',
        `Cổng ${port} đang được một chương trình khác dùng`,
        'Bỏ --port để chương trình tự chọn cổng, hoặc ghi cổng khác',
      )
    : failed(
        'no-port',
        `Không mở được cổng ${port} trên máy này (mã ${code})`,
        'Bỏ --port, hoặc ghi một cổng từ 1024 đến 65535',
      );
