import { fingerprint } from '../base/fingerprint.js';

/** The six capitals that name a subset in a PDF ("ABCDEF+Tinos"), from its content: the same bytes, the same name. */
export const subsetTag = (bytes: Uint8Array): string => {
  let rest = fingerprint(bytes);
  let tag = '';
  for (let i = 0; i < 6; i += 1) {
    tag += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
};
