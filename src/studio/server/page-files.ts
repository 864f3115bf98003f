import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { TOKEN_NAME } from './gate.js';
import { RefusalError } from './refusal.js';

/** A file of the built page, as it is served. */
export interface PageFile {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageFiles {
  /** The page itself, with a nonce of its own. */
  readonly page: (token: string) => Promise<{ readonly html: string; readonly nonce: string }>;
  readonly file: (path: string) => Promise<PageFile | undefined>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** What the build writes where the nonce is to be. */
const NONCE_PLACE = '__CSP_NONCE__';
/** The compiler's JavaScript of this server and of the engine lies in the same folder; it is no part of the page. */
const SERVED = /^\/(?:assets\/[^/]+|[^/]+\.(?:ico|png|svg|txt))$/;
/** The build's own files have a hash of their content in their names. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** The page's files, as the build left them in a folder. Paths have passed the gate: plain names, no escapes, no dots first. */
export function pageFiles(folder: string): PageFiles {
  return {
    page: async (token) => {
      const html = await fs.readFile(nodePath.join(folder, 'index.html'), 'utf8').catch(() => undefined);
      if (html === undefined) throw notBuilt();
      const nonce = randomBytes(18).toString('base64url');
      return { nonce, html: withMetas(html.replaceAll(NONCE_PLACE, nonce), { token, nonce }) };
    },
    file: async (path) => {
      const type = SERVED.test(path) ? TYPES[nodePath.posix.extname(path)] : undefined;
      const bytes = type && (await fs.readFile(nodePath.join(folder, path)).catch(() => undefined));
      if (!bytes) return undefined;
      const caching = HASHED.test(path) ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {};
      return { bytes, headers: { 'Content-Type': type, ...caching } };
    },
  };
}

export const isBuilt = (folder: string): Promise<boolean> =>
  fs.access(nodePath.join(folder, 'index.html')).then(
    () => true,
    () => false,
  );

/** Token and nonce are base64url: nothing in them needs an escape. */
const withMetas = (html: string, names: Readonly<Record<string, string>>): string =>
  html.replace(
    /<head(?:\s[^>]*)?>/i,
    (head) =>
      head +
      Object.entries(names)
        .map(([name, text]) => `<meta name="thethuc-${name}" content="${text}">`)
        .join(''),
  );

const notBuilt = (): RefusalError =>
  new RefusalError(
    'busy',
    'Bản cài đặt này chưa có trang soạn thảo',
    'Chạy npm run build trong thư mục của chương trình, rồi chạy lại',
  );

/** What is shown instead of the page. No style, no script: nothing is needed to read it. */
export const refusalPage = (message: string, hints: readonly string[]): string =>
  [
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thể Thức</title></head><body>',
    `<h1>Không mở được trang</h1><p>${message}.</p>`,
    ...hints.map((hint) => `<p>${hint}.</p>`),
    '</body></html>',
  ].join('\n');

/** "http://127.0.0.1:3456/?token=…" */
export const pageAddress = (port: number, token: string): string =>
  `http://127.0.0.1:${port}/?${TOKEN_NAME}=${token}`;
