import { type CSSProperties, Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { PagesPane } from '../pages/pages-pane.js';
import { useRemembered } from '../parts/remembered.js';
import { NARROW, useMedia } from '../parts/use-media.js';
import { useStudioState } from '../studio-context.js';
import { ClashBar } from './clash-bar.js';
import { FontLine } from './font-line.js';
import { InsidesPanel } from './insides-panel.js';
import { PaneDivider } from './pane-divider.js';
import { PaneTabs } from './pane-switches.js';
import {
  opened,
  openPanes,
  PANE_WORDS,
  type PaneName,
  type PanesLayout,
  partOf,
  resized,
  START_LAYOUT,
  toggled,
} from './panes-layout.js';
import { ProblemsDrawer } from './problems-drawer.js';
import { TopBar, UndoButtons } from './top-bar.js';
import { useSetPapers } from './use-set-papers.js';
import { useShortcuts } from './use-shortcuts.js';
import { WorkForm, WorkText } from './work-panes.js';

/** A paper is filled in here: form, text and pages side by side, on a phone one of them at a time. */
export function Workplace() {
  const isNarrow = useMedia(NARROW);
  const [layout, setLayout] = useRemembered('panes', START_LAYOUT);
  const [narrowPane, setNarrowPane] = useState<PaneName>('form');
  const { paper, onPaper, tab, onTab } = useSetPapers();
  const [hasProblems, setProblems] = useState(false);
  useShortcuts(paper);
  const shown = isNarrow ? [narrowPane] : openPanes(layout);
  const ledTurn = useLedTurn(shown, () => {
    if (isNarrow) setNarrowPane('form');
    else setLayout(opened(layout, 'form'));
  });
  return (
    <div className="workplace">
      <TopBar
        layout={layout}
        onToggle={(pane) => setLayout(toggled(layout, pane))}
        isNarrow={isNarrow}
        hasProblems={hasProblems}
        onProblems={() => setProblems(!hasProblems)}
        paper={paper}
      />
      <ClashBar />
      <main className="work-main">
        {isNarrow && (
          <div className="narrow-bar">
            <PaneTabs current={narrowPane} onPane={setNarrowPane} />
            <UndoButtons />
          </div>
        )}
        <Panes shown={shown} isNarrow={isNarrow} layout={layout} onLayout={setLayout}>
          {(name) => (
            <>
              {name === 'form' && <WorkForm ledTurn={ledTurn} tab={tab} onTab={onTab} />}
              {name === 'text' && <WorkText ledTurn={ledTurn} />}
              {name === 'pages' && <PagesPane paper={paper} onPaper={onPaper} />}
            </>
          )}
        </Panes>
      </main>
      {hasProblems && (
        <ProblemsDrawer onClose={() => setProblems(false)} onPicked={() => isNarrow && setProblems(false)} />
      )}
      <InsidesPanel />
      <FontLine />
    </div>
  );
}

/**
 * Up to which target the user has been led: a pane that is opened later shows it without taking the focus. A target that comes
 * while neither the form nor the text is open has `showForm` called.
 */
function useLedTurn(shown: readonly PaneName[], showForm: () => void): number {
  const turn = useStudioState((state) => state.target?.turn ?? 0);
  // Of an earlier visit to the paper.
  const led = useRef(turn);
  useEffect(() => {
    if (turn === led.current) return;
    // The panes themselves have led there by now: their effects come first.
    if (shown.includes('form') || shown.includes('text')) led.current = turn;
    else showForm();
  });
  return led.current;
}

interface PanesProps {
  readonly shown: readonly PaneName[];
  readonly isNarrow: boolean;
  readonly layout: PanesLayout;
  readonly onLayout: (layout: PanesLayout) => void;
  readonly children: (name: PaneName) => ReactNode;
}

/** The open panes, between each two something to move. */
function Panes({ shown, isNarrow, layout, onLayout, children }: PanesProps) {
  return (
    <div className="panes">
      {shown.map((name, index) => {
        const next = shown[index + 1];
        return (
          <Fragment key={name}>
            <Pane name={name} share={isNarrow ? 1 : layout.share[name]} isTab={isNarrow}>
              {children(name)}
            </Pane>
            {next !== undefined && (
              <PaneDivider
                left={name}
                right={next}
                part={partOf(layout, name, next)}
                onPart={(part) => onLayout(resized(layout, name, next, part))}
              />
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

interface PaneProps {
  readonly name: PaneName;
  readonly share: number;
  readonly isTab: boolean;
  readonly children: ReactNode;
}

function Pane({ name, share, isTab, children }: PaneProps) {
  const naming = isTab ? { role: 'tabpanel', 'aria-labelledby': `tab-${name}` } : {};
  return (
    <div
      id={`pane-${name}`}
      className={`pane pane-${name}`}
      {...naming}
      style={{ '--share': share } as CSSProperties}
    >
      <h2 className="only-heard">{PANE_WORDS[name]}</h2>
      {children}
    </div>
  );
}
