import { SEAM_HEIGHT } from '../resolve/seam.js';
import { element, valued, type XmlElement } from './element.js';

interface Seam {
  /** Twips of space above it, dropped at the top of a page. */
  readonly before?: number;
  readonly keepNext?: boolean;
  /** Properties of the section that it ends. */
  readonly section?: XmlElement | undefined;
  /** Runs with shapes that have their place on the sheet. */
  readonly anchored?: readonly XmlElement[];
}

/** A paragraph that stands only because the format wants one, as low as can be. */
export function seam({ before = 0, keepNext = false, section, anchored = [] }: Seam = {}): XmlElement {
  return element('w:p', undefined, [
    element('w:pPr', undefined, [
      ...(keepNext ? [element('w:keepNext')] : []),
      element('w:spacing', {
        'w:before': before,
        'w:after': 0,
        'w:line': SEAM_HEIGHT,
        'w:lineRule': 'exact',
      }),
      // The mark of the paragraph is no higher than its line.
      element('w:rPr', undefined, [valued('w:sz', 2), valued('w:szCs', 2)]),
      ...(section === undefined ? [] : [section]),
    ]),
    ...anchored,
  ]);
}
