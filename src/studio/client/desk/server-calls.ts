import type { DeskRefusal } from '../../desk-protocol.js';
import { DeskError } from './desk.js';

/** What the page asks its server with; every request bears the token of the page. */
export interface ServerCalls {
  readonly getJson: <T>(path: string, query?: Query) => Promise<T>;
  readonly getBytes: (path: string, query?: Query) => Promise<FoundBytes | undefined>;
  readonly putJson: (path: string, value: unknown, query?: Query) => Promise<void>;
  /** Refusals of a file that changed meanwhile come back; others are thrown. */
  readonly putBytes: <T>(path: string, query: Query, bytes: Uint8Array, match: Match) => Promise<T | Changed>;
  readonly eventsAddress: string;
}

export type Query = Readonly<Record<string, string>>;

export interface FoundBytes {
  readonly bytes: Uint8Array;
  readonly etag: string | undefined;
}

/** The hash that the file is believed to have; undefined of one that is not there yet. */
export interface Match {
  readonly etag: string | undefined;
}

export interface Changed {
  readonly changed: true;
  readonly present: string | undefined;
}

export const isChanged = <T>(answer: T | Changed): answer is Changed =>
  typeof answer === 'object' && answer !== null && 'changed' in answer;

export function createServerCalls(
  token: string,
  ask: typeof fetch = (...args) => fetch(...args),
): ServerCalls {
  const headers = { 'X-Thethuc-Token': token };
  const request = async (path: string, query: Query, init: RequestInit = {}): Promise<Response> => {
    const address = Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query)}` : path;
    try {
      return await ask(address, { ...init, headers: { ...headers, ...init.headers }, cache: 'no-store' });
    } catch {
      throw new DeskError('Chương trình trên máy không trả lời', [
        'Xem cửa sổ lệnh của chương trình còn mở không, rồi thử lại; văn bản đang soạn vẫn còn đây',
      ]);
    }
  };
  return {
    getJson: async <T>(path: string, query: Query = {}) => {
      const answer = await request(path, query);
      if (!answer.ok) throw await refusalOf(answer);
      return (await answer.json()) as T;
    },
    getBytes: async (path, query = {}) => {
      const answer = await request(path, query);
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw await refusalOf(answer);
      return {
        bytes: new Uint8Array(await answer.arrayBuffer()),
        etag: unquoted(answer.headers.get('ETag')),
      };
    },
    putJson: async (path, value, query = {}) => {
      const sent = { 'Content-Type': 'application/json' };
      const answer = await request(path, query, {
        method: 'PUT',
        body: JSON.stringify(value),
        headers: sent,
      });
      if (!answer.ok) throw await refusalOf(answer);
    },
    putBytes: async <T>(path: string, query: Query, bytes: Uint8Array, { etag }: Match) => {
      const condition: Record<string, string> =
        etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${etag}"` };
      const sent = { 'Content-Type': 'application/octet-stream', ...condition };
      const body = bytes as Uint8Array<ArrayBuffer>;
      const answer = await request(path, query, { method: 'PUT', body, headers: sent });
      if (answer.status === 412) {
        const { present } = (await answer.json()) as DeskRefusal;
        return { changed: true, present: present ?? undefined };
      }
      if (!answer.ok) throw await refusalOf(answer);
      return (await answer.json()) as T;
    },
    eventsAddress: `/api/events?${new URLSearchParams({ token })}`,
  };
}

const unquoted = (etag: string | null): string | undefined => etag?.replace(/^W\/|"/g, '');

async function refusalOf(answer: Response): Promise<DeskError> {
  try {
    const { message, hints } = (await answer.json()) as DeskRefusal;
    return new DeskError(message, hints);
  } catch {
    return new DeskError(`Chương trình trên máy từ chối (mã ${answer.status})`);
  }
}
