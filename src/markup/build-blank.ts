import type { Blank, BlankShape, Inline } from '../document/ast.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { attribute, numbersAttribute, type Report, wordAttribute } from './read-attributes.js';
import type { Element } from './read-elements.js';

const SHAPES: readonly BlankShape[] = ['text', 'money', 'date', 'number'];
/** Words of a long question make no longer a key than this: Word's bookmarks have 40 letters, and "f_" and "_2" stand around it. */
const KEY_LENGTH = 32;

/** `<blank>`: what its attributes leave out, or have wrong, is as usual; `checkBlanks` tells of the wrong ones. */
export function buildBlank(element: Element, value: readonly Inline[]): Blank {
  const silent: Report = () => undefined;
  const label = (attribute(element, 'label') ?? '').replace(/\s+/gu, ' ').replace(/\s*[:.…]+$/u, '');
  return {
    type: 'blank',
    key: keyOf(attribute(element, 'key') ?? label),
    label,
    width: widthOf(element, silent),
    lines: Math.max(1, Math.floor(numbersAttribute(element, 'lines', 1, silent)?.[0] ?? 1)),
    isRequired: wordAttribute(element, 'required', ['true', 'false'], silent) === 'true',
    shape: wordAttribute(element, 'shape', SHAPES, silent) ?? 'text',
    value,
  };
}

/** Tells of attributes of blanks, anywhere under `root`, that have a wrong value. */
export function checkBlanks(root: Element, report: Report): void {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    if (child.name === 'blank') {
      widthOf(child, report);
      numbersAttribute(child, 'lines', 1, report);
      wordAttribute(child, 'required', ['true', 'false'], report);
      wordAttribute(child, 'shape', SHAPES, report);
    } else checkBlanks(child, report);
  }
}

const widthOf = (element: Element, report: Report): Blank['width'] =>
  attribute(element, 'width') === 'fill'
    ? 'fill'
    : (numbersAttribute(element, 'width', 1, report)?.[0] ?? 'fill');

/** Latin letters, digits and underscores: a name that PDF fields, content controls and bookmarks all take. */
function keyOf(text: string): string {
  const folded = foldKey(text).replace(/[^a-z0-9_]+/g, '');
  if (folded.length <= KEY_LENGTH) return folded || 'o';
  const cut = folded.slice(0, KEY_LENGTH + 1);
  return cut.slice(0, cut.lastIndexOf('_') > 0 ? cut.lastIndexOf('_') : KEY_LENGTH);
}
