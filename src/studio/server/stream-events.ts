import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeskEvent } from '../desk-protocol.js';
import type { EventHub } from './event-hub.js';
import { RefusalError } from './refusal.js';

/** A sign of life, so that neither side takes the connection for dead. */
const BEAT_MS = 15_000;
/** A page that reads nothing any more is not told for ever. */
const MOST_UNREAD = 200;

/** Tells a page what happens, as server-sent events, until it leaves or the server closes. */
export function streamEvents(context: Context, hub: EventHub): Response {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let write = (_: DeskEvent): void => {};
  const leave = hub.hear({ end, tell: (event) => write(event) });
  if (leave === undefined)
    throw new RefusalError('busy', 'Trang đang mở ở quá nhiều cửa sổ', 'Đóng bớt các cửa sổ không dùng');
  return streamSSE(
    context,
    async (stream) => {
      let unread = 0;
      write = (event) => {
        unread += 1;
        if (unread > MOST_UNREAD) end();
        void stream.writeSSE({ data: JSON.stringify(event) }).then(() => {
          unread -= 1;
        });
      };
      write({ type: 'hello' });
      const beat = setInterval(() => void stream.write(': \n\n'), BEAT_MS);
      stream.onAbort(end);
      await ended;
      clearInterval(beat);
      leave();
    },
    // A page that left is no fault.
    async () => {},
  );
}
