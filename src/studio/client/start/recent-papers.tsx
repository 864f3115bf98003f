import { useCallback, useEffect, useState } from 'react';
import { sayFailure } from '../actions/studio.js';
import type { DeskPaper } from '../desk/desk.js';
import { NARROW, useMedia } from '../parts/use-media.js';
import { useStudio } from '../studio-context.js';
import { whenSaid } from './when-said.js';

/** So many are seen at once; the others come on demand. On a phone the kinds are below them. */
const SEEN_AT_ONCE = 6;
const SEEN_ON_PHONE = 3;

/** What can be gone on with. */
export function RecentPapers() {
  const { papers, forget } = useRecentPapers();
  const [isWhole, setWhole] = useState(false);
  const most = useMedia(NARROW) ? SEEN_ON_PHONE : SEEN_AT_ONCE;
  const seen = isWhole ? papers : papers?.slice(0, most);
  return (
    <section
      className={papers?.length === 0 ? 'start-recent bare' : 'start-recent'}
      aria-labelledby="recent"
      aria-busy={papers === undefined}
    >
      <h2 id="recent">Làm tiếp</h2>
      {papers?.length === 0 && <p className="soft">Chưa có văn bản nào. Chọn một loại để bắt đầu.</p>}
      <ul className="plain papers">
        {seen?.map((paper) => (
          <PaperRow key={paper.key} paper={paper} onForget={() => void forget(paper)} />
        ))}
      </ul>
      {papers !== undefined && papers.length > most && (
        <button type="button" className="text-button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Thu gọn' : `Xem tất cả ${papers.length} văn bản`}
        </button>
      )}
    </section>
  );
}

/** The list, undefined until it was read; what is taken off it can be brought back. */
function useRecentPapers() {
  const { desk, store, keepDraft } = useStudio();
  const [papers, setPapers] = useState<readonly DeskPaper[] | undefined>();
  const read = useCallback(async (): Promise<void> => setPapers(await desk.papers()), [desk]);
  useEffect(() => {
    // What was typed just now is in the list too.
    keepDraft()
      .catch((cause: unknown) => sayFailure(store, cause))
      .then(read)
      .catch((cause: unknown) => {
        setPapers([]);
        sayFailure(store, cause);
      });
  }, [store, keepDraft, read]);
  const attempt = (act: () => Promise<void>): Promise<void> =>
    act()
      .then(read)
      .catch((cause: unknown) => sayFailure(store, cause));
  const forget = (paper: DeskPaper): Promise<void> =>
    attempt(async () => {
      // First: while it is open it may be kept anew at any moment.
      store.dispatch({ type: 'closed', id: paper.key });
      const bringBack = await desk.forget(paper);
      const what = paper.isUnsaved ? 'bản nháp' : 'khỏi danh sách';
      store.dispatch({
        type: 'noticed',
        text: `Đã bỏ ${what} "${nameOf(paper)}".`,
        takeBack: () => {
          store.dispatch({ type: 'notice-gone' });
          void attempt(bringBack);
        },
      });
    });
  return { papers, forget };
}

/** A draft of a new paper has no file yet, and a name that changes with what it says. */
const hasFile = ({ isUnsaved, hasFile: isKnown, from }: DeskPaper): boolean =>
  from !== 'draft' || isKnown === true || !isUnsaved;

const nameOf = (paper: DeskPaper): string =>
  paper.subject || (hasFile(paper) ? paper.file : `${paper.kindName || 'Văn bản'} chưa có trích yếu`);

function PaperRow({ paper, onForget }: { readonly paper: DeskPaper; readonly onForget: () => void }) {
  const { openPaper } = useStudio();
  const { file, kindName, subject, isUnsaved, from, changed } = paper;
  const name = nameOf(paper);
  const isFile = hasFile(paper);
  // What may be cut off stands last: a file's name mostly says the title again.
  const facts = [
    subject || isFile ? kindName : '',
    isUnsaved ? (isFile ? 'sửa chưa lưu' : 'bản nháp') : '',
    changed === undefined ? '' : whenSaid(changed, Date.now()),
    subject && isFile ? file : '',
  ];
  return (
    <li>
      <button
        type="button"
        className="paper"
        title={isFile ? file : undefined}
        onClick={() => void openPaper(paper)}
      >
        <b>{name}</b>
        <span className="small soft">{facts.filter((part) => part !== '').join(' · ')}</span>
      </button>
      {from === 'draft' && (
        <button
          type="button"
          className="button quiet small"
          aria-label={`Bỏ khỏi danh sách: ${name}`}
          onClick={onForget}
        >
          Bỏ
        </button>
      )}
    </li>
  );
}
