import type { Collected, NamedFile } from '../../protocol.js';
import { useStudio } from '../studio-context.js';

interface CollectedTableProps {
  readonly collected: Collected;
  readonly onTaken: () => void;
}

/** The table as it is taken away: a row a file, what has to be looked at in its last column. */
export function CollectedTable({ collected: { rows, xlsx, csv }, onTaken }: CollectedTableProps) {
  const { deliver } = useStudio();
  const take = async (file: NamedFile): Promise<void> => {
    await deliver([file]);
    onTaken();
  };
  const [head = [], ...body] = rows;
  return (
    <>
      <div className="row">
        <button type="button" className="button main" onClick={() => void take(xlsx)}>
          Lấy bảng Excel
        </button>
        <button type="button" className="button" onClick={() => void take(csv)}>
          Lấy bảng CSV
        </button>
        <span className="soft">{body.length} dòng</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="table-place" aria-label="Bảng tổng hợp" tabIndex={0}>
        <table className="collected">
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
              <tr key={line} className={row.at(-1) === '' ? undefined : 'marked'}>
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
