import { type ReactNode, useRef } from 'react';
import { BatchView } from './batch/batch-view.js';
import { CollectView } from './collect/collect-view.js';
import { OwnView } from './start/own-view.js';
import { StartPage } from './start/start-page.js';
import type { View } from './store/state.js';
import { useStudioState } from './studio-context.js';
import { Workplace } from './workplace/workplace.js';

/** Views in which work is done that is no form's: what they hold is kept, and goes on, while another view is shown. */
const KEPT = ['batch', 'collect'] as const;

/** The view that is shown, and behind it those that were left with something in them. */
export function CurrentView() {
  const view = useStudioState((state) => state.view);
  const from = usePrevious(view);
  const visited = useRef(new Set<View>());
  visited.current.add(view);
  return (
    <>
      <PassingView view={view} />
      {KEPT.filter((name) => visited.current.has(name)).map((name) => (
        <div key={name} className="kept-view" hidden={name !== view}>
          {keptView(name, name === view, from)}
        </div>
      ))}
    </>
  );
}

function PassingView({ view }: { readonly view: View }) {
  const id = useStudioState((state) => state.document?.id);
  switch (view) {
    case 'start':
      return <StartPage />;
    case 'work':
      return <Workplace key={id} />;
    case 'own':
      return <OwnView />;
    case 'batch':
    case 'collect':
      return null;
  }
}

const keptView = (name: (typeof KEPT)[number], isShown: boolean, from: View): ReactNode =>
  name === 'batch' ? <BatchView isShown={isShown} isOfPaper={from === 'work'} /> : <CollectView />;

/** The view that was left for this one. */
function usePrevious(view: View): View {
  const views = useRef({ now: view, before: view });
  if (views.current.now !== view) views.current = { now: view, before: views.current.now };
  return views.current.before;
}
