import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

export interface StaticServer {
  /** Of the file that it serves. */
  readonly address: string;
  /** The paths that it was asked for. */
  readonly asked: readonly string[];
  readonly end: () => Promise<void>;
}

/** An office's own web server: one file under a path of its own, no header but its type, nothing else. */
export async function serveFile(file: string, path: string): Promise<StaticServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isFile = request.url === path;
    response.writeHead(isFile ? 200 : 404, { 'content-type': isFile ? 'text/html' : 'text/plain' });
    response.end(isFile ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { address: `http://${hostName()}:${port}${path}`, asked, end };
}

/** Of this machine in its network, where it has one: there a browser lends a page less than on localhost. */
const hostName = (): string =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
