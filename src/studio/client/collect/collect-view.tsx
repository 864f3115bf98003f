import { useRef, useState } from 'react';
import type { Collected, NamedFile } from '../../protocol.js';
import { askUser, sayFailure } from '../actions/studio.js';
import { FileDrop } from '../parts/file-drop.js';
import { ViewFrame } from '../parts/view-frame.js';
import type { Store } from '../store/store.js';
import { useStudio } from '../studio-context.js';
import { ProblemList } from '../workplace/problem-list.js';
import { CollectedTable } from './collected-table.js';
import { answersAmong, clashes, type SameName, withFiles } from './with-files.js';

/** What units send back; a photograph or an old Word file cannot be read, but it is an answer and gets its row. */
const ANSWERS = '.pdf,.docx,.doc,.odt,.rtf,.jpg,.jpeg,.png';

/** Forms that came back filled in, as one table. */
export function CollectView() {
  const { engine, store } = useStudio();
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const [collected, setCollected] = useState<Collected | undefined>();
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(0);
  const collect = async (all: readonly NamedFile[]): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    setFiles(all);
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
  return (
    <ViewFrame
      title="Tổng hợp bản đã nộp"
      lead="Gửi cho đơn vị bảng đăng ký in theo cách “điền máy”; khi đơn vị điền và gửi về thì thả các tệp ấy (DOCX, PDF) vào đây. Chương trình đọc các ô đã điền thành một bảng, mỗi tệp một dòng."
      isWide
      onDropped={(more) => void add(more)}
    >
      <FileDrop
        name="Các bản đã nộp"
        accept={ANSWERS}
        isMultiple
        label={
          files.length === 0
            ? 'Thả các tệp, hoặc cả thư mục, vào đây; hoặc chọn tệp…'
            : 'Thả thêm tệp, hoặc chọn tệp…'
        }
        onFiles={(more) => void add(more)}
      />
      <p role="status">
        {files.length > 0 && (isBusy ? `Đang đọc ${files.length} tệp…` : `Đã đọc ${files.length} tệp.`)}{' '}
        {files.length > 0 && (
          <button type="button" className="text-button" onClick={() => void collect([])}>
            Bỏ hết
          </button>
        )}
      </p>
      {collected !== undefined && (
        <>
          <h2>Bảng tổng hợp</h2>
          <CollectedTable collected={collected} />
          <ProblemList problems={collected.problems} />
        </>
      )}
    </ViewFrame>
  );
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
