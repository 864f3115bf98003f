import { useDeferredValue } from 'react';
import type { LookedPage } from '../../protocol.js';
import { PageSheet, sheetSize } from './page-sheet.js';

interface PageThumbsProps {
  readonly pages: readonly LookedPage[];
  readonly drawn: ReadonlyMap<string, string>;
  readonly current: number;
  readonly onGo: (page: number) => void;
}

/** All pages, small. They follow a little behind what is typed. */
export function PageThumbs({ pages, drawn, current, onGo }: PageThumbsProps) {
  const late = useDeferredValue(drawn);
  return (
    <nav className="thumbs" aria-label="Danh sách trang">
      <ol className="plain">
        {pages.map(({ id, width, height, label }, index) => (
          // Pages have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: a page that changes stays where it is
          <li key={index} className="thumb" style={sheetSize(width, height)}>
            <PageSheet svg={late.get(id) ?? drawn.get(id) ?? ''} width={width} height={height} />
            <button
              type="button"
              aria-current={index === current ? 'page' : undefined}
              onClick={() => onGo(index)}
            >
              <span className="only-heard">Đến trang </span>
              {label}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
