import { type ClientRequest, request } from 'node:http';
import type { DeskEvent } from '../../../src/studio/desk-protocol.js';
import type { RunningServer } from '../../../src/studio/server/start-server.js';

export interface Hearing {
  readonly heard: readonly { readonly event: DeskEvent }[];
  /** The first event from now on that is such. */
  readonly next: (is: (event: DeskEvent) => boolean, most?: number) => Promise<{ readonly event: DeskEvent }>;
  readonly end: () => void;
  readonly ended: Promise<void>;
}

/** Hears the server's events as the page does. */
export async function hearEvents({ port, token }: RunningServer): Promise<Hearing> {
  const heard: { event: DeskEvent }[] = [];
  const waiting = new Set<() => void>();
  let asked: ClientRequest | undefined;
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  await new Promise<void>((resolve, reject) => {
    asked = request(
      { host: '127.0.0.1', port, path: `/api/events?token=${token}`, agent: false },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(String(answer.statusCode)));
        let text = '';
        answer.setEncoding('utf8');
        answer.on('error', () => end());
        answer.on('close', () => end());
        answer.on('data', (chunk: string) => {
          text += chunk;
          const messages = text.split('\n\n');
          text = messages.pop() ?? '';
          for (const message of messages) {
            if (!message.startsWith('data: ')) continue;
            heard.push({ event: JSON.parse(message.slice('data: '.length)) });
            for (const wake of waiting) wake();
          }
          if (heard.length > 0) resolve();
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  return {
    heard,
    ended,
    end: () => asked?.destroy(),
    next: (is, most = 30_000) => {
      const from = heard.length;
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = heard.slice(from).find(({ event }) => is(event));
          if (found === undefined) return;
          done();
          resolve({ event: found.event });
        };
        const done = (): void => {
          waiting.delete(look);
          clearTimeout(timer);
        };
        const timer = setTimeout(() => {
          done();
          reject(new Error(`Not heard: ${JSON.stringify(heard.slice(from))}`));
        }, most);
        waiting.add(look);
      });
    },
  };
}
