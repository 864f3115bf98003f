/** What an element may hold. `raw`: text that is not looked into (an outline). */
type Content = 'elements' | 'inline' | 'raw' | 'nothing';

/** One element of the language; a list that is absent is empty. */
export interface ElementRule {
  readonly content: Content;
  readonly children?: readonly string[];
  /** Children of which there is at most one; `needed`: of which there is at least one. */
  readonly once?: readonly string[];
  readonly needed?: readonly string[];
  readonly attributes?: readonly string[];
  /** Attributes that must have a value. */
  readonly required?: readonly string[];
}

/** A place for running text; `rule` names the rule that gave the words that stand literally in the template. */
const INLINE: ElementRule = { content: 'inline', children: ['b', 'i', 'br', 'v'], attributes: ['rule'] };

/** The whole language: every element, what it may hold and its attributes. It gives the tree of document/ast.ts. */
export const GRAMMAR: Readonly<Record<string, ElementRule>> = {
  document: {
    content: 'elements',
    children: ['section'],
    needed: ['section'],
    attributes: [
      'kind',
      'kind-name',
      'regime',
      'medium',
      'header-set',
      'body-size',
      'margins',
      'first-line',
      'line-spacing',
      'ending',
    ],
    required: ['kind', 'kind-name'],
  },
  section: {
    content: 'elements',
    children: [
      'letterhead',
      'title',
      'appendix-title',
      'legal-bases',
      'outline',
      'p',
      'signature',
      'contact-line',
    ],
    attributes: ['role', 'orientation'],
    required: ['role'],
  },
  letterhead: {
    content: 'elements',
    children: ['parent-agency', 'issuing-agency', 'reference', 'place-and-date'],
    once: ['parent-agency', 'issuing-agency', 'reference', 'place-and-date'],
    needed: ['issuing-agency'],
    attributes: ['secrecy-mark', 'urgency-mark', 'circulation-notice'],
  },
  'parent-agency': INLINE,
  'issuing-agency': INLINE,
  reference: { content: 'nothing', attributes: ['number', 'symbol', 'number-f', 'symbol-f'] },
  'place-and-date': { content: 'nothing', attributes: ['place', 'issued-on', 'place-f', 'date-f'] },
  title: {
    content: 'elements',
    children: ['kind-title', 'subject'],
    once: ['kind-title', 'subject'],
    needed: ['kind-title'],
    attributes: ['ruled'],
  },
  'kind-title': INLINE,
  subject: INLINE,
  'appendix-title': INLINE,
  'legal-bases': { content: 'elements', children: ['basis'], needed: ['basis'], attributes: ['style'] },
  basis: INLINE,
  outline: { content: 'raw', children: ['v'], once: ['v'], attributes: ['f'] },
  p: INLINE,
  signature: {
    content: 'elements',
    children: ['recipients', 'signer'],
    once: ['recipients', 'signer'],
    needed: ['signer'],
    attributes: ['drafter-sign', 'f'],
  },
  recipients: { content: 'elements', children: ['recipient'] },
  recipient: INLINE,
  signer: {
    content: 'elements',
    children: ['capacity', 'position', 'full-name'],
    once: ['position', 'full-name'],
  },
  capacity: INLINE,
  position: INLINE,
  'full-name': INLINE,
  'contact-line': { content: 'elements', children: ['line'], needed: ['line'] },
  line: INLINE,
  b: { content: 'inline', children: ['i', 'br', 'v'] },
  // Bold italic is <b><i>…</i></b>, in this order only: so nesting never gets deep.
  i: { content: 'inline', children: ['br', 'v'] },
  br: { content: 'nothing' },
  v: { content: 'raw', attributes: ['f'], required: ['f'] },
};

/** Undefined for a name that is no element, also for "constructor" and its like. */
export const ruleOf = (name: string): ElementRule | undefined =>
  Object.hasOwn(GRAMMAR, name) ? GRAMMAR[name] : undefined;
