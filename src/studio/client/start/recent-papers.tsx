import { useEffect, useState } from 'react';
import { sayFailure } from '../actions/studio.js';
import type { DeskPaper } from '../desk/desk.js';
import { Icon } from '../parts/icon.js';
import { useStudio } from '../studio-context.js';

/** So many are seen at once; the others come on demand. */
const SEEN_AT_ONCE = 6;

/** What can be gone on with. */
export function RecentPapers() {
  const { desk, store, keepDraft } = useStudio();
  const [papers, setPapers] = useState<readonly DeskPaper[] | undefined>();
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    // What was typed just now is in the list too.
    const isKept = keepDraft().catch((cause: unknown) => sayFailure(store, cause));
    isKept
      .then(() => desk.papers())
      .then(setPapers, (cause: unknown) => {
        setPapers([]);
        sayFailure(store, cause);
      });
  }, [desk, store, keepDraft]);
  const forget = async (paper: DeskPaper): Promise<void> => {
    await desk.forget(paper);
    setPapers(await desk.papers());
  };
  const seen = isWhole ? papers : papers?.slice(0, SEEN_AT_ONCE);
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Làm tiếp</h2>
      {papers?.length === 0 && <p className="soft">Chưa có văn bản nào. Chọn một loại để bắt đầu.</p>}
      <ul className="plain papers">
        {seen?.map((paper) => (
          <PaperRow key={paper.key} paper={paper} onForget={() => void forget(paper)} />
        ))}
      </ul>
      {papers !== undefined && papers.length > SEEN_AT_ONCE && (
        <button type="button" className="text-button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Thu gọn' : `Xem tất cả ${papers.length} văn bản`}
        </button>
      )}
    </section>
  );
}

function PaperRow({ paper, onForget }: { readonly paper: DeskPaper; readonly onForget: () => void }) {
  const { openPaper } = useStudio();
  const { file, kindName, subject, isUnsaved, from } = paper;
  const name = subject || file;
  return (
    <li>
      <button type="button" className="paper" onClick={() => void openPaper(paper)}>
        <b>{name}</b>
        <span className="small soft">
          {[kindName, subject ? file : '', isUnsaved ? 'chưa lưu thành tệp' : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </button>
      {from === 'draft' && (
        <button
          type="button"
          className="button quiet square"
          aria-label={`Bỏ khỏi danh sách: ${name}`}
          onClick={onForget}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}
