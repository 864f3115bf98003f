import { foldKey } from '../vietnamese/fold-key.js';

/** What a column is that belongs to no field. */
export type SpecialHead =
  | 'order' // STT, TT
  | 'key' // Mã
  | 'note' // Ghi chú
  | 'passed'; // "(Điện thoại)"

const BY_NAME: ReadonlyMap<string, SpecialHead> = new Map([
  ['stt', 'order'],
  ['tt', 'order'],
  ['so_tt', 'order'],
  ['so_thu_tu', 'order'],
  ['ma', 'key'],
  ['ghi_chu', 'note'],
]);

/** A head that belongs to no field by its name; a head in round brackets is the clerk's own. */
export const specialHead = (head: string): SpecialHead | undefined =>
  /^\(.*\)$/su.test(head.trim()) ? 'passed' : BY_NAME.get(foldKey(head));
