import { useState } from 'react';
import type { FormSource, NamedFile } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { useStudio } from '../studio-context.js';
import { type ChosenForm, readForm } from './read-form.js';
import { type TableOpening, useOpenedTable } from './use-opened-table.js';

export const TABLE_FILES = '.xlsx,.csv,.tsv';
const TABLE_FILE = /\.(?:xlsx|csv|tsv)$/i;

export interface Batch extends TableOpening {
  readonly form: ChosenForm | undefined;
  readonly changeForm: (file: NamedFile) => Promise<void>;
  /** Dropped anywhere on the view: a table is a table, anything else the form. */
  readonly takeDropped: (files: readonly NamedFile[]) => Promise<void>;
  /** Files that the form or the table names. */
  readonly giveFiles: (files: readonly NamedFile[]) => void;
}

/** The form and the table, chosen or dropped in any order; another form is put under the same table. */
export function useBatch(): Batch {
  const { engine, store } = useStudio();
  const [form, setForm] = useState<ChosenForm | undefined>(() => {
    const { document } = store.get();
    return document && { source: sourceOf(document), kind: document.kind };
  });
  const { opened, reading, open } = useOpenedTable();
  const takeForm = async (file: NamedFile): Promise<ChosenForm | undefined> => {
    try {
      const read = await readForm(engine, file);
      if (typeof read !== 'string') {
        setForm(read);
        return read;
      }
      store.dispatch({ type: 'noticed', text: read, isProblem: true });
    } catch (cause) {
      sayFailure(store, cause);
    }
    return undefined;
  };
  const changeForm = async (file: NamedFile): Promise<void> => {
    const read = await takeForm(file);
    if (read !== undefined && opened !== undefined) void open(opened.table, read.source);
  };
  const takeDropped = async (files: readonly NamedFile[]): Promise<void> => {
    const table = files.find(({ name }) => TABLE_FILE.test(name)) ?? opened?.table;
    const other = files.find(({ name }) => !TABLE_FILE.test(name));
    const chosen = other === undefined ? form : await takeForm(other);
    if (chosen !== undefined && table !== undefined) void open(table, chosen.source);
  };
  const giveFiles = (files: readonly NamedFile[]): void => {
    if (opened === undefined) return;
    const { source, table } = opened;
    void open(table, { ...source, given: [...files, ...source.given] });
  };
  return { form, opened, reading, open, changeForm, takeDropped, giveFiles };
}

const sourceOf = ({ file, text, given }: FormSource): FormSource => ({ file, text, given });
