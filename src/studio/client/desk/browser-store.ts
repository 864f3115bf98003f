/** Some tables of the browser that outlive the page. Where the browser forbids it, they live as long as the page. */
export interface BrowserStore {
  readonly get: <T>(table: TableName, key: string) => Promise<T | undefined>;
  readonly all: <T>(table: TableName) => Promise<readonly T[]>;
  readonly put: (table: TableName, key: string, value: unknown) => Promise<void>;
  readonly remove: (table: TableName, key: string) => Promise<void>;
}

export type TableName = 'drafts' | 'memory' | 'fonts' | 'handles';

const TABLES: readonly TableName[] = ['drafts', 'memory', 'fonts', 'handles'];

export async function openBrowserStore(): Promise<BrowserStore> {
  try {
    return storeOf(await openDatabase());
  } catch {
    return passingStore();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('thethuc', 1);
    request.onupgradeneeded = () => {
      for (const table of TABLES) request.result.createObjectStore(table);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function storeOf(database: IDBDatabase): BrowserStore {
  const ask = <T>(
    table: TableName,
    mode: IDBTransactionMode,
    start: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(table, mode);
      const request = start(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  return {
    get: (table, key) => ask(table, 'readonly', (store) => store.get(key)),
    all: (table) => ask(table, 'readonly', (store) => store.getAll()),
    put: async (table, key, value) => void (await ask(table, 'readwrite', (store) => store.put(value, key))),
    remove: (table, key) => ask(table, 'readwrite', (store) => store.delete(key)),
  };
}

/** The same in memory. */
export function passingStore(): BrowserStore {
  const tables = new Map(TABLES.map((table) => [table, new Map<string, unknown>()]));
  return {
    get: async <T>(table: TableName, key: string) => tables.get(table)?.get(key) as T | undefined,
    all: async <T>(table: TableName) => [...(tables.get(table)?.values() ?? [])] as readonly T[],
    put: async (table, key, value) => void tables.get(table)?.set(key, value),
    remove: async (table, key) => void tables.get(table)?.delete(key),
  };
}
