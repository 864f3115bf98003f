#!/usr/bin/env node
import * as path from 'node:path';
import type { CliIo } from './io.js';
import { createNodePress } from './node-press.js';
import { runCli } from './run-cli.js';

const io: CliIo = {
  stdin: readStdin,
  stdout: (text) => {
    process.stdout.write(text);
  },
  stderr: (text) => {
    process.stderr.write(text);
  },
  env: process.env,
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY === true,
  onInterrupt,
  path,
};

/** The first Ctrl-C asks the run to stop; another one ends the program there and then. */
function onInterrupt(stop: () => void): () => void {
  process.once('SIGINT', stop);
  return () => process.off('SIGINT', stop);
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin)
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return Buffer.concat(chunks);
}

// "thethuc render … | head" closes the pipe early: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// exitCode rather than exit(): the latter can cut the output short.
process.exitCode = await runCli(process.argv.slice(2), io, createNodePress());
