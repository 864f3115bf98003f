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
const INLINE: ElementRule = {
  content: 'inline',
  children: ['b', 'i', 'br', 'v', 'rich', 'blank'],
  attributes: ['rule'],
};

/** `size-f` and its like name the field that the value comes from. */
const BANNER_ATTRIBUTES: readonly string[] = [
  ...['size', 'size-f', 'design', 'align', 'flags', 'face', 'bust'],
  ...['background', 'background-f', 'main-color', 'main-color-f', 'other-color', 'other-color-f'],
  ...['emblem', 'emblem-f', 'bleed', 'bleed-f', 'crop-marks', 'outlines', 'user-unit', 'pdf'],
];

/** The whole language: every element, what it may hold and its attributes. It gives the tree of document/ast.ts. */
export const GRAMMAR: Readonly<Record<string, ElementRule>> = {
  document: {
    content: 'elements',
    children: ['attached-to', 'section'],
    once: ['attached-to'],
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
      'form-mode',
      'unit-key',
    ],
    required: ['kind', 'kind-name'],
  },
  // The paper that a file of its own is sent with: its reference lines name it (R80).
  'attached-to': {
    content: 'elements',
    children: ['letterhead'],
    once: ['letterhead'],
    needed: ['letterhead'],
    attributes: ['kind-name'],
    required: ['kind-name'],
  },
  section: {
    content: 'elements',
    children: [
      'letterhead',
      'title',
      'appendix-title',
      'legal-bases',
      'outline',
      'unit',
      'p',
      'table',
      'signature',
      'banner',
      'contact-line',
    ],
    attributes: ['role', 'orientation', 'sheet'],
    required: ['role'],
  },
  letterhead: {
    content: 'elements',
    children: ['parent-agency', 'issuing-agency', 'reference', 'place-and-date'],
    once: ['parent-agency', 'issuing-agency', 'reference', 'place-and-date'],
    needed: ['issuing-agency'],
    attributes: ['secrecy-mark', 'urgency-mark', 'circulation-notice', 'cited-as'],
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
    attributes: ['ruled', 'reference-line'],
  },
  'kind-title': INLINE,
  subject: INLINE,
  'appendix-title': INLINE,
  'legal-bases': { content: 'elements', children: ['basis'], needed: ['basis'], attributes: ['style'] },
  basis: INLINE,
  outline: { content: 'raw', children: ['v'], once: ['v'], attributes: ['f'] },
  p: INLINE,
  // Without a label: its number follows from the units before it.
  unit: { ...INLINE, attributes: ['rule', 'level', 'title'], required: ['level'] },
  table: { content: 'elements', children: ['row'], needed: ['row'] },
  row: { content: 'elements', children: ['cell'], needed: ['cell'], attributes: ['role'] },
  // A counter prints the number of its row among the body rows of the table: nothing else stands in it.
  cell: { ...INLINE, attributes: ['rule', 'counter'] },
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
  // What stands behind a conference: its lines, each with what it says (document/banner.ts).
  banner: {
    content: 'elements',
    children: ['banner-line', 'whole-name'],
    needed: ['banner-line'],
    attributes: BANNER_ATTRIBUTES,
  },
  'banner-line': {
    content: 'inline',
    children: ['br', 'v'],
    attributes: ['rule', 'role'],
    required: ['role'],
  },
  'whole-name': { content: 'inline', children: ['v'] },
  b: { content: 'inline', children: ['i', 'br', 'v', 'rich'] },
  // Bold italic is <b><i>…</i></b>, in this order only: so nesting never gets deep.
  i: { content: 'inline', children: ['br', 'v', 'rich'] },
  br: { content: 'nothing' },
  // A field's sentence with **bold** and *italic* in it. The weight of a <b> or <i> around it holds where it has none.
  rich: { content: 'elements', children: ['v'], once: ['v'], needed: ['v'] },
  // A place to be filled in; its value, where it has one, is its text.
  blank: {
    content: 'inline',
    children: ['v'],
    attributes: ['key', 'label', 'width', 'lines', 'required', 'shape'],
    required: ['label'],
  },
  v: { content: 'raw', attributes: ['f'], required: ['f'] },
};

/** Undefined for a name that is no element, also for "constructor" and its like. */
export const ruleOf = (name: string): ElementRule | undefined =>
  Object.hasOwn(GRAMMAR, name) ? GRAMMAR[name] : undefined;
