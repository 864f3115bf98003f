import { sayFailure } from '../actions/studio.js';
import { withoutEnding } from '../desk/file-names.js';
import { FileDrop } from '../parts/file-drop.js';
import { ViewFrame } from '../parts/view-frame.js';
import { useStudio } from '../studio-context.js';
import { FormChoice } from './form-choice.js';
import { TableFound } from './table-found.js';
import { UnitsMaking } from './units-making.js';
import { unreadFiles } from './unread-files.js';
import { type Batch, TABLE_FILES, useBatch } from './use-batch.js';

interface BatchViewProps {
  readonly isShown: boolean;
  /** It was entered from the paper that is open. */
  readonly isOfPaper: boolean;
}

/** One form and a table of units: for every unit its own files. */
export function BatchView({ isShown, isOfPaper }: BatchViewProps) {
  const batch = useBatch(isShown, isOfPaper);
  const { form, opened, changeForm, takeDropped, giveFiles } = batch;
  return (
    <ViewFrame
      title="Tạo cho nhiều đơn vị"
      lead="Biểu mẫu ghi phần chung; mỗi dòng của bảng ghi phần riêng của một đơn vị. Ô nào có trong bảng thì thay cho phần chung."
      onDropped={(files) => void takeDropped(files)}
    >
      <ol className="plain steps">
        <li>
          <h2>1. Biểu mẫu chung</h2>
          <FormChoice form={form} onFile={(file) => void changeForm(file)} />
        </li>
        <li>
          <h2>2. Bảng đơn vị</h2>
          <TableChoice batch={batch} />
        </li>
        {opened !== undefined && (
          <li aria-busy={batch.reading !== undefined}>
            <h2>3. Xem lại và tạo</h2>
            <TableFound
              key={`found ${opened.turn}`}
              opened={opened}
              missing={unreadFiles(opened.found.problems)}
              onGive={(files) => void giveFiles(files)}
            />
            <UnitsMaking
              key={opened.turn}
              request={{ source: opened.source, table: opened.table }}
              units={opened.found.units}
              name={withoutEnding(opened.table.name)}
              isShown={isShown}
              onStake={batch.setStake}
            />
          </li>
        )}
      </ol>
    </ViewFrame>
  );
}

function TableChoice({ batch: { form, opened, reading, openTable } }: { readonly batch: Batch }) {
  if (form === undefined) return <p className="soft">Chọn biểu mẫu trước.</p>;
  return (
    <>
      <FileDrop
        name="Bảng đơn vị (XLSX hoặc CSV)"
        accept={TABLE_FILES}
        label={
          opened
            ? `Đang dùng ${opened.table.name}. Thả bảng khác, hoặc bảng vừa sửa, vào đây…`
            : 'Thả bảng vào đây, hoặc chọn tệp…'
        }
        onFiles={([table]) => table && void openTable(table)}
      />
      <BlankTables kind={form.kind} />
      <p role="status" className="soft">
        {reading !== undefined && `Đang đọc ${reading} và xem từng đơn vị…`}
      </p>
    </>
  );
}

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
      , mỗi đơn vị điền một dòng.
    </p>
  );
}
