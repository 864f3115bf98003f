import type { StudioState } from '../store/state.js';
import { adoptSvg } from './adopt-svg.js';

/** Prints the pages as they are seen, each on a sheet of its own size. */
export function printPages({ look, pages }: StudioState, paper: number): void {
  const shown = look?.papers[paper]?.pages ?? [];
  if (shown.length === 0) return;
  // Of an earlier print whose end the browser did not tell.
  document.querySelector('.print-place')?.remove();
  const sizes = new Map(shown.map((page) => [sizeName(page), page]));
  const rules = [...sizes].map(
    ([name, { width, height }]) =>
      `@page ${name} { size: ${width}pt ${height}pt; margin: 0; } .print-${name} { page: ${name}; }`,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  const place = document.createElement('div');
  place.className = 'print-place';
  for (const page of shown) {
    const svg = adoptSvg(pages.get(page.id) ?? '');
    if (svg === undefined) continue;
    svg.setAttribute('width', `${page.width}pt`);
    svg.setAttribute('height', `${page.height}pt`);
    const box = document.createElement('div');
    box.className = `print-page print-${sizeName(page)}`;
    box.append(svg);
    place.append(box);
  }
  document.body.append(place);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const end = (): void => {
    place.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  addEventListener('afterprint', end, { once: true });
  print();
}

const sizeName = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `size-${Math.round(width)}-${Math.round(height)}`;
