import { useState } from 'react';
import type { Collected, NamedFile } from '../../protocol.js';
import { sayFailure } from '../actions/studio.js';
import { FileDrop } from '../parts/file-drop.js';
import { ViewFrame } from '../parts/view-frame.js';
import { useStudio } from '../studio-context.js';
import { ProblemList } from '../workplace/problem-list.js';

/** Forms that came back filled in, as one table. */
export function CollectView() {
  const { engine, store } = useStudio();
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const [collected, setCollected] = useState<Collected | undefined>();
  const [isBusy, setBusy] = useState(false);
  const collect = async (all: readonly NamedFile[]): Promise<void> => {
    setFiles(all);
    setBusy(true);
    try {
      setCollected(all.length === 0 ? undefined : await engine.collect(all));
    } catch (cause) {
      sayFailure(store, cause);
    }
    setBusy(false);
  };
  return (
    <ViewFrame
      title="Tổng hợp bản đã nộp"
      lead="Thả các bản đăng ký, văn bản mà đơn vị gửi về (DOCX, PDF hoặc tệp biểu mẫu). Chương trình đọc số liệu trong đó thành một bảng."
    >
      <FileDrop
        name="Các bản đã nộp"
        accept=".docx,.pdf,.yaml,.yml,.json"
        isMultiple
        label={files.length === 0 ? 'Thả các tệp vào đây, hoặc chọn tệp…' : 'Thả thêm tệp, hoặc chọn tệp…'}
        onFiles={(more) => void collect(withFiles(files, more))}
      />
      {files.length > 0 && (
        <p aria-live="polite">
          {isBusy ? `Đang đọc ${files.length} tệp…` : `Đã đọc ${files.length} tệp.`}{' '}
          <button type="button" className="text-button" onClick={() => void collect([])}>
            Bỏ hết
          </button>
        </p>
      )}
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

/** A file of a name that is there already takes its place. */
export const withFiles = (files: readonly NamedFile[], more: readonly NamedFile[]): readonly NamedFile[] => {
  const names = new Set(more.map(({ name }) => name));
  return [...files.filter(({ name }) => !names.has(name)), ...more];
};

function CollectedTable({ collected: { rows, xlsx, csv } }: { readonly collected: Collected }) {
  const { deliver } = useStudio();
  const [head = [], ...body] = rows;
  return (
    <>
      <div className="row">
        <button type="button" className="button main" onClick={() => void deliver([xlsx])}>
          Lấy bảng Excel
        </button>
        <button type="button" className="button" onClick={() => void deliver([csv])}>
          Lấy bảng CSV
        </button>
        <span className="soft">{body.length} dòng</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-place" aria-label="Bảng tổng hợp" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {head.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                <th key={column} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
              <tr key={line}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                  <td key={column}>
                    <span className="cell" title={cell}>
                      {cell}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
