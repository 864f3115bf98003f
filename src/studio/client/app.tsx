import { useEffect, useState } from 'react';
import { connectEngine } from '../engine/connect-engine.js';
import type { EnginePort } from '../engine/port.js';
import { createOpenActions } from './actions/open-papers.js';
import { createSaveActions } from './actions/save-papers.js';
import { sayFailure } from './actions/studio.js';
import { createTakeAwayActions } from './actions/take-away.js';
import { takeFonts } from './actions/take-fonts.js';
import { createTakeKinds } from './actions/take-kinds.js';
import { watchDesk } from './actions/watch-desk.js';
import { watchDocument } from './actions/watch-document.js';
import { CurrentView } from './current-view.js';
import { openDesk } from './desk/open-desk.js';
import { DropPlace } from './parts/drop-place.js';
import { useKeptFocus } from './parts/kept-focus.js';
import { NoticeLine } from './parts/notice-line.js';
import { QuestionBox } from './parts/question-box.js';
import { EMPTY_OWN, isUnsaved } from './store/state.js';
import { createStore } from './store/store.js';
import { type Studio, StudioContext } from './studio-context.js';
import type { StudioOptions } from './studio-options.js';
import { rasterise } from './worker/rasterise.js';

/** The whole page, once its engine and its desk are there. */
export function App(options: StudioOptions) {
  const [studio, setStudio] = useState<Studio | undefined>();
  const [failure, setFailure] = useState<string | undefined>();
  useEffect(() => {
    void startParts(options).then(setStudio, (cause: unknown) =>
      setFailure(cause instanceof Error ? cause.message : String(cause)),
    );
  }, [options]);
  useKeptFocus();
  if (failure !== undefined) return <NotStarted why={failure} />;
  if (studio === undefined)
    return (
      <main className="starting" aria-busy="true">
        <p>Đang mở…</p>
      </main>
    );
  return (
    <StudioContext value={studio}>
      <DropPlace>
        <CurrentView />
      </DropPlace>
      <QuestionBox />
      <NoticeLine />
    </StudioContext>
  );
}

async function startParts({ startWorker, licences }: StudioOptions): Promise<Studio> {
  const [worker, desk] = await Promise.all([startWorker(), openDesk()]);
  const parts = { store: createStore(), engine: connectEngine(worker as EnginePort, { rasterise }), desk };
  const { store, engine } = parts;
  const kinds = await engine.kinds();
  store.dispatch({ type: 'ready', kinds, own: EMPTY_OWN });
  const saving = createSaveActions(parts);
  const looker = watchDocument(parts, saving);
  const takeKinds = createTakeKinds(parts, looker);
  watchDesk(parts, takeKinds);
  // What the desk remembers may come a moment later, or not at all: the page works without.
  void desk.own().then(
    (own) => store.dispatch({ type: 'own', own: own ?? EMPTY_OWN }),
    (cause: unknown) => sayFailure(store, cause),
  );
  void desk
    .fonts()
    .catch(() => [])
    .then((files) => takeFonts(parts, files, false))
    .then(() => looker.again());
  void desk
    .kinds()
    .then((known) => takeKinds(known.kinds))
    .catch((cause: unknown) => sayFailure(store, cause));
  warnBeforeLeaving(parts.store, desk.type === 'folder');
  return {
    ...parts,
    ...createOpenActions(parts),
    ...saving,
    ...createTakeAwayActions(parts),
    looker,
    ...(licences !== undefined && { licences }),
  };
}

/** Drafts are kept, but a paper that lies in a folder should not be left there as it was before. */
function warnBeforeLeaving(store: Studio['store'], isFolder: boolean): void {
  addEventListener('beforeunload', (event) => {
    const { document } = store.get();
    if (isFolder && document?.saved !== undefined && isUnsaved(document)) event.preventDefault();
  });
}

function NotStarted({ why }: { readonly why: string }) {
  return (
    <main className="starting">
      <h1>Chưa mở được trang</h1>
      <p>
        Trình duyệt này có thể quá cũ, hoặc không cho chạy chương trình trong trang. Hãy mở bằng Edge, Chrome,
        Firefox hoặc Cốc Cốc bản mới.
      </p>
      <p className="small soft">{why}</p>
    </main>
  );
}
