/**
 * Folds a label to the form under which keys are compared: "TRÍCH YẾU", "trich-yeu" → "trich_yeu"; "Số, ký hiệu" →
 * "so_ky_hieu". Case, accents, white space and punctuation do not count; đ is d. Text without letters or digits folds to "".
 */
export function foldKey(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}
