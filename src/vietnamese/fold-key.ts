/**
 * Folds a label to the form under which keys are compared: "TRÍCH YẾU", "trich-yeu" → "trich_yeu"; "Số, ký hiệu" →
 * "so_ky_hieu". Case, accents, white space and punctuation do not count; đ is d. Text without letters or digits folds to "".
 */
export function foldKey(label: string): string {
  const known = folded.get(label);
  if (known !== undefined) return known;
  const key = fold(label);
  if (folded.size < REMEMBERED && label.length < LABEL) folded.set(label, key);
  return key;
}

/** The same few labels are folded again and again; what is no label is not kept. */
const folded = new Map<string, string>();
const REMEMBERED = 2000;
const LABEL = 100;

const fold = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
