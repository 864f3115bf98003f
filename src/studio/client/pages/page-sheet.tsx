import { type CSSProperties, memo, useLayoutEffect, useRef } from 'react';
import { adoptSvg } from './adopt-svg.js';

interface PageSheetProps {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** "Trang 2"; absent where it is only a picture of one. */
  readonly label?: string;
}

/** What the style sheets reckon the size of a page on the screen from, in points. */
export const sheetSize = (width: number, height: number): CSSProperties =>
  ({ '--page-width': width, '--page-height': height }) as CSSProperties;

/** A page as it prints. Its size on the screen follows from `--scale` around it. */
export const PageSheet = memo(function PageSheet({ svg, width, height, label }: PageSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = adoptSvg(svg);
    if (drawn !== undefined) sheet.current?.replaceChildren(drawn);
  }, [svg]);
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'group', 'aria-label': label };
  return <div ref={sheet} className="sheet" style={sheetSize(width, height)} {...naming} />;
});
