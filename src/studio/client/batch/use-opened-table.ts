import { useRef, useState } from 'react';
import type { FormSource, NamedFile, TableOpened } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { useStudio } from '../studio-context.js';
import { filesBeside, unreadFiles } from './unread-files.js';

export interface OpenedTable {
  /** With the files that it names, as far as they were found. */
  readonly source: FormSource;
  readonly table: NamedFile;
  readonly found: TableOpened;
  /** Counts up: another table begins anew. */
  readonly turn: number;
}

export interface TableOpening {
  readonly opened: OpenedTable | undefined;
  /** The table that is being read. */
  readonly reading: string | undefined;
  readonly open: (table: NamedFile, source: FormSource) => Promise<void>;
}

/** A table as its rows come to over a form; of two that are opened one after the other the later one is shown. */
export function useOpenedTable(): TableOpening {
  const { engine, desk, store } = useStudio();
  const [opened, setOpened] = useState<OpenedTable | undefined>();
  const [reading, setReading] = useState<string | undefined>();
  const latest = useRef(0);
  const read = async (table: NamedFile, source: FormSource): Promise<Omit<OpenedTable, 'turn'>> => {
    const found = await engine.openTable({ source, table, formats: ['docx', 'pdf'] });
    const beside = await filesBeside(desk, unreadFiles(found.problems), source.file);
    if (beside.length === 0) return { source, table, found };
    const whole = { ...source, given: [...source.given, ...beside] };
    return {
      source: whole,
      table,
      found: await engine.openTable({ source: whole, table, formats: ['docx', 'pdf'] }),
    };
  };
  const open = async (table: NamedFile, source: FormSource): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    setReading(table.name);
    try {
      const next = await read(table, source);
      if (turn === latest.current) setOpened({ ...next, turn });
    } catch (cause) {
      if (turn === latest.current) sayFailure(store, cause);
    }
    if (turn === latest.current) setReading(undefined);
  };
  return { opened, reading, open };
}
