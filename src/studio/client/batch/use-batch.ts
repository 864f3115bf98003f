import { useEffect, useState } from 'react';
import type { NamedFile } from '../../protocol.js';
import { askUser, sayFailure } from '../actions/studio.js';
import type { OpenDocument } from '../store/state.js';
import type { Store } from '../store/store.js';
import { useStudio } from '../studio-context.js';
import { type ChosenForm, readForm } from './read-form.js';
import { type TableOpening, useOpenedTable } from './use-opened-table.js';

export const TABLE_FILES = '.xlsx,.csv,.tsv';
const TABLE_FILE = /\.(?:xlsx|csv|tsv)$/i;

export interface Batch extends Omit<TableOpening, 'open'> {
  readonly form: ChosenForm | undefined;
  readonly openTable: (table: NamedFile) => Promise<void>;
  readonly changeForm: (file: NamedFile) => Promise<void>;
  /** Dropped anywhere on the view: a table is a table, anything else the form. */
  readonly takeDropped: (files: readonly NamedFile[]) => Promise<void>;
  /** Files that the form or the table names. */
  readonly giveFiles: (files: readonly NamedFile[]) => Promise<void>;
  /** Whether something would be lost with the run: then another form or table is only taken after a question. */
  readonly setStake: (isAtStake: boolean) => void;
}

/**
 * The form and the table, chosen or dropped in any order; another form is put under the same table. `isOfPaper`: the view is
 * entered from the paper that is open, which is the form then.
 */
export function useBatch(isShown: boolean, isOfPaper: boolean): Batch {
  const { engine, store } = useStudio();
  const [form, setForm] = useState<ChosenForm | undefined>(() => formOf(store.get().document));
  const { opened, reading, open } = useOpenedTable();
  const [isAtStake, setStake] = useState(false);
  const mayReplace = async (): Promise<boolean> => !isAtStake || (await askToReplace(store));
  const readChosen = async (file: NamedFile): Promise<ChosenForm | undefined> => {
    try {
      const read = await readForm(engine, file);
      if (typeof read !== 'string') return read;
      store.dispatch({ type: 'noticed', text: read, isProblem: true });
    } catch (cause) {
      sayFailure(store, cause);
    }
    return undefined;
  };
  const put = async (chosen: ChosenForm, table: NamedFile | undefined): Promise<void> => {
    if (!(await mayReplace())) return;
    setForm(chosen);
    if (table !== undefined) void open(table, chosen.source);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when the view is entered
  useEffect(() => {
    const entered = isShown && isOfPaper ? formOf(store.get().document) : undefined;
    if (entered !== undefined && !isSame(entered, form)) void put(entered, opened?.table);
  }, [isShown]);
  const changeForm = async (file: NamedFile): Promise<void> => {
    const chosen = await readChosen(file);
    if (chosen !== undefined) await put(chosen, opened?.table);
  };
  const takeDropped = async (files: readonly NamedFile[]): Promise<void> => {
    const table = files.find(({ name }) => TABLE_FILE.test(name)) ?? opened?.table;
    const other = files.find(({ name }) => !TABLE_FILE.test(name));
    const chosen = other === undefined ? form : await readChosen(other);
    if (chosen !== undefined) await put(chosen, table);
  };
  const openTable = async (table: NamedFile): Promise<void> => {
    if (form !== undefined) await put(form, table);
  };
  const giveFiles = async (files: readonly NamedFile[]): Promise<void> => {
    if (opened === undefined || !(await mayReplace())) return;
    const { source, table } = opened;
    void open(table, { ...source, given: [...files, ...source.given] });
  };
  return { form, opened, reading, openTable, changeForm, takeDropped, giveFiles, setStake };
}

const formOf = (document: OpenDocument | undefined): ChosenForm | undefined =>
  document && {
    source: { file: document.file, text: document.text, given: document.given },
    kind: document.kind,
  };

/** The open paper as it was when it became the form; files that were found for the table since do not matter. */
const isSame = ({ source }: ChosenForm, other: ChosenForm | undefined): boolean =>
  source.file === other?.source.file &&
  source.text === other.source.text &&
  source.given.every(({ bytes }) => other.source.given.some((known) => known.bytes === bytes));

async function askToReplace(store: Store): Promise<boolean> {
  const key = await askUser(store, {
    title: 'Các tệp vừa tạo chưa tải về',
    text: 'Lần tạo trước đang chạy hoặc còn tệp chưa tải về. Dùng biểu mẫu hay bảng khác thì phải tạo lại từ đầu.',
    choices: [
      { key: 'keep', label: 'Giữ lần tạo trước' },
      { key: 'replace', label: 'Bỏ, dùng biểu mẫu và bảng mới' },
    ],
  });
  return key === 'replace';
}
