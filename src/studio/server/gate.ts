import type { IncomingMessage } from 'node:http';
import { badRequest, RefusalError } from './refusal.js';
import type { Token } from './token.js';

/** Header in which the page sends the token. */
export const TOKEN_HEADER = 'x-thethuc-token';
/** Name under which an address bears it. */
export const TOKEN_NAME = 'token';

/** Nothing that is served has an escape, an empty step or one of dots in its path; names of files stand in the query. */
const PATH = /^(?:\/|(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)$/;
/** What encodeURIComponent and URLSearchParams leave as it is. */
const QUERY = /^(?:[A-Za-z0-9\-._~!*'()=&+]|%[0-9A-Fa-f]{2})*$/;
const METHODS: ReadonlySet<string> = new Set(['GET', 'PUT']);

/**
 * Looks at a request as it was sent, before anything of it is read or routed, and says why it may not come in:
 * - a name that is not this server's own (another site's name that was made to lead here);
 * - another site's page, by Origin or by what browsers say of the page that asks (Sec-Fetch-*);
 * - an odd target, method or body;
 * - in `/api` and of the page itself, a token that is missing or wrong.
 */
export function refusalAtGate(
  request: IncomingMessage,
  port: number,
  token: Token,
): RefusalError | undefined {
  const host = hostOf(request);
  if (host === undefined || !namesOf(port).includes(host)) return foreign();
  const [path = '', ...queries] = (request.url ?? '').split('?');
  if (!PATH.test(path) || queries.length > 1 || !QUERY.test(queries[0] ?? '')) return badRequest();
  if (!METHODS.has(request.method ?? ''))
    return new RefusalError('method', 'Cách yêu cầu này không được nhận');
  const isApi = path.startsWith('/api/');
  if (isForeign(request, host, isApi)) return foreign();
  if (request.method === 'GET' && hasBody(request)) return badRequest();
  if (path !== '/' && !isApi) return undefined;
  return token.isRight(tokenOf(request, path, queries[0] ?? '')) ? undefined : withoutToken();
}

/** The one Host header; two of them are a trick. */
function hostOf({ rawHeaders }: IncomingMessage): string | undefined {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && isHost(rawHeaders[index - 1]!));
  return hosts.length === 1 ? hosts[0]!.toLowerCase() : undefined;
}

const isHost = (name: string): boolean => name.toLowerCase() === 'host';

/** A browser leaves out the port of plain http. */
const namesOf = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost'].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));

/** Browsers say where a request comes from; what says nothing is no page, and needs the token as all do. */
function isForeign({ headers }: IncomingMessage, host: string, isApi: boolean): boolean {
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return true;
  const site = headers['sec-fetch-site'];
  // "none": typed or opened from another program, as the page itself is, but nothing in /api.
  if (site !== undefined && site !== 'same-origin' && (isApi || site !== 'none')) return true;
  const destination = headers['sec-fetch-dest'];
  // Asked by a script of the page: not shown in a window or frame, not drawn, not run.
  return isApi && destination !== undefined && destination !== 'empty';
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;

/** Of the page and of the events in the address, else in a header. */
function tokenOf({ headers }: IncomingMessage, path: string, query: string): string | undefined {
  if (path === '/' || path === '/api/events') {
    const given = new URLSearchParams(query).getAll(TOKEN_NAME);
    return given.length === 1 ? given[0] : undefined;
  }
  const given = headers[TOKEN_HEADER];
  return typeof given === 'string' ? given : undefined;
}

const foreign = (): RefusalError =>
  new RefusalError('foreign', 'Yêu cầu đến từ một trang khác nên không được nhận');

const withoutToken = (): RefusalError =>
  new RefusalError(
    'token',
    'Địa chỉ này thiếu mã của lần chạy, hoặc chương trình đã được chạy lại',
    'Mở đúng địa chỉ mà chương trình đã in ra khi chạy',
  );
