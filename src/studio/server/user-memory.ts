import * as fs from 'node:fs/promises';
import { takeTurns } from '../../base/take-turns.js';
import { nodeFileSystem, removeQuietly } from '../../host-node/disk-steps.js';
import type { FontSystem } from '../../host-node/font-folders.js';
import { errnoOf } from '../../host-node/system-error.js';
import { writeFiles } from '../../host-node/write-files.js';
import type { DeskMemory } from '../desk-protocol.js';
import { isMember, MEMBERS, type MemberName, readMemory } from './memory-shape.js';
import { badRequest, orRefusal } from './refusal.js';

/** Where a user's own settings lie. */
export function userFolder({ platform, env, homeFolder, path }: FontSystem): string {
  switch (platform) {
    case 'win32':
      return path.join(env['APPDATA'] ?? path.join(homeFolder, 'AppData', 'Roaming'), 'thethuc');
    default: {
      // By the rule of XDG a relative path there counts for nothing.
      const config = env['XDG_CONFIG_HOME'] ?? '';
      return path.join(path.isAbsolute(config) ? config : path.join(homeFolder, '.config'), 'thethuc');
    }
  }
}

export interface UserMemory {
  readonly read: () => Promise<DeskMemory>;
  readonly set: (member: string, value: unknown) => Promise<DeskMemory>;
}

const EMPTY: DeskMemory = { recent: [], drafts: {} };
/** Of the file; a later program with another says so in it, and this one leaves it alone. */
const FORMAT = 1;

/** What is kept for the user, as a small file, so that it is there again whatever port the page is opened at. */
export function userMemory(folder: string, join: FontSystem['path']['join']): UserMemory {
  const file = join(folder, 'so-tay.json');
  const inTurn = takeTurns();
  const set = async (member: MemberName, value: unknown): Promise<DeskMemory> => {
    // Read again: another window, at another port, may have kept something. What the system does not let be read may be
    // whole, held by another program: it is not put aside for that.
    const before = await readFile(file);
    if (before.isDamaged) await fs.rename(file, `${file}.hong`).catch(() => {});
    const { isDamaged: _, ...kept } = before;
    const now: DeskMemory = { ...kept, [member]: value };
    const bytes = new TextEncoder().encode(`${JSON.stringify({ format: FORMAT, ...now }, null, 1)}\n`);
    await writeFiles([{ path: file, bytes }], process.platform, PRIVATE);
    return now;
  };
  return {
    read: () => readFile(file).catch(() => ({ ...EMPTY, isDamaged: true })),
    set: (member, value) => {
      if (!isMemberName(member) || !isMember(member, value)) throw badRequest();
      return orRefusal(file, () => inTurn(() => set(member, value)));
    },
  };
}

const isMemberName = (name: string): name is MemberName => MEMBERS.some((one) => one === name);

/** Names, posts and addresses of people: nobody else's to read. */
export const PRIVATE = {
  ...nodeFileSystem,
  writeWhole: async (target: string, bytes: Uint8Array): Promise<void> => {
    await removeQuietly(target);
    await fs.writeFile(target, bytes, { flag: 'wx', flush: true, mode: 0o600 });
  },
};

/** Throws what the system refuses. */
async function readFile(file: string): Promise<DeskMemory> {
  const text = await fs.readFile(file, 'utf8').catch((cause: unknown) => {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw cause;
  });
  if (text === undefined) return EMPTY;
  try {
    const json: unknown = JSON.parse(text);
    return readMemory(json, FORMAT) ?? { ...EMPTY, isDamaged: true };
  } catch {
    return { ...EMPTY, isDamaged: true };
  }
}
