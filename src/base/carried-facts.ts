/** Where a finished paper carries the facts that it was made from: what the writers put there, the readers look for. */

/** The attachment of a PDF. */
export const FACTS_FILE = 'the-thuc.json';

/** The namespace of the custom XML part of a Word file, whose root element holds the same text. */
export const FACTS_NAMESPACE = 'urn:thethuc:facts:1';
export const FACTS_ELEMENT = 'facts';
