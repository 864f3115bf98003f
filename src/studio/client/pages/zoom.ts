import type { LookedPage } from '../../protocol.js';

/** How large pages are shown: as wide as the pane, whole, or in per cent of their size on paper. */
export type Zoom = 'width' | 'page' | number;

/** CSS pixels of a point. */
const PIXELS = 96 / 72;
const LEAST = 50;
const MOST = 300;
const STEPS = [50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;
/** Left and right of the page in its pane. */
const ROOM = 40;

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels for a point of the page. */
export function scaleOf(zoom: Zoom, pane: Box, page: Box): number {
  if (typeof zoom === 'number') return (zoom / 100) * PIXELS;
  const wide = Math.max(pane.width - ROOM, 80) / page.width;
  const widest = (MOST / 100) * PIXELS;
  return zoom === 'width'
    ? Math.min(wide, widest)
    : Math.min(wide, Math.max(pane.height - ROOM, 80) / page.height, widest);
}

/** The same for one of a paper's pages, with its per cent: those of banners, which are metres wide, are of the pane's width. */
export function sizeOf(
  zoom: Zoom,
  pane: Box,
  page: Box,
  isBanner: boolean,
): { readonly scale: number; readonly percent: number } {
  if (!isBanner) {
    const scale = scaleOf(zoom, pane, page);
    return { scale, percent: percentOf(scale) };
  }
  const whole = scaleOf('width', pane, page);
  const scale = typeof zoom === 'number' ? (zoom / 100) * whole : scaleOf(zoom, pane, page);
  return { scale, percent: Math.round((scale / whole) * 100) };
}

export const percentOf = (scale: number): number => Math.round((scale / PIXELS) * 100);

/** The next size up or down from what is shown. */
export function stepped(percent: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? STEPS.find((step) => step > percent) : STEPS.findLast((step) => step < percent);
  return next ?? (direction === 1 ? MOST : LEAST);
}

/** Under a page of a banner: how large it is in truth, and what the print shop must know of its file. */
export function printWords({ print, width, height }: Pick<LookedPage, 'print' | 'width' | 'height'>): string {
  if (print === undefined) return `Khổ giấy: ${sizeWords({ width, height }, false)}`;
  const size = `Kích thước thật: ${sizeWords(print, print.isPixels)}`;
  return print.reducedBy === 1
    ? size
    : `${size}. Tệp PDF nhỏ hơn ${print.reducedBy} lần, ở chân có dòng dặn nhà in`;
}

/** "21 × 29,7 cm", "8 × 4 m", "1920 × 1080 điểm ảnh". */
export function sizeWords({ width, height }: Box, inPixels: boolean): string {
  if (inPixels) return `${Math.round(width)} × ${Math.round(height)} điểm ảnh`;
  const [wide, high] = [metres(width), metres(height)];
  return Math.max(wide, high) >= 1
    ? `${figure(wide)} × ${figure(high)} m`
    : `${figure(wide * 100)} × ${figure(high * 100)} cm`;
}

const metres = (points: number): number => (points / 72) * 0.0254;
const figure = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
