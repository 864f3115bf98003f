import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { takeTurns } from '../../base/take-turns.js';
import { removeQuietly } from '../../host-node/disk-steps.js';
import { hashBytes } from '../../host-node/hash-file.js';
import { writeFiles } from '../../host-node/write-files.js';
import type { DeskDraft, DraftAbout } from '../desk-protocol.js';
import { isDraft } from './draft-shape.js';
import { badRequest, orRefusal } from './refusal.js';
import { PRIVATE } from './user-memory.js';

/** What is typed and not saved, of the papers of one folder; a file for each, in the user's own folder. */
export interface UserDrafts {
  readonly list: () => Promise<readonly DraftAbout[]>;
  readonly read: (id: string) => Promise<DeskDraft | undefined>;
  /** Null takes it away: it was saved, or is not wanted any more. */
  readonly set: (id: string, draft: unknown) => Promise<void>;
}

/** As the page makes them; nothing that could lead anywhere as the name of a file. */
const ID = /^[0-9a-f]{24}$/;
const NAME = /^[0-9a-f]{24}\.json$/;

/**
 * Kept here and not in the browser, which knows a page by its port, and another run may be at another one. `location`: the
 * opened folder, whose papers are no other folder's.
 */
export function userDrafts(userFolder: string, location: string): UserDrafts {
  const own = hashBytes(new TextEncoder().encode(location)).slice(0, 16);
  const folder = nodePath.join(userFolder, 'nhap', own);
  const fileOf = (id: string): string => {
    if (!ID.test(id)) throw badRequest();
    return nodePath.join(folder, `${id}.json`);
  };
  // In the order in which they came.
  const inTurn = takeTurns();
  const set = async (file: string, draft: DeskDraft | null): Promise<void> => {
    if (draft === null) return removeQuietly(file);
    const bytes = new TextEncoder().encode(`${JSON.stringify({ location, ...draft }, null, 1)}\n`);
    await writeFiles([{ path: file, bytes }], process.platform, PRIVATE);
  };
  return {
    list: async () => {
      const names = (await fs.readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
      const found = await Promise.all(names.map((name) => readDraft(nodePath.join(folder, name))));
      return found.flatMap((draft, index) =>
        draft === undefined ? [] : aboutDraft(names[index]!.slice(0, -'.json'.length), draft),
      );
    },
    read: (id) => readDraft(fileOf(id)),
    set: (id, draft) => {
      const file = fileOf(id);
      if (draft !== null && !isDraft(draft)) throw badRequest();
      return orRefusal(file, () => inTurn(() => set(file, draft)));
    },
  };
}

const aboutDraft = (id: string, { file, kindName, subject, kept, saved }: DeskDraft): DraftAbout => ({
  id,
  file,
  kindName,
  subject,
  kept,
  hasFile: saved !== undefined,
});

/** Undefined of what is not there, or is no draft: it is left where it is. */
async function readDraft(file: string): Promise<DeskDraft | undefined> {
  try {
    const { location: _, ...draft } = JSON.parse(await fs.readFile(file, 'utf8'));
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}
