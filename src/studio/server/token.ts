import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The secret of one run. Whoever has it may read and write in the opened folder: it stands in the address that the command
 * prints, and in nothing that is kept. The page sends it as a header rather than as a cookie: cookies know no ports, so that
 * every other program that serves a page on this machine's 127.0.0.1 would be sent it.
 */
export interface Token {
  readonly text: string;
  readonly isRight: (given: string | undefined) => boolean;
  /** Unguessable, and another for another text: an address for what is loaded without a header (a module). */
  readonly seal: (text: string) => string;
}

const TOKEN_BYTES = 32;

export function createToken(): Token {
  const text = randomBytes(TOKEN_BYTES).toString('base64url');
  const mac = (of: string): Buffer => createHmac('sha256', text).update(of).digest();
  const own = mac(text);
  return {
    text,
    // Of one length whatever was given, so that the time says nothing.
    isRight: (given) => given !== undefined && timingSafeEqual(mac(given), own),
    seal: (of) => mac(of).toString('hex'),
  };
}
