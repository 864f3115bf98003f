import { type CSSProperties, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LookedPaper } from '../../protocol.js';
import { moveFocus } from '../parts/menu.js';
import { useRemembered } from '../parts/remembered.js';
import { isBehind } from '../store/state.js';
import { useStudio, useStudioState } from '../studio-context.js';
import { markPlace, placeUnder, placeWithin } from './page-places.js';
import { PageSheet } from './page-sheet.js';
import { PageThumbs } from './page-thumbs.js';
import { PagesBar } from './pages-bar.js';
import { TemplateProblems } from './template-problems.js';
import { GUESSED_SIZE, useCurrentPage, useSize } from './use-current-page.js';
import { printWords, sizeOf, type Zoom } from './zoom.js';

interface PagesPaneProps {
  /** Which of several papers is shown. */
  readonly paper: number;
  readonly onPaper: (paper: number) => void;
}

const A4 = { width: 595.28, height: 841.89 };

/** The pages as they will print: a click on a text leads to its field, the field that the user is in is marked. */
export function PagesPane({ paper: wanted, onPaper }: PagesPaneProps) {
  const look = useStudioState((state) => state.look);
  const drawn = useStudioState((state) => state.pages);
  const papers = look?.papers ?? [];
  const at = Math.min(wanted, Math.max(papers.length - 1, 0));
  const paper = papers[at];
  const isBehindText = useStudioState(isBehind);
  const [zoom, setZoom] = useRemembered<Zoom>('zoom', 'width');
  const [hasThumbs, setThumbs] = useRemembered('thumbs', false);
  const pane = useRef<HTMLElement>(null);
  const size = useSize(pane);
  const pages = paper?.pages ?? [];
  const [current, go] = useCurrentPage(pane, pages.length);
  const isBanner = paper?.isBanner === true;
  const { percent } = sizeOf(zoom, size, pages[current] ?? A4, isBanner);
  useMarkedPlace(pane, drawn, at, paper?.under ?? '', size !== GUESSED_SIZE);
  const pick = usePlacePicking(paper?.under ?? '');
  return (
    <div className="pages-pane">
      <PagesBar
        count={pages.length}
        current={current}
        label={pages[current]?.label ?? ''}
        onGo={go}
        zoom={zoom}
        percent={percent}
        onZoom={setZoom}
        hasThumbs={hasThumbs}
        onThumbs={setThumbs}
      />
      {papers.length > 1 && <PaperTabs papers={papers} current={at} onPaper={onPaper} />}
      <TemplateProblems />
      <div className="pages-body">
        {hasThumbs && pages.length > 0 && (
          <PageThumbs pages={pages} drawn={drawn} current={current} onGo={go} />
        )}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the fields are reached by keyboard in the form itself */}
        <section
          ref={pane}
          className="pages"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          aria-label="Trang in"
          aria-busy={isBehindText}
          onClick={pick}
        >
          {pages.length === 0 && <NoPages isKnown={look !== undefined} />}
          {pages.map((page, index) => {
            const { id, width, height, label } = page;
            return (
              <div
                className="sheet-place"
                // biome-ignore lint/suspicious/noArrayIndexKey: a page that changes stays where it is
                key={index}
                // Banners and sheets differ in size by hundreds: each fits by itself.
                style={{ '--scale': sizeOf(zoom, size, page, isBanner).scale } as CSSProperties}
              >
                <PageSheet svg={drawn.get(id) ?? ''} width={width} height={height} label={`Trang ${label}`} />
                {isBanner && <p className="sheet-size">{printWords(page)}</p>}
              </div>
            );
          })}
        </section>
      </div>
    </div>
  );
}

function NoPages({ isKnown }: { readonly isKnown: boolean }) {
  return (
    <p className="no-pages">
      {isKnown ? 'Chưa có trang nào để xem. Điền biểu mẫu, trang in sẽ hiện ở đây.' : 'Đang dàn trang…'}
    </p>
  );
}

/** Marks the field that the user is in, and brings it into view when it is a new one. Another paper begins at its head. */
function useMarkedPlace(
  pane: React.RefObject<HTMLElement | null>,
  drawn: ReadonlyMap<string, string>,
  paper: number,
  under: string,
  isMeasured: boolean,
): void {
  const place = useStudioState((state) => state.place);
  const shown = useRef('');
  const shownPaper = useRef(paper);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages drawn anew have lost their marks
  useLayoutEffect(() => {
    if (pane.current === null) return;
    if (shownPaper.current !== paper) {
      shownPaper.current = paper;
      shown.current = '';
      pane.current.scrollTo({ top: 0 });
    }
    const first = markPlace(pane.current, place && placeWithin(place, under));
    const line = first && `${place?.path} ${first.getAttribute('data-o')}`;
    // Before the pane is measured the pages lie elsewhere.
    if (first === undefined || line === shown.current || !isMeasured) return;
    shown.current = line ?? '';
    bringIntoView(pane.current, first);
  }, [pane, place, drawn, paper, under, isMeasured]);
}

/** Only the pane scrolls, and only where the text is out of sight. */
function bringIntoView(pane: HTMLElement, text: Element): void {
  const [box, view] = [text.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (box.top >= view.top && box.bottom <= view.bottom) return;
  pane.scrollBy({ top: box.top - view.top - view.height / 3 });
}

function usePlacePicking(under: string): (event: MouseEvent<HTMLElement>) => void {
  const { store } = useStudio();
  return ({ target, clientX, clientY }) => {
    // Whoever marks letters to copy them wants to stay.
    if (!(target instanceof Element) || !(getSelection()?.isCollapsed ?? true)) return;
    const place = placeUnder(target, clientX, clientY);
    if (place !== undefined) store.dispatch({ type: 'targeted', ...place, path: under + place.path });
  };
}

interface PaperTabsProps {
  readonly papers: readonly LookedPaper[];
  readonly current: number;
  readonly onPaper: (paper: number) => void;
}

function PaperTabs({ papers, current, onPaper }: PaperTabsProps) {
  const [focused, setFocused] = useState(current);
  useEffect(() => setFocused(current), [current]);
  return (
    <div
      className="paper-tabs"
      role="tablist"
      aria-label="Các văn bản trong bộ"
      onKeyDown={(event) => {
        if (moveFocus(event, '[role="tab"]')) event.preventDefault();
      }}
    >
      {papers.map(({ label, name }, index) => (
        <button
          key={`${label}${name}`}
          type="button"
          role="tab"
          aria-selected={index === current}
          tabIndex={index === focused ? 0 : -1}
          onFocus={() => setFocused(index)}
          onClick={() => onPaper(index)}
        >
          {label || 'Văn bản chính'}
        </button>
      ))}
    </div>
  );
}
