import { useRef, useState } from 'react';
import type { Collected, NamedFile } from '../../protocol.js';
import { askUser, sayFailure } from '../actions/studio.js';
import { useWarnOnClose } from '../parts/use-warn-on-close.js';
import type { Store } from '../store/store.js';
import { useStudio } from '../studio-context.js';
import { answersAmong, clashes, type SameName, withFiles } from './with-files.js';

interface Collecting {
  readonly files: readonly NamedFile[];
  /** Of the files, or of those before while they are read. */
  readonly collected: Collected | undefined;
  readonly isBusy: boolean;
  readonly add: (dropped: readonly NamedFile[]) => Promise<void>;
  readonly clear: () => void;
  /** The table was taken away: nothing is lost with the window any more. */
  readonly setTaken: () => void;
}

/** The files that came back, and the table that they make. */
export function useCollected(): Collecting {
  const { engine, store } = useStudio();
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const [collected, setCollected] = useState<Collected | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [isTaken, setTaken] = useState(false);
  useWarnOnClose(files.length > 0 && !isTaken);
  const latest = useRef(0);
  const collect = async (all: readonly NamedFile[]): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    setFiles(all);
    setTaken(false);
    setBusy(true);
    try {
      const found = all.length === 0 ? undefined : await engine.collect(all);
      if (turn === latest.current) setCollected(found);
    } catch (cause) {
      sayFailure(store, cause);
    }
    if (turn === latest.current) setBusy(false);
  };
  const add = async (dropped: readonly NamedFile[]): Promise<void> => {
    const more = answersAmong(dropped);
    const wish = await askOfSameName(store, clashes(files, more));
    if (wish !== undefined) void collect(withFiles(files, more, wish));
  };
  return { files, collected, isBusy, add, clear: () => void collect([]), setTaken: () => setTaken(true) };
}

/** So many names are said. */
const MOST_NAMED = 3;

async function askOfSameName(store: Store, names: readonly string[]): Promise<SameName | undefined> {
  if (names.length === 0) return 'both';
  const named = names.slice(0, MOST_NAMED).join(', ');
  const key = await askUser(store, {
    title: 'Đã có tệp cùng tên',
    text: `${named}${names.length > MOST_NAMED ? '…' : ''}: đã có tệp cùng tên nhưng nội dung khác. Nếu của hai đơn vị khác nhau thì giữ cả hai; nếu là bản sửa lại thì thay bản cũ.`,
    choices: [
      { key: 'both', label: 'Giữ cả hai' },
      { key: 'replace', label: 'Thay bản cũ' },
      { key: 'stop', label: 'Thôi' },
    ],
  });
  return key === 'both' || key === 'replace' ? key : undefined;
}
