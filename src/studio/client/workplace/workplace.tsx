import { type CSSProperties, Fragment, useEffect, useState } from 'react';
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
  partOf,
  resized,
  START_LAYOUT,
  toggled,
} from './panes-layout.js';
import { ProblemsDrawer } from './problems-drawer.js';
import { TopBar, UndoButtons } from './top-bar.js';
import { useShortcuts } from './use-shortcuts.js';
import { WorkForm, WorkText } from './work-panes.js';

/** A paper is filled in here: form, text and pages side by side, on a phone one of them at a time. */
export function Workplace() {
  const isNarrow = useMedia(NARROW);
  const [layout, setLayout] = useRemembered('panes', START_LAYOUT);
  const [narrowPane, setNarrowPane] = useState<PaneName>('form');
  const [paper, setPaper] = useState(0);
  const [hasProblems, setProblems] = useState(false);
  const target = useStudioState((state) => state.target);
  useShortcuts(paper);
  const showEditor = (): void => {
    if (isNarrow) setNarrowPane((pane) => (pane === 'pages' ? 'form' : pane));
    else if (!layout.open.form && !layout.open.text) setLayout(opened(layout, 'form'));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a click leads to its field once
  useEffect(() => {
    if (target !== undefined) showEditor();
  }, [target?.turn]);
  const shown = isNarrow ? [narrowPane] : openPanes(layout);
  const isEditorShown = shown.includes('form') || shown.includes('text');
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
        <div className="panes">
          {shown.map((name, index) => {
            const next = shown[index + 1];
            return (
              <Fragment key={name}>
                <Pane name={name} share={isNarrow ? 1 : layout.share[name]} isTab={isNarrow}>
                  {name === 'form' && <WorkForm />}
                  {name === 'text' && <WorkText />}
                  {name === 'pages' && <PagesPane paper={paper} onPaper={setPaper} />}
                </Pane>
                {next !== undefined && (
                  <PaneDivider
                    left={name}
                    right={next}
                    part={partOf(layout, name, next)}
                    onPart={(part) => setLayout(resized(layout, name, next, part))}
                  />
                )}
              </Fragment>
            );
          })}
        </div>
      </main>
      {hasProblems && (
        <ProblemsDrawer
          onClose={() => setProblems(false)}
          onPicked={() => {
            if (!isEditorShown) showEditor();
            if (isNarrow) setProblems(false);
          }}
        />
      )}
      <InsidesPanel />
      <FontLine />
    </div>
  );
}

interface PaneProps {
  readonly name: PaneName;
  readonly share: number;
  readonly isTab: boolean;
  readonly children: React.ReactNode;
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
