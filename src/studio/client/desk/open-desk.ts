import { createBrowserDesk } from './browser-desk.js';
import { openBrowserStore } from './browser-store.js';
import type { Desk } from './desk.js';
import { createFolderDesk } from './folder-desk.js';
import { createServerCalls } from './server-calls.js';

/** With the program's server its folder; a page that lies anywhere else keeps all in the browser. */
export async function openDesk(): Promise<Desk> {
  const store = await openBrowserStore();
  const token = document.querySelector<HTMLMetaElement>('meta[name="thethuc-token"]')?.content;
  return token ? createFolderDesk(createServerCalls(token), store) : createBrowserDesk(store);
}
