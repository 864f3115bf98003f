import { decimal } from '../base/decimal.js';

/** What the graphics state of a page's content holds, so that only changes are written. */
export interface GraphicsState {
  /** Operands: "/R 14", "0.01234". */
  font: string;
  letterSpace: string;
  /** Hex digits, as items have them. */
  fill: string;
  stroke: string;
  thickness: number;
}

/** That at a page's beginning. */
export const initialState = (): GraphicsState => ({
  font: '',
  letterSpace: '0',
  fill: '000000',
  stroke: '000000',
  thickness: 1,
});

/** Hex digits as operands. */
export const color = (hex: string): string =>
  [0, 2, 4].map((at) => decimal(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
