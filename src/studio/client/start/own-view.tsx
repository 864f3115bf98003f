import { useEffect, useRef } from 'react';
import { sayFailure } from '../actions/studio.js';
import { OwnAgencyView } from '../own/own-agency-view.js';
import { ViewFrame } from '../parts/view-frame.js';
import { useStudio, useStudioState } from '../studio-context.js';

/** What is typed is kept when nothing was typed for so long. */
const PAUSE = 500;

/** What every paper of the agency begins with, typed once. */
export function OwnView() {
  const { store, desk } = useStudio();
  const own = useStudioState((state) => state.own);
  const kinds = useStudioState((state) => state.kinds);
  const opened = useRef(own);
  useEffect(() => {
    if (own === opened.current) return;
    const keep = (): void => {
      opened.current = own;
      desk.keepOwn(own).catch((cause: unknown) => sayFailure(store, cause));
    };
    const timer = setTimeout(keep, PAUSE);
    return () => {
      clearTimeout(timer);
      if (own !== opened.current && store.get().view !== 'own') keep();
    };
  }, [own, desk, store]);
  return (
    <ViewFrame title="Cơ quan của tôi">
      <h2 className="only-heard">Những điều văn bản nào cũng ghi</h2>
      <OwnAgencyView
        own={own}
        kinds={kinds}
        onChange={(next) => store.dispatch({ type: 'own', own: next })}
      />
    </ViewFrame>
  );
}
