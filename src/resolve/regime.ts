import type { Document, Inline, Letterhead } from '../document/ast.js';

const UNION = /(^|\s)(công đoàn|liên đoàn lao động|lđlđ|cđcs|nghiệp đoàn)(\s|$)/u;

/** The words of a run of inlines, as one line. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');

/** The letterhead of the paper itself, not of a form sent with it: an appendix has none, though its form may. */
export const mainLetterhead = (document: Document): Letterhead | undefined =>
  document.sections[0]?.blocks.find((block): block is Letterhead => block.type === 'letterhead');

/** The letterhead that a paper goes out under: its own, or that of the paper which it is sent with. */
export const senderLetterhead = (document: Document): Letterhead | undefined =>
  document.attachedTo?.letterhead ?? mainLetterhead(document);

/** R1, R136: a union as issuer applies the decree by way of its own regulation. */
export function isUnion(document: Document): boolean {
  const issuer = senderLetterhead(document)?.issuingAgency;
  return issuer !== undefined && UNION.test(plainText(issuer).toLowerCase());
}
