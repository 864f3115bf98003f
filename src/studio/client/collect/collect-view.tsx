import { FileDrop } from '../parts/file-drop.js';
import { ViewFrame } from '../parts/view-frame.js';
import { ProblemList } from '../workplace/problem-list.js';
import { CollectedTable } from './collected-table.js';
import { useCollected } from './use-collected.js';

/** What units send back; a photograph or an old Word file cannot be read, but it is an answer and gets its row. */
const ANSWERS = '.pdf,.docx,.doc,.odt,.rtf,.jpg,.jpeg,.png';

/** Forms that came back filled in, as one table. */
export function CollectView() {
  const { files, collected, isBusy, add, clear, setTaken } = useCollected();
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
          <button type="button" className="text-button" onClick={clear}>
            Bỏ hết
          </button>
        )}
      </p>
      {collected !== undefined && (
        <>
          <h2>Bảng tổng hợp</h2>
          <CollectedTable collected={collected} onTaken={setTaken} />
          <ProblemList problems={collected.problems} />
        </>
      )}
    </ViewFrame>
  );
}
