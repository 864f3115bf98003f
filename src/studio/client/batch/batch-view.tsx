import { useState } from 'react';
import type { FormSource, NamedFile, TableOpened } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { withoutEnding } from '../desk/file-names.js';
import { FileDrop } from '../parts/file-drop.js';
import { ViewFrame } from '../parts/view-frame.js';
import { useStudio } from '../studio-context.js';
import { ProblemList } from '../workplace/problem-list.js';
import { countWords } from '../workplace/problem-words.js';
import { FormChoice } from './form-choice.js';
import { problemsByRow } from './row-problems.js';
import { UnitsMaking } from './units-making.js';
import { UnitsTable } from './units-table.js';

interface Opened {
  readonly table: NamedFile;
  readonly found: TableOpened;
  /** Counts up: another table begins anew. */
  readonly turn: number;
}

/** One form and a table of units: for every unit its own files. */
export function BatchView() {
  const { engine, store } = useStudio();
  const [source, setSource] = useState<FormSource | undefined>(() => sourceOf(store.get().document));
  const [kind, setKind] = useState<string | undefined>(() => store.get().document?.kind);
  const [opened, setOpened] = useState<Opened | undefined>();
  const [isBusy, setBusy] = useState(false);
  const openTable = async (table: NamedFile, form: FormSource): Promise<void> => {
    setBusy(true);
    try {
      const found = await engine.openTable({ source: form, table, formats: ['docx', 'pdf'] });
      setOpened((before) => ({ table, found, turn: (before?.turn ?? 0) + 1 }));
    } catch (cause) {
      sayFailure(store, cause);
    }
    setBusy(false);
  };
  const chooseForm = (form: FormSource, slug: string | undefined): void => {
    setSource(form);
    setKind(slug);
    if (opened !== undefined) void openTable(opened.table, form);
  };
  return (
    <ViewFrame
      title="Tạo cho nhiều đơn vị"
      lead="Biểu mẫu ghi phần chung; mỗi dòng của bảng ghi phần riêng của một đơn vị. Ô nào có trong bảng thì thay cho phần chung."
    >
      <ol className="plain steps">
        <li>
          <h2>1. Biểu mẫu chung</h2>
          <FormChoice source={source} kind={kind} onChoose={chooseForm} />
        </li>
        <li>
          <h2>2. Bảng đơn vị</h2>
          {source === undefined ? (
            <p className="soft">Chọn biểu mẫu trước.</p>
          ) : (
            <>
              <FileDrop
                name="Bảng đơn vị (XLSX hoặc CSV)"
                accept=".xlsx,.csv,.tsv"
                label={
                  opened ? `${opened.table.name} — thả bảng khác để thay` : 'Thả bảng vào đây, hoặc chọn tệp…'
                }
                onFiles={([table]) => table && void openTable(table, source)}
              />
              <BlankTables kind={kind} />
            </>
          )}
        </li>
        {source !== undefined && opened !== undefined && (
          <li aria-busy={isBusy}>
            <h2>3. Xem lại và tạo</h2>
            <TableFound found={opened.found} />
            <UnitsMaking
              key={opened.turn}
              request={{ source, table: opened.table }}
              units={opened.found.units}
              name={withoutEnding(opened.table.name)}
            />
          </li>
        )}
      </ol>
    </ViewFrame>
  );
}

function TableFound({ found: { units, problems } }: { readonly found: TableOpened }) {
  const { rows, others } = problemsByRow(problems);
  return (
    <>
      <p>
        {units.length} đơn vị. {countWords(problems) || 'Không có điểm nào cần xem'}.
      </p>
      {others.length > 0 && <ProblemList problems={others} />}
      <UnitsTable units={units} problems={rows} />
    </>
  );
}

const sourceOf = (document: FormSource | undefined): FormSource | undefined =>
  document && { file: document.file, text: document.text, given: document.given };

/** A table with the right columns, to be filled in. */
function BlankTables({ kind }: { readonly kind: string | undefined }) {
  const { engine, store, deliver } = useStudio();
  if (kind === undefined) return null;
  const take = async (format: 'xlsx' | 'csv'): Promise<void> => {
    try {
      await deliver([await engine.blankTable(kind, format)]);
    } catch (cause) {
      sayFailure(store, cause);
    }
  };
  return (
    <p>
      Chưa có bảng?{' '}
      <button type="button" className="text-button" onClick={() => void take('xlsx')}>
        Lấy bảng trống (Excel)
      </button>
      {' hoặc '}
      <button type="button" className="text-button" onClick={() => void take('csv')}>
        bảng trống (CSV)
      </button>
    </p>
  );
}
