import { lastName } from '../desk/file-names.js';
import { Icon } from '../parts/icon.js';
import { IconButton } from '../parts/icon-button.js';
import { isUnsaved } from '../store/state.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { PaneSwitches } from './pane-switches.js';
import type { PaneName, PanesLayout } from './panes-layout.js';
import { ProblemButton } from './problem-button.js';
import { TakeAwayMenu } from './take-away-menu.js';

interface TopBarProps {
  readonly layout: PanesLayout;
  readonly onToggle: (pane: PaneName) => void;
  readonly isNarrow: boolean;
  readonly hasProblems: boolean;
  readonly onProblems: () => void;
  readonly paper: number;
}

/** Above the panes: which paper this is, and what can be done with the whole of it. */
export function TopBar({ layout, onToggle, isNarrow, hasProblems, onProblems, paper }: TopBarProps) {
  const { store, save } = useStudio();
  return (
    <header className="top-bar">
      <button
        type="button"
        className="button quiet"
        aria-label="Về trang đầu"
        onClick={() => store.dispatch({ type: 'view', view: 'start' })}
      >
        <Icon name="back" />
        <span className="wide-only">Trang đầu</span>
      </button>
      <PaperName />
      {!isNarrow && (
        <>
          <div className="bar-group">
            <UndoButtons />
          </div>
          <PaneSwitches layout={layout} onToggle={onToggle} />
        </>
      )}
      <div className="bar-end">
        <ProblemButton isOpen={hasProblems} onToggle={onProblems} />
        <button type="button" className="button" onClick={() => void save()} aria-label="Lưu">
          <Icon name="save" />
          <span className="wide-only">Lưu</span>
        </button>
        <TakeAwayMenu paper={paper} />
      </div>
    </header>
  );
}

function PaperName() {
  const file = useStudioState((state) => lastName(state.document?.file ?? ''));
  const kind = useStudioState(
    (state) => state.kinds.find(({ slug }) => slug === state.document?.kind)?.name ?? 'Biểu mẫu',
  );
  const unsaved = useStudioState((state) => state.document !== undefined && isUnsaved(state.document));
  const isNew = useStudioState((state) => state.document?.saved === undefined);
  const isGone = useStudioState((state) => state.document?.saved?.isGone === true);
  const said = isNew
    ? 'Bản nháp, chưa lưu thành tệp'
    : isGone
      ? 'Tệp không còn trong thư mục, chưa lưu lại'
      : unsaved
        ? 'Có thay đổi chưa lưu'
        : 'Đã lưu';
  return (
    <div className="paper-name">
      <h1>{kind}</h1>
      <p className="small soft">
        {!isNew && <span className="wide-only">{file} · </span>}
        {said}
      </p>
    </div>
  );
}

export function UndoButtons() {
  const { store } = useStudio();
  const canUndo = useStudioState((state) => (state.document?.history.past.length ?? 0) > 0);
  const canRedo = useStudioState((state) => (state.document?.history.future.length ?? 0) > 0);
  return (
    <>
      <IconButton
        icon="undo"
        label="Hoàn tác"
        title="Hoàn tác (Ctrl+Z)"
        isDisabled={!canUndo}
        onClick={() => store.dispatch({ type: 'undone' })}
      />
      <IconButton
        icon="redo"
        label="Làm lại"
        title="Làm lại (Ctrl+Y)"
        isDisabled={!canRedo}
        onClick={() => store.dispatch({ type: 'redone' })}
      />
    </>
  );
}
