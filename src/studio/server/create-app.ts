import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Desk } from '../desk-protocol.js';
import type { EventHub } from './event-hub.js';
import { MOST_FORM, mostOf } from './file-types.js';
import type { FolderFiles, Precondition } from './folder-files.js';
import type { FolderLister } from './folder-list.js';
import type { KindShelf } from './kind-shelf.js';
import type { FontShelf } from './machine-fonts.js';
import type { PageFiles } from './page-files.js';
import { readBody } from './read-body.js';
import { badRequest, notFound, RefusalError, statusOf } from './refusal.js';
import { securityHeaders } from './security-headers.js';
import { streamEvents } from './stream-events.js';
import type { UserDrafts } from './user-drafts.js';
import type { UserMemory } from './user-memory.js';

/** All that the page can ask for. */
export interface Studio {
  readonly desk: Desk;
  readonly page: PageFiles;
  readonly files: FolderFiles;
  readonly lister: FolderLister;
  readonly kinds: KindShelf;
  readonly fonts: FontShelf;
  readonly memory: UserMemory;
  readonly drafts: UserDrafts;
  readonly hub: EventHub;
  readonly token: string;
  /** Told of what should not happen. */
  readonly onFault: (cause: unknown) => void;
}

type Env = { Bindings: HttpBindings };
type Asked = Context<Env>;

const MOST_MEMORY = 1_000_000;
const MOST_NOTE = 1000;
/** The text of a form, and the one that lies in the folder. */
const MOST_DRAFT = 3 * MOST_FORM;
const BYTES = 'application/octet-stream';

/** The routes. Requests have passed the gate (`gate.ts`): they are the page's own, with the token where one is needed. */
export function createApp(studio: Studio): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders()))
      if (!context.res.headers.has(name) || context.res.headers.get(name) === 'no-cache')
        context.res.headers.set(name, value);
  });
  app.onError((cause, context) => {
    const known = cause instanceof RefusalError ? cause : undefined;
    if (known === undefined) studio.onFault(cause);
    const { refusal } = known ?? new RefusalError('internal', 'Chương trình gặp lỗi của chính nó');
    return context.json(refusal, statusOf(refusal));
  });
  app.notFound(() => {
    throw notFound();
  });
  addPage(app, studio);
  addFiles(app, studio);
  addKinds(app, studio);
  addMachine(app, studio);
  addDrafts(app, studio);
  app.get('/api/events', (context) => streamEvents(context, studio.hub));
  // Last: whatever else is asked for is a file of the page or nothing.
  app.get('/*', async (context) => {
    const file = await studio.page.file(context.req.path);
    if (file === undefined) throw notFound();
    return bytesOf(file.bytes, file.headers);
  });
  return app;
}

function addPage(app: Hono<Env>, { page, token }: Studio): void {
  app.get('/', async (context) => {
    const { html, nonce } = await page.page(token);
    return context.html(html, 200, securityHeaders(nonce));
  });
}

function addFiles(app: Hono<Env>, { desk, files, lister }: Studio): void {
  app.get('/api/desk', (context) => context.json(desk));
  app.get('/api/files', async (context) => context.json(await lister.list()));
  app.get('/api/about', async (context) => context.json(await lister.about(asked(context, 'path'))));
  app.get('/api/file', async (context) => {
    const { bytes, sha256 } = await files.read(asked(context, 'path'));
    return bytesOf(bytes, {
      'Content-Type': BYTES,
      'Content-Disposition': 'attachment',
      ETag: `"${sha256}"`,
    });
  });
  app.put('/api/file', async (context) => {
    const path = asked(context, 'path');
    const before = preconditionOf(context);
    const bytes = await readBody(context.env.incoming, BYTES, mostOf(path));
    const saved = await files.write(path, bytes, before);
    return context.json(saved, 200, { ETag: `"${saved.sha256}"` });
  });
  app.put('/api/paper', async (context) => {
    const [beside, name] = [asked(context, 'beside'), asked(context, 'name')];
    const before = preconditionOf(context);
    const bytes = await readBody(context.env.incoming, BYTES, mostOf(name));
    const saved = await files.writeBeside(beside, name, bytes, before);
    return context.json(saved, 200, { ETag: `"${saved.sha256}"` });
  });
}

function addKinds(app: Hono<Env>, { kinds }: Studio): void {
  app.get('/api/kinds', (context) => context.json({ kinds: kinds.kinds() }));
  app.get('/api/kind-texts', async (context) => {
    const texts = await kinds.texts(asked(context, 'slug'));
    if (texts === undefined) throw notFound();
    return context.json({ texts });
  });
  app.put('/api/kind-shown', async (context) => {
    await readBody(context.env.incoming, 'application/json', MOST_NOTE);
    kinds.putFirst(asked(context, 'slug'));
    return context.json({});
  });
  // No header can be sent for a module: its address is the secret.
  app.get('/kinds/:name', (context) => {
    const text = kinds.moduleText(asked(context, 'v'));
    if (text === undefined) throw notFound();
    return context.body(text, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
}

function addMachine(app: Hono<Env>, { fonts, memory }: Studio): void {
  app.get('/api/fonts', async (context) => context.json(await fonts.fonts()));
  app.get('/api/font', async (context) => {
    const bytes = await fonts.bytes(asked(context, 'face'));
    if (bytes === undefined) throw notFound();
    return bytesOf(bytes, { 'Content-Type': BYTES });
  });
  app.get('/api/memory', async (context) => context.json(await memory.read()));
  app.put('/api/memory/:member', async (context) => {
    const bytes = await readBody(context.env.incoming, 'application/json', MOST_MEMORY);
    return context.json(await memory.set(context.req.param('member'), parsed(bytes)));
  });
}

function addDrafts(app: Hono<Env>, { drafts }: Studio): void {
  app.get('/api/drafts', async (context) => context.json({ drafts: await drafts.list() }));
  app.get('/api/draft', async (context) => {
    const draft = await drafts.read(asked(context, 'id'));
    if (draft === undefined) throw notFound();
    return context.json(draft);
  });
  app.put('/api/draft', async (context) => {
    const bytes = await readBody(context.env.incoming, 'application/json', MOST_DRAFT);
    await drafts.set(asked(context, 'id'), parsed(bytes));
    return context.json({});
  });
}

/** A parameter of the address, which must stand there once. */
function asked(context: Asked, name: string): string {
  const [value, ...more] = context.req.queries(name) ?? [];
  if (value === undefined || more.length > 0) throw badRequest();
  return value;
}

/** What the page believes to be there: without that a file could be replaced which nobody has seen. */
function preconditionOf(context: Asked): Precondition {
  const [match, none] = [context.req.header('If-Match'), context.req.header('If-None-Match')];
  const sha256 = /^"([0-9a-f]{64})"$/.exec(match ?? '')?.[1];
  if (sha256 !== undefined && none === undefined) return { sha256 };
  if (none === '*' && match === undefined) return 'nothing';
  throw new RefusalError('no-precondition', 'Yêu cầu lưu không nói rõ bản đang mở', 'Tải lại trang');
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badRequest();
  }
}

/** Of one size, copied into a buffer of its own: what is read lies in one that may be shared. */
const bytesOf = (bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response =>
  new Response(new Uint8Array(bytes), { headers });
